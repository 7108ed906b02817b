import { eq } from "drizzle-orm";
import { databaseNow, moveClock } from "#app/domain/clock.server.ts";
import { callFinalOffers, proposeFinalCall } from "#app/domain/tenders/final-call.server.ts";
import { recordTalks } from "#app/domain/tenders/record-talks.server.ts";
import { takeOpeningTurn } from "#app/domain/tenders/take-opening-turn.server.ts";
import type { Id } from "#app/values/id.ts";
import { yuan } from "#app/values/money.ts";
import { addTo, days, minutes } from "#app/values/time.ts";
import { db } from "../../client.server.ts";
import { one } from "../../rows.ts";
import { bids, tenders } from "../../schema/index.ts";
import { actOf } from "./accounts.ts";
import { seatPanel } from "./awards.ts";
import { makeSealedBid } from "./bids.ts";
import { makeOpenTender, openerPassphrase } from "./tenders.ts";

type Wish = Parameters<typeof makeOpenTender>[0] & {
  /** How many offer first, at ¥400,000, ¥410,000 and so on. */
  offers?: number;
};

/** A tender with talks whose first offers are opened and whose panel sits; the clock is moved past its deadline. */
export async function makeTenderInTalks({ offers = 3, ...wish }: Wish = {}) {
  const open = await makeOpenTender({ ...wish, tender: { method: "consult", ...wish.tender } });
  const { tender, openers, officeId } = open;
  const bidders = [];
  for (let index = 0; index < offers; index += 1) {
    const price = yuan(400_000 + index * 10_000);
    bidders.push((await makeSealedBid({ tenderId: tender.id, price })).by);
  }
  await closeNow(tender.id);
  await openNow(tender.id, openers);
  const [chair, ...others] = await seatPanel({ officeId, tender });
  if (!chair) throw new Error("the panel has no chair");
  return { ...open, tenderId: tender.id, bidders, chair, panel: [chair, ...others] };
}

type InTalks = Awaited<ReturnType<typeof makeTenderInTalks>>;

/** The first offers that stand, in the order in which they came in. */
export const listStanding = (tenderId: Id<"tender">) =>
  db.select().from(bids).where(eq(bids.tenderId, tenderId)).orderBy(bids.submittedAt);

/** The chair records the talks with one bidder, held a minute ago. */
export async function talkWith({ chair, tenderId }: InTalks, bidId: Id<"bid">) {
  const act = await actOf(chair);
  await recordTalks(act, {
    tenderId,
    bidId,
    heldAt: addTo(await databaseNow(), -minutes(1)),
    bidderSide: "陈立（理事长）",
    agreed: "每周上门增加到三次，价格不变。",
    confidential: "排班软件的算法。",
  });
}

/** The same after every bidder was talked with: final offers are called for, to be made within the week. */
export async function makeFinalRound(wish: Wish = {}) {
  const inTalks = await makeTenderInTalks(wish);
  const { tenderId, officer, approver } = inTalks;
  await moveClock(addTo(await databaseNow(), minutes(5)));
  for (const { id } of await listStanding(tenderId)) await talkWith(inTalks, id);
  const deadline = addTo(await databaseNow(), days(7));
  const changes = "服务次数改为每周三次。";
  await proposeFinalCall(await actOf(officer), { tenderId, deadline, changes });
  await callFinalOffers(await actOf(approver), tenderId);
  return { ...inTalks, deadline };
}

/** Puts the clock past the deadline of a tender's current round. */
export async function closeNow(tenderId: Id<"tender">) {
  const { deadline } = one(await db.select().from(tenders).where(eq(tenders.id, tenderId)));
  if (!deadline) throw new Error("no deadline");
  await moveClock(addTo(deadline, minutes(1)));
}

/** Both openers take their turns. */
export async function openNow(
  tenderId: Id<"tender">,
  { a, b }: Awaited<ReturnType<typeof makeOpenTender>>["openers"],
) {
  for (const opener of [a, b]) {
    await takeOpeningTurn(await actOf(opener), { tenderId, passphrase: openerPassphrase });
  }
}
