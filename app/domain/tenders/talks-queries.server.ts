import { and, asc, eq, isNotNull, ne } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { Manager, OfficeStaff } from "#app/domain/act.ts";
import { databaseNow } from "#app/domain/clock.server.ts";
import { readCalendar } from "#app/domain/offices/calendar.server.ts";
import { workingDaysAfter } from "#app/domain/offices/working-days.ts";
import type { Id } from "#app/values/id.ts";
import { db, type Tx } from "#db/client.server.ts";
import { users } from "#db/schema/accounts.ts";
import { bids } from "#db/schema/bids.ts";
import { organizations } from "#db/schema/organizations.ts";
import { finalCalls, talks } from "#db/schema/talks.ts";
import { tenders } from "#db/schema/tenders.ts";
import { isFinalRound } from "./method.ts";
import { findEvaluated, listPanel } from "./score-queries.server.ts";

const final = alias(bids, "final_offer");

/** The office's talks: each first offer that was opened, what was talked over with its bidder, and the call that follows. */
export async function findTalks(by: OfficeStaff, tenderId: Id<"tender">) {
  const tender = await findEvaluated(by, tenderId);
  if (!tender) return undefined;
  const { id, title, status, method, rules, reportSignedAt } = tender;
  const [bidders, panel, call, calendar, now] = await Promise.all([
    listFirstOffers(tenderId),
    listPanel(by, tenderId),
    findCall(tenderId),
    readCalendar(db),
    databaseNow(),
  ]);
  if (isFinalRound({ method, round: 1 })) return undefined;
  return {
    tender: { id, title, status },
    talking: status === "evaluating" && !reportSignedAt && !isFinalRound(tender),
    bidders,
    call,
    chair: panel.some((member) => member.chair && member.userId === by.userId),
    workingDays: rules.finalOfferWorkingDays,
    earliest: workingDaysAfter(now, rules.finalOfferWorkingDays, calendar),
  };
}

export type Talks = NonNullable<Awaited<ReturnType<typeof findTalks>>>;

const listFirstOffers = (tenderId: Id<"tender">) =>
  db
    .select({
      bidId: bids.id,
      organization: organizations.name,
      state: bids.state,
      price: bids.price,
      disqualifiedReason: bids.disqualifiedReason,
      talk: {
        heldAt: talks.heldAt,
        bidderSide: talks.bidderSide,
        agreed: talks.agreed,
        confidential: talks.confidential,
      },
    })
    .from(bids)
    .innerJoin(organizations, eq(organizations.id, bids.organizationId))
    .leftJoin(talks, eq(talks.bidId, bids.id))
    .where(
      and(
        eq(bids.tenderId, tenderId),
        eq(bids.round, 1),
        isNotNull(bids.price),
        ne(bids.state, "withdrawn"),
      ),
    )
    .orderBy(asc(bids.submittedAt), asc(bids.id));

async function findCall(tenderId: Id<"tender">) {
  const [call] = await db
    .select({
      deadline: finalCalls.deadline,
      changes: finalCalls.changes,
      proposedBy: finalCalls.proposedBy,
      proposer: users.name,
      approvedAt: finalCalls.approvedAt,
    })
    .from(finalCalls)
    .innerJoin(users, eq(users.id, finalCalls.proposedBy))
    .where(eq(finalCalls.tenderId, tenderId));
  return call ?? null;
}

/** What everybody may read of the talks once the tender is awarded: with whom, when, what was agreed, and both prices. */
export async function findPublishedTalks(tenderId: Id<"tender">) {
  const [tender] = await db
    .select({
      id: tenders.id,
      title: tenders.title,
      status: tenders.status,
      changes: finalCalls.changes,
      calledAt: finalCalls.approvedAt,
    })
    .from(tenders)
    .innerJoin(finalCalls, eq(finalCalls.tenderId, tenders.id))
    .where(
      and(eq(tenders.id, tenderId), isNotNull(tenders.awardedAt), isNotNull(finalCalls.approvedAt)),
    );
  if (!tender) return undefined;
  const bidders = await db
    .select({
      bidId: bids.id,
      organization: organizations.name,
      heldAt: talks.heldAt,
      agreed: talks.agreed,
      firstPrice: bids.price,
      finalPrice: final.price,
    })
    .from(talks)
    .innerJoin(bids, eq(bids.id, talks.bidId))
    .innerJoin(organizations, eq(organizations.id, bids.organizationId))
    .leftJoin(
      final,
      and(
        eq(final.tenderId, bids.tenderId),
        eq(final.organizationId, bids.organizationId),
        eq(final.round, 2),
      ),
    )
    .where(eq(talks.tenderId, tenderId))
    .orderBy(asc(talks.heldAt), asc(talks.id));
  return { ...tender, bidders };
}

/** What a bidder reads of her own talks, and of the call that all of them got; `tx` speaks for her. */
export async function findOwnTalks(tx: Tx, { organizationId }: Manager, tenderId: Id<"tender">) {
  const [own] = await tx
    .select({
      heldAt: talks.heldAt,
      agreed: talks.agreed,
      changes: finalCalls.changes,
      calledAt: finalCalls.approvedAt,
    })
    .from(talks)
    .innerJoin(bids, and(eq(bids.id, talks.bidId), eq(bids.organizationId, organizationId)))
    .innerJoin(finalCalls, eq(finalCalls.tenderId, talks.tenderId))
    .where(and(eq(talks.tenderId, tenderId), isNotNull(finalCalls.approvedAt)));
  return own ?? null;
}
