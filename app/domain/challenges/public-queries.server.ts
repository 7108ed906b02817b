import { and, asc, desc, eq, isNotNull, or, sql } from "drizzle-orm";
import { readSheetNames } from "#app/domain/tenders/published-sheet.server.ts";
import { composeSheet } from "#app/domain/tenders/published-sheet.ts";
import { tenderNow } from "#app/domain/tenders/status-now.server.ts";
import type { Id } from "#app/values/id.ts";
import { db } from "#db/client.server.ts";
import { challenges, supersededSheets, tenderSuspensions } from "#db/schema/challenges.ts";
import { offices } from "#db/schema/offices.ts";
import { organizations } from "#db/schema/organizations.ts";
import { tenders } from "#db/schema/tenders.ts";

const tenderId = sql.placeholder("tenderId");

const challengesQuery = db
  .select({
    id: challenges.id,
    subject: challenges.subject,
    state: challenges.state,
    filedAt: challenges.filedAt,
    answerDueAt: challenges.answerDueAt,
    organization: sql<
      string | null
    >`case when ${tenders.deadline} <= ${tenderNow} then ${organizations.name} end`,
    text: sql<
      string | null
    >`case when ${challenges.decidedAt} is not null then ${challenges.publishedText} end`,
    answer: sql<
      string | null
    >`case when ${challenges.decidedAt} is not null then ${challenges.answer} end`,
    decidedAt: challenges.decidedAt,
    decisionReason: challenges.decisionReason,
    accepted: sql<boolean>`${challenges.state} = 'accepted'`,
    rulingDueAt: challenges.rulingDueAt,
    ruling: challenges.ruling,
    ruledAt: challenges.ruledAt,
  })
  .from(challenges)
  .innerJoin(tenders, eq(tenders.id, challenges.tenderId))
  .innerJoin(organizations, eq(organizations.id, challenges.organizationId))
  .where(eq(challenges.tenderId, tenderId))
  .orderBy(asc(challenges.filedAt), asc(challenges.id))
  .prepare("public_challenges");

const suspensionsQuery = db
  .select({
    id: tenderSuspensions.id,
    from: tenderSuspensions.from,
    until: tenderSuspensions.until,
    reason: tenderSuspensions.reason,
    byRole: tenderSuspensions.byRole,
    endReason: tenderSuspensions.endReason,
  })
  .from(tenderSuspensions)
  .where(eq(tenderSuspensions.tenderId, tenderId))
  .orderBy(asc(tenderSuspensions.from))
  .prepare("public_suspensions");

/** One that was never on show is published when the ranking that took its place is. */
const onShow = or(isNotNull(supersededSheets.publicisedAt), isNotNull(tenders.publicisedAt));

const sheetsQuery = db
  .select({
    id: supersededSheets.id,
    supersededAt: supersededSheets.supersededAt,
    reason: supersededSheets.reason,
  })
  .from(supersededSheets)
  .innerJoin(tenders, eq(tenders.id, supersededSheets.tenderId))
  .where(and(eq(supersededSheets.tenderId, tenderId), onShow))
  .orderBy(desc(supersededSheets.supersededAt))
  .prepare("superseded_sheets");

/** All that anybody may read of what was objected to in a tender: challenges, suspensions, and rankings set aside. */
export async function findChallenged(id: Id<"tender">) {
  const values = { tenderId: id };
  const [filed, suspensions, sheets] = await Promise.all([
    challengesQuery.execute(values),
    suspensionsQuery.execute(values),
    sheetsQuery.execute(values),
  ]);
  return { challenges: filed, suspensions, sheets };
}

type Sought = { tenderId: Id<"tender">; sheetId: Id<"superseded_sheet"> };

/** A ranking that was set aside, with its names, as it was published or would have been. */
export async function findSupersededSheet(sought: Sought) {
  const [found] = await db
    .select({
      kept: supersededSheets,
      tender: {
        id: tenders.id,
        title: tenders.title,
        status: tenders.status,
        round: tenders.round,
      },
      office: offices.name,
    })
    .from(supersededSheets)
    .innerJoin(tenders, eq(tenders.id, supersededSheets.tenderId))
    .innerJoin(offices, eq(offices.id, tenders.officeId))
    .where(
      and(
        eq(supersededSheets.id, sought.sheetId),
        eq(supersededSheets.tenderId, sought.tenderId),
        onShow,
      ),
    );
  if (!found) return undefined;
  const { kept, office } = found;
  const { publicisedAt, standstillEndsAt, awardedAt, supersededAt, reason } = kept;
  const names = await readSheetNames(sought.tenderId);
  const bids = kept.bids.flatMap(({ id, ...judged }) => {
    const known = names.bids.find((bid) => bid.id === id);
    return known ? [{ ...judged, id, organization: known.organization }] : [];
  });
  const standstillOver = awardedAt !== null;
  const dates = { publicisedAt, standstillEndsAt, awardedAt, standstillOver };
  const { recommendedBidId, alsoRecommended, recommendedReason } = kept;
  const recommended = { recommendedBidId, alsoRecommended, recommendedReason };
  const tender = { ...found.tender, office, ...dates, ...recommended };
  const sheet = composeSheet({ ...names, tender, sheet: kept.scoreSheet, bids }, standstillOver);
  return { sheet, supersededAt, reason };
}
