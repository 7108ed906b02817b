import { and, eq } from "drizzle-orm";
import type { Act, Approver, Officer } from "#app/domain/act.ts";
import { markNegotiated } from "#app/domain/bids/settle.server.ts";
import { step } from "#app/domain/lifecycle.ts";
import { readCalendar } from "#app/domain/offices/calendar.server.ts";
import { workingDaysAfter } from "#app/domain/offices/working-days.ts";
import { announce } from "#app/domain/publish-notice.server.ts";
import { record } from "#app/domain/record.server.ts";
import { Refusal } from "#app/domain/refusal.ts";
import type { Id } from "#app/values/id.ts";
import { db, type Tx } from "#db/client.server.ts";
import { bids } from "#db/schema/bids.ts";
import { finalCalls, talks } from "#db/schema/talks.ts";
import { tenders } from "#db/schema/tenders.ts";
import { type LockedTender, lockTender, refuseSuspended } from "./lock.server.ts";
import { holdOpenerKeys } from "./make-opener-key.server.ts";
import { makeRoundKey, readOpenerKeys } from "./make-round-key.server.ts";
import { isFinalRound } from "./method.ts";
import { bidsNeeded } from "./profile.ts";
import { tenderLifecycle } from "./tender.ts";

export type FinalCall = { tenderId: Id<"tender">; deadline: Date; changes: string };

/** Once the panel has talked with every bidder, the officer writes the call for final offers; another one takes its place until it is made. */
export async function proposeFinalCall(act: Act<Officer>, call: FinalCall): Promise<void> {
  const { tenderId, deadline, changes } = call;
  await db.transaction(async (tx) => {
    const tender = await lockTalks(tx, act.by.officeId, tenderId);
    await refuseUnready(tx, tender, deadline);
    const { now: proposedAt } = tender;
    const values = { deadline, changes, proposedBy: act.by.userId, proposedAt };
    await tx
      .insert(finalCalls)
      .values({ tenderId, ...values })
      .onConflictDoUpdate({ target: finalCalls.tenderId, set: values });
    const event = { name: "tender.final_offers_proposed", tenderId } as const;
    const now = { by: act.by, at: proposedAt };
    await record(tx, now, tender.officeId, { ...event, deadline: deadline.toISOString() });
  });
}

/**
 * A second person makes the call: the tender takes bids again, from those alone who talked, sealed to a key of its own,
 * until a new deadline. What was offered first stays behind as `negotiated`.
 */
export async function callFinalOffers(act: Act<Approver>, tenderId: Id<"tender">): Promise<void> {
  const { userId: approvedBy, officeId } = act.by;
  await db.transaction(async (tx) => {
    const tender = await lockTalks(tx, officeId, tenderId);
    const call = await lockProposal(tx, tenderId);
    if (call.proposedBy === approvedBy) throw new Refusal("final_call.own");
    const { deadline, changes } = call;
    await refuseUnready(tx, tender, deadline);

    const status = step(tenderLifecycle, tender.status, "call_final_offers");
    const { now: approvedAt, deadline: firstDeadline, openedAt: firstOpenedAt } = tender;
    await tx
      .update(finalCalls)
      .set({ approvedBy, approvedAt, firstDeadline, firstOpenedAt })
      .where(eq(finalCalls.tenderId, tenderId));
    await markNegotiated(tx, tenderId);
    const round = tender.round + 1;
    const deadlineVersion = tender.deadlineVersion + 1;
    await tx
      .update(tenders)
      .set({ status, round, deadline, deadlineVersion, openedAt: null })
      .where(eq(tenders.id, tenderId));
    await holdOpenerKeys(tx, tender);
    await makeRoundKey(tx, { id: tenderId, round }, await readOpenerKeys(tx, tender));
    const event = { name: "tender.final_offers_called", tenderId, changes } as const;
    const now = { by: act.by, at: approvedAt };
    await record(tx, now, officeId, { ...event, deadline: deadline.toISOString() });
    await announce(tx);
  });
}

/** The office's tender between its first opening and the call for final offers, locked. */
async function lockTalks(tx: Tx, officeId: Id<"office">, tenderId: Id<"tender">) {
  const tender = await lockTender(tx, officeId, tenderId);
  refuseSuspended(tender);
  const talking = tender.status === "evaluating" && !tender.reportSignedAt;
  if (!talking || isFinalRound(tender)) throw new Refusal("lifecycle.not_now");
  return tender;
}

async function lockProposal(tx: Tx, tenderId: Id<"tender">) {
  const [call] = await tx
    .select()
    .from(finalCalls)
    .where(eq(finalCalls.tenderId, tenderId))
    .for("update");
  if (!call) throw new Refusal("final_call.none");
  return call;
}

async function refuseUnready(tx: Tx, tender: LockedTender, deadline: Date) {
  const { id, rules, reducedBidsReason, now } = tender;
  const standing = await tx
    .select({ talkId: talks.id })
    .from(bids)
    .leftJoin(talks, eq(talks.bidId, bids.id))
    .where(and(eq(bids.tenderId, id), eq(bids.state, "opened")));
  if (standing.length < bidsNeeded(rules, reducedBidsReason)) {
    throw new Refusal("final_call.too_few");
  }
  if (standing.some(({ talkId }) => talkId === null)) {
    throw new Refusal("final_call.talks_missing");
  }
  const calendar = await readCalendar(tx);
  if (deadline < workingDaysAfter(now, rules.finalOfferWorkingDays, calendar)) {
    throw new Refusal("final_call.too_soon");
  }
}
