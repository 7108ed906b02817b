import { and, eq, inArray, isNotNull, sql } from "drizzle-orm";
import { step } from "#app/domain/lifecycle.ts";
import { Refusal } from "#app/domain/refusal.ts";
import type { Id } from "#app/values/id.ts";
import type { Tx } from "#db/client.server.ts";
import { bids } from "#db/schema/bids.ts";
import { termAnswers } from "#db/schema/term-answers.ts";
import { bidLifecycle, type UnopenableCause } from "./bid.ts";

const bidOf = (tenderId: Id<"tender">, bidId: Id<"bid">) =>
  and(eq(bids.id, bidId), eq(bids.tenderId, tenderId));

/** One bid of the tender, locked until the transaction ends. */
export async function lockBid(tx: Tx, tenderId: Id<"tender">, bidId: Id<"bid">) {
  const [bid] = await tx.select().from(bids).where(bidOf(tenderId, bidId)).for("update");
  if (!bid) throw new Refusal("not_found");
  return bid;
}

type Refused = Pick<typeof bids.$inferSelect, "id" | "state">;

/** A bid drops out, for a reason that will be published. */
export async function dropBid(tx: Tx, bid: Refused, disqualifiedReason: string): Promise<void> {
  const state = step(bidLifecycle, bid.state, "disqualify");
  await tx.update(bids).set({ state, disqualifiedReason }).where(eq(bids.id, bid.id));
}

/** A bid that cannot be opened is out, for a cause that is recorded and a reason that is published. */
export async function setAsideUnopenable(
  tx: Tx,
  bid: Refused,
  unopenableCause: UnopenableCause,
  disqualifiedReason: string,
): Promise<void> {
  const state = step(bidLifecycle, bid.state, "cannot_open");
  const found = { state, unopenableCause, disqualifiedReason };
  await tx.update(bids).set(found).where(eq(bids.id, bid.id));
}

/** The opened bids named are scored from now on. */
export async function markScored(tx: Tx, bidIds: Id<"bid">[]): Promise<void> {
  const opened = and(inArray(bids.id, bidIds), eq(bids.state, "opened"));
  await tx.update(bids).set({ state: "scored" }).where(opened);
}

/** Talks are over: what stands of the first offers waits for the final ones. */
export async function markNegotiated(tx: Tx, tenderId: Id<"tender">): Promise<void> {
  await tx
    .update(bids)
    .set({ state: step(bidLifecycle, "opened", "negotiate") })
    .where(and(eq(bids.tenderId, tenderId), eq(bids.state, "opened")));
}

/** The chosen bids win, and every other bid scored in the tender loses. Answers those that had not won before, in the order given. */
export async function settleBids(tx: Tx, tenderId: Id<"tender">, winnerIds: readonly Id<"bid">[]) {
  const scored = and(eq(bids.tenderId, tenderId), eq(bids.state, "scored"));
  const won = await tx
    .update(bids)
    .set({ state: step(bidLifecycle, "scored", "win") })
    .where(and(scored, inArray(bids.id, [...winnerIds])))
    .returning();
  const standing = and(eq(bids.tenderId, tenderId), eq(bids.state, "won"));
  if ((await tx.$count(bids, standing)) !== winnerIds.length) {
    throw new Error(`a winner of tender ${tenderId} is no longer in the running`);
  }
  await tx
    .update(bids)
    .set({ state: step(bidLifecycle, "scored", "lose") })
    .where(scored);
  return winnerIds.flatMap((winnerId) => won.filter(({ id }) => id === winnerId));
}

/** A winner is passed over, for a reason that is published, and those that lost can win again. */
export async function rejectWinner(
  tx: Tx,
  tenderId: Id<"tender">,
  winnerId: Id<"bid">,
  disqualifiedReason: string,
): Promise<void> {
  const won = await lockBid(tx, tenderId, winnerId);
  const state = step(bidLifecycle, won.state, "reject");
  await tx.update(bids).set({ state, disqualifiedReason }).where(bidOf(tenderId, winnerId));
  await tx
    .update(bids)
    .set({ state: step(bidLifecycle, "lost", "move_up") })
    .where(and(eq(bids.tenderId, tenderId), eq(bids.state, "lost")));
}

/**
 * Every bid that was opened in the last round is to be judged again; those that had dropped out come back, named in the answer. One that
 * could not be read stays out, and so does a winner that was passed over.
 */
export async function reopenBids(
  tx: Tx,
  { id, round }: { id: Id<"tender">; round: number },
): Promise<Id<"bid">[]> {
  const ofRound = and(eq(bids.tenderId, id), eq(bids.round, round));
  const readable = and(ofRound, isNotNull(bids.document));
  const dropped = await tx
    .update(bids)
    .set({
      state: step(bidLifecycle, "disqualified", "readmit"),
      disqualifiedReason: null,
      lowBidAskedAt: null,
      lowBidAnswerBy: null,
      lowBidExplainedAt: null,
      lowBidExplanation: null,
      lowBidDecision: null,
    })
    .where(and(readable, eq(bids.state, "disqualified")))
    .returning({ id: bids.id });
  await tx
    .update(bids)
    .set({ state: step(bidLifecycle, "scored", "reopen") })
    .where(and(readable, inArray(bids.state, ["scored", "won", "lost"])));
  return dropped.map(({ id }) => id);
}

/** Holds for a bid whose award the office did not say no to. */
export const notDeclinedByOffice = sql`not exists (select from ${termAnswers} a
  where a.bid_id = ${bids.id} and a.party = 'office' and not a.accepted)`;

/** The organizations whose bids won in the tender and were passed over, but for those that the office itself said no to. */
export async function listRejected(tx: Tx, tenderId: Id<"tender">) {
  const rows = await tx
    .select({ organizationId: bids.organizationId })
    .from(bids)
    .where(and(eq(bids.tenderId, tenderId), eq(bids.state, "rejected"), notDeclinedByOffice));
  return rows.map(({ organizationId }) => organizationId);
}
