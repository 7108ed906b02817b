import { eq } from "drizzle-orm";
import type { Act, Approver, Manager, Officer } from "#app/domain/act.ts";
import { rejectWinner } from "#app/domain/bids/settle.server.ts";
import { refuseOpenChallenge } from "#app/domain/challenges/open.server.ts";
import { dropUnsignedContract } from "#app/domain/contracts/drop-unsigned.server.ts";
import { step } from "#app/domain/lifecycle.ts";
import { readCalendar } from "#app/domain/offices/calendar.server.ts";
import { standstillEnd } from "#app/domain/offices/working-days.ts";
import { announce } from "#app/domain/publish-notice.server.ts";
import { record } from "#app/domain/record.server.ts";
import type { Id } from "#app/values/id.ts";
import { db, type Tx } from "#db/client.server.ts";
import { tenders } from "#db/schema/tenders.ts";
import { endTender } from "./end.server.ts";
import { type LockedTender, lockTender, refuseSuspended } from "./lock.server.ts";
import { nextRankOf } from "./next-rank.server.ts";
import { recommendedBidOf } from "./publicise.server.ts";
import { type PassOverCode, tenderLifecycle } from "./tender.ts";

export type PassOver = { tenderId: Id<"tender">; code: PassOverCode; reason: string };

/**
 * The winner gets no contract: the next rank is put on public show with a standstill of its own, or, where nobody is
 * left, the tender fails. Who was passed over cannot bid when it is tried again.
 */
export async function passOverWinner(
  act: Act<Officer>,
  { tenderId, code, reason }: PassOver,
): Promise<"publicised" | "failed"> {
  return await db.transaction(async (tx) => {
    const tender = await lockTender(tx, act.by.officeId, tenderId);
    step(tenderLifecycle, tender.status, "pass_over");
    refuseSuspended(tender);
    await refuseOpenChallenge(tx, tenderId, "pass_over.challenge_open");
    return await passOver(tx, act, tender, { code, reason });
  });
}

/** The same of a locked tender in which nothing stands against it. Whoever recommended the first of them stays the one who did, unless an officer passes on. */
export async function passOver(
  tx: Tx,
  act: Act<Passer>,
  tender: LockedTender,
  { code, reason }: Omit<PassOver, "tenderId">,
): Promise<"publicised" | "failed"> {
  const { id: tenderId } = tender;
  const bidId = recommendedBidOf(tender);
  await dropUnsignedContract(tx, tenderId);
  await rejectWinner(tx, tenderId, bidId, reason);
  const event = { name: "tender.winner_passed_over", tenderId, bidId, code, reason } as const;
  const now = { by: act.by, at: tender.now };
  await record(tx, now, tender.officeId, event);
  const next = await nextRankOf(tx, tender);
  if (!next) {
    await endTender(tx, now, tender, { how: "fail", code: "nobody_left", reason });
    return "failed";
  }
  await publicise(tx, now, tender, { bidId: next.bidId, reason });
  return "publicised";
}

type Passer = Officer | Approver | Manager;

async function publicise(
  tx: Tx,
  act: Act<Passer>,
  { id: tenderId, officeId, status: from, rules, recommendedBy: before }: LockedTender,
  { bidId, reason }: { bidId: Id<"bid">; reason: string },
) {
  const status = step(tenderLifecycle, from, "pass_over");
  const { at: publicisedAt } = act;
  const calendar = await readCalendar(tx);
  const standstillEndsAt = standstillEnd(publicisedAt, rules.standstillWorkingDays, calendar);
  const recommended = { recommendedBidId: bidId, recommendedReason: reason };
  const recommendedBy = act.by.role === "officer" ? act.by.userId : before;
  const said = { recommendedBy, publicisedBy: null, awardedAt: null };
  await tx
    .update(tenders)
    .set({ status, publicisedAt, standstillEndsAt, ...recommended, ...said })
    .where(eq(tenders.id, tenderId));
  const until = standstillEndsAt.toISOString();
  await record(tx, act, officeId, { name: "tender.publicised", tenderId, bidId, until });
  await announce(tx);
}
