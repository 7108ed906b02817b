import { and, eq, sql } from "drizzle-orm";
import type { Manager, OfficeStaff } from "#app/domain/act.ts";
import type { Id } from "#app/values/id.ts";
import { db } from "#db/client.server.ts";
import { bids } from "#db/schema/bids.ts";
import { contracts } from "#db/schema/contracts.ts";
import { offices } from "#db/schema/offices.ts";
import { organizations } from "#db/schema/organizations.ts";
import { projects } from "#db/schema/projects.ts";
import { tenders } from "#db/schema/tenders.ts";
import { termAnswers } from "#db/schema/term-answers.ts";
import { methodSettings } from "./method.ts";
import type { TermParty, Terms } from "./terms.ts";

/**
 * What an award asks both sides to say yes to, with what each has said, for the office and for the one who was chosen; undefined for
 * everybody else and where nobody is asked.
 */
export async function findTerms(
  by: OfficeStaff | Manager,
  tenderId: Id<"tender">,
): Promise<(Terms & { recommendedBy: Id<"user"> | null }) | undefined> {
  const own =
    by.role === "manager"
      ? eq(bids.organizationId, by.organizationId)
      : eq(tenders.officeId, by.officeId);
  const [found] = await db
    .select({ ...terms, contractId: contracts.id })
    .from(tenders)
    .innerJoin(bids, eq(bids.id, tenders.recommendedBidId))
    .innerJoin(organizations, eq(organizations.id, bids.organizationId))
    .innerJoin(offices, eq(offices.id, tenders.officeId))
    .innerJoin(projects, eq(projects.id, tenders.projectId))
    .leftJoin(contracts, eq(contracts.bidId, bids.id))
    .where(and(eq(tenders.id, tenderId), own));
  if (!found?.awardedAt || methodSettings[found.method].acceptance === "none") return undefined;
  const answers = await db
    .select({
      party: termAnswers.party,
      accepted: termAnswers.accepted,
      answeredAt: termAnswers.answeredAt,
    })
    .from(termAnswers)
    .where(and(eq(termAnswers.tenderId, tenderId), eq(termAnswers.awardedAt, found.awardedAt)));
  const party: TermParty = by.role === "manager" ? "organization" : "office";
  const answerOf = (side: TermParty) => answers.find((answer) => answer.party === side) ?? null;
  const answered = { office: answerOf("office"), organization: answerOf("organization") };
  const open = found.status === "awarded" && !found.suspendedAt && answered[party] === null;
  return { ...found, party, answered, open };
}

const terms = {
  id: tenders.id,
  title: tenders.title,
  method: tenders.method,
  status: tenders.status,
  suspendedAt: tenders.suspendedAt,
  awardedAt: tenders.awardedAt,
  recommendedBy: tenders.recommendedBy,
  text: tenders.contractDraft,
  performanceShareBp: tenders.performanceShareBp,
  office: offices.name,
  organization: organizations.name,
  price: bids.price,
  quantity: projects.quantity,
  unit: projects.unit,
  startsOn: projects.startsOn,
  endsOn: projects.endsOn,
};

/** Which sides have answered a tender's award; a column of a query on tenders. */
export const answeredBy = sql<TermParty[]>`array(select a.party::text from ${termAnswers} a
  where a.tender_id = ${tenders.id} and a.awarded_at = ${tenders.awardedAt})`;
