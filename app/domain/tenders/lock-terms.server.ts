import { and, eq } from "drizzle-orm";
import type { Approver, Manager } from "#app/domain/act.ts";
import { lockBid } from "#app/domain/bids/settle.server.ts";
import { refuseOpenChallenge } from "#app/domain/challenges/open.server.ts";
import { Refusal } from "#app/domain/refusal.ts";
import type { Id } from "#app/values/id.ts";
import type { Tx } from "#db/client.server.ts";
import { tenders } from "#db/schema/tenders.ts";
import { termAnswers } from "#db/schema/term-answers.ts";
import { lockTender, refuseSuspended } from "./lock.server.ts";
import { methodSettings } from "./method.ts";
import { winnersOf } from "./publicise.server.ts";
import type { TermParty } from "./terms.ts";

export type AwaitedTerms = Awaited<ReturnType<typeof lockTerms>>;

/**
 * An award that waits for the yes of one's own side, the tender locked, with what the other side has said so far. Refused where
 * nobody is asked, when one's own side has answered, and while a challenge is open or the tender suspended.
 */
export async function lockTerms(tx: Tx, by: Approver | Manager, tenderId: Id<"tender">) {
  const party: TermParty = by.role === "manager" ? "organization" : "office";
  const tender = await lockTender(tx, await officeOf(tx, by, tenderId), tenderId);
  const { awardedAt, method, status } = tender;
  const asked = methodSettings[method].acceptance === "both" && status === "awarded";
  if (!asked || !awardedAt) throw new Refusal("lifecycle.not_now");
  const [winner] = winnersOf(tender);
  const bid = await lockBid(tx, tenderId, winner);
  if (by.role === "manager" && bid.organizationId !== by.organizationId) {
    throw new Refusal("not_found");
  }
  refuseSuspended(tender);
  await refuseOpenChallenge(tx, tenderId, "terms.challenge_open");
  const answers = await tx
    .select()
    .from(termAnswers)
    .where(and(eq(termAnswers.tenderId, tenderId), eq(termAnswers.awardedAt, awardedAt)));
  if (answers.some((answer) => answer.party === party)) throw new Refusal("terms.answered");
  return { tender, awardedAt, bid, party, other: answers[0] };
}

/** One side's answer, which it gives once. */
export async function keepAnswer(
  tx: Tx,
  { userId }: Approver | Manager,
  { tender, awardedAt, bid, party }: AwaitedTerms,
  reason: string | null,
) {
  const said = { party, accepted: reason === null, reason };
  const given = { answeredBy: userId, answeredAt: tender.now };
  await tx
    .insert(termAnswers)
    .values({ tenderId: tender.id, awardedAt, bidId: bid.id, ...said, ...given });
}

async function officeOf(tx: Tx, by: Approver | Manager, tenderId: Id<"tender">) {
  if (by.role !== "manager") return by.officeId;
  const [found] = await tx
    .select({ officeId: tenders.officeId })
    .from(tenders)
    .where(eq(tenders.id, tenderId));
  if (!found) throw new Refusal("not_found");
  return found.officeId;
}
