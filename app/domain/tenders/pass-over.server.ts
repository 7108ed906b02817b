import { and, eq, isNotNull } from "drizzle-orm";
import type { Act, Approver, Manager, Officer } from "#app/domain/act.ts";
import { rejectWinner } from "#app/domain/bids/settle.server.ts";
import { refuseOpenChallenge } from "#app/domain/challenges/open.server.ts";
import { comeIntoForce } from "#app/domain/contracts/come-into-force.server.ts";
import { dropUnsignedContracts } from "#app/domain/contracts/drop-unsigned.server.ts";
import { step } from "#app/domain/lifecycle.ts";
import { readCalendar } from "#app/domain/offices/calendar.server.ts";
import { standstillEnd } from "#app/domain/offices/working-days.ts";
import { announce } from "#app/domain/publish-notice.server.ts";
import { record } from "#app/domain/record.server.ts";
import { Refusal } from "#app/domain/refusal.ts";
import type { Id } from "#app/values/id.ts";
import { db, type Tx } from "#db/client.server.ts";
import { contracts } from "#db/schema/contracts.ts";
import { tenders } from "#db/schema/tenders.ts";
import { endTender } from "./end.server.ts";
import { type LockedTender, lockTender, refuseSuspended } from "./lock.server.ts";
import { nextRankOf } from "./next-rank.server.ts";
import { winnersOf } from "./publicise.server.ts";
import { asNamed, asRecommended, inRankOrder } from "./recommended.ts";
import { type PassOverCode, tenderLifecycle } from "./tender.ts";

/** `bidId` says which winner; needed only where there are several. */
export type PassOver = {
  tenderId: Id<"tender">;
  bidId?: Id<"bid"> | undefined;
  code: PassOverCode;
  reason: string;
};

/**
 * A winner gets no contract: the next rank is put on public show with a standstill of its own, while the other winners'
 * contracts wait. Where nobody is left to move up the others go on without her, and if there are none the tender fails.
 * Who was passed over cannot bid when it is tried again.
 */
export async function passOverWinner(
  act: Act<Officer>,
  { tenderId, code, reason, ...which }: PassOver,
): Promise<Passed> {
  return await db.transaction(async (tx) => {
    const tender = await lockTender(tx, act.by.officeId, tenderId);
    step(tenderLifecycle, tender.status, "pass_over");
    refuseSuspended(tender);
    await refuseOpenChallenge(tx, tenderId, "pass_over.challenge_open");
    const winners = winnersOf(tender);
    const bidId = which.bidId ?? onlyOneOf(winners);
    if (!winners.includes(bidId)) throw new Refusal("not_found");
    if (code !== "ineligible") await refuseSigned(tx, tenderId, bidId);
    return await passOver(tx, act, tender, { bidId, code, reason });
  });
}

type Passer = Officer | Approver | Manager;
/** How the tender stands after it. */
export type Passed = "publicised" | "awarded" | "contracted" | "failed";

/** The same of a locked tender in which nothing stands against it. Whoever recommended the first of them stays the one who did, unless an officer passes on. */
export async function passOver(
  tx: Tx,
  act: Act<Passer>,
  tender: LockedTender,
  { bidId, code, reason }: Omit<PassOver, "tenderId" | "bidId"> & { bidId: Id<"bid"> },
): Promise<Passed> {
  const { id: tenderId } = tender;
  await dropUnsignedContracts(tx, tenderId, bidId);
  await rejectWinner(tx, tenderId, bidId, reason);
  const event = { name: "tender.winner_passed_over", tenderId, bidId, code, reason } as const;
  const now = { by: act.by, at: tender.now };
  await record(tx, now, tender.officeId, event);
  const rest = winnersOf(tender).filter((winner) => winner !== bidId);
  const next = await nextRankOf(tx, tender);
  if (next) {
    await publicise(tx, now, tender, { winners: [...rest, next.bidId], reason });
    return "publicised";
  }
  const [first, ...others] = rest;
  if (first) return await goOnWithout(tx, now, tender, [first, ...others]);
  await endTender(tx, now, tender, { how: "fail", code: "nobody_left", reason });
  return "failed";
}

function onlyOneOf([winner, ...others]: readonly [Id<"bid">, ...Id<"bid">[]]) {
  if (others.length > 0) throw new Refusal("pass_over.whom");
  return winner;
}

/** What both sides signed binds them, though it waits for the others. */
async function refuseSigned(tx: Tx, tenderId: Id<"tender">, bidId: Id<"bid">) {
  const signed = and(
    eq(contracts.tenderId, tenderId),
    eq(contracts.bidId, bidId),
    eq(contracts.status, "pending"),
    isNotNull(contracts.officeSignedAt),
    isNotNull(contracts.organizationSignedAt),
  );
  if ((await tx.$count(contracts, signed)) > 0) throw new Refusal("pass_over.signed");
}

async function goOnWithout(
  tx: Tx,
  act: Act<Passer>,
  tender: LockedTender,
  rest: readonly [Id<"bid">, ...Id<"bid">[]],
) {
  const status = step(tenderLifecycle, tender.status, "go_on");
  await tx
    .update(tenders)
    .set({ status, ...asRecommended(rest) })
    .where(eq(tenders.id, tender.id));
  await announce(tx);
  return (await comeIntoForce(tx, act, tender)) ? "contracted" : "awarded";
}

async function publicise(
  tx: Tx,
  act: Act<Passer>,
  { id: tenderId, officeId, status: from, rules, scoreSheet, recommendedBy: before }: LockedTender,
  { winners, reason }: { winners: readonly Id<"bid">[]; reason: string },
) {
  const status = step(tenderLifecycle, from, "pass_over");
  const { at: publicisedAt } = act;
  const calendar = await readCalendar(tx);
  const standstillEndsAt = standstillEnd(publicisedAt, rules.standstillWorkingDays, calendar);
  const [first, ...others] = inRankOrder(scoreSheet?.bids ?? [], winners);
  if (!first) throw new Error(`tender ${tenderId} has no ranking`);
  const recommended = { ...asRecommended([first, ...others]), recommendedReason: reason };
  const recommendedBy = act.by.role === "officer" ? act.by.userId : before;
  const said = { recommendedBy, publicisedBy: null, awardedAt: null };
  await tx
    .update(tenders)
    .set({ status, publicisedAt, standstillEndsAt, ...recommended, ...said })
    .where(eq(tenders.id, tenderId));
  const until = standstillEndsAt.toISOString();
  const named = asNamed([first, ...others]);
  await record(tx, act, officeId, { name: "tender.publicised", tenderId, ...named, until });
  await announce(tx);
}
