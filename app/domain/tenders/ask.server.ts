import { and, eq, notInArray } from "drizzle-orm";
import type { Act, Manager } from "#app/domain/act.ts";
import { asOrganization } from "#app/domain/bids/as-organization.server.ts";
import { lockBidding } from "#app/domain/bids/lock-bidding.server.ts";
import { requireVerified } from "#app/domain/organizations/lock.server.ts";
import { announce } from "#app/domain/publish-notice.server.ts";
import { record } from "#app/domain/record.server.ts";
import { Refusal } from "#app/domain/refusal.ts";
import type { Id } from "#app/values/id.ts";
import { newId } from "#app/values/id.ts";
import type { Tx } from "#db/client.server.ts";
import { bids } from "#db/schema/bids.ts";
import { questions } from "#db/schema/questions.ts";
import { tenders } from "#db/schema/tenders.ts";
import { lockTender, refuseSuspended } from "./lock.server.ts";

export type Question = { tenderId: Id<"tender">; text: string };

/**
 * Ask the office before the deadline, when nobody reads who asked until the tender closes; or, as a bidder, about the
 * result while it is on show or waits for its contract.
 */
export async function askQuestion(act: Act<Manager>, { tenderId, text }: Question) {
  const { by } = act;
  return await asOrganization(by, async (tx) => {
    await requireVerified(tx, by.organizationId);
    const { officeId, now: at } = await lockQuestioning(tx, by, tenderId);
    const questionId = newId<"question">();
    const { organizationId } = by;
    await tx
      .insert(questions)
      .values({ id: questionId, tenderId, organizationId, text, askedAt: at });
    await record(tx, { by, at }, officeId, { name: "question.asked", tenderId, questionId });
    await announce(tx);
    return questionId;
  });
}

async function lockQuestioning(tx: Tx, { organizationId }: Manager, tenderId: Id<"tender">) {
  const [found] = await tx
    .select({ officeId: tenders.officeId, publicisedAt: tenders.publicisedAt })
    .from(tenders)
    .where(eq(tenders.id, tenderId));
  if (!found?.publicisedAt) {
    const bidding = await lockBidding(tx, tenderId, "question.asked_late");
    if (bidding.round > 1) throw new Refusal("question.asked_late");
    return bidding;
  }
  const tender = await lockTender(tx, found.officeId, tenderId);
  const decided = tender.status === "publicised" || tender.status === "awarded";
  if (!decided) throw new Refusal("question.asked_late");
  refuseSuspended(tender);
  const own = and(
    eq(bids.tenderId, tenderId),
    eq(bids.organizationId, organizationId),
    notInArray(bids.state, ["withdrawn", "lapsed"]),
  );
  if ((await tx.$count(bids, own)) === 0) throw new Refusal("question.not_bidder");
  return tender;
}
