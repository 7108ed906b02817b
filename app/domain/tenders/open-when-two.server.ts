import { and, eq } from "drizzle-orm";
import type { Act, Opener, Operator } from "#app/domain/act.ts";
import { dropSilent } from "#app/domain/bids/drop-silent.server.ts";
import { lapseUnconfirmedBids } from "#app/domain/bids/lapse.server.ts";
import { countSubmittedBids, openBids } from "#app/domain/bids/open.server.ts";
import { step } from "#app/domain/lifecycle.ts";
import { announce } from "#app/domain/publish-notice.server.ts";
import { record } from "#app/domain/record.server.ts";
import { Refusal } from "#app/domain/refusal.ts";
import { openings } from "#app/i18n/zh/openings.ts";
import type { Id } from "#app/values/id.ts";
import type { Tx } from "#db/client.server.ts";
import { openingTurns } from "#db/schema/bids.ts";
import { tenders } from "#db/schema/tenders.ts";
import { endTender } from "./end.server.ts";
import { unwrapTenderKey } from "./key-shares.server.ts";
import { type LockedTender, lockTender, refuseSuspended } from "./lock.server.ts";
import { type Holder, type KeyCopy, type ReleasedShare, TURNS_NEEDED } from "./opening.ts";
import { bidsNeeded } from "./profile.ts";
import { tenderLifecycle } from "./tender.ts";

/** The office's tender, locked, whose bids may be opened now: past its deadline, with bids enough. */
export async function lockOpening(tx: Tx, officeId: Id<"office">, tenderId: Id<"tender">) {
  const tender = await lockTender(tx, officeId, tenderId);
  if (tender.status === "open") throw new Refusal("opening.too_early");
  step(tenderLifecycle, tender.status, "open_bids");
  refuseSuspended(tender);
  const needed = bidsNeeded(tender.rules, tender.reducedBidsReason);
  if ((await countSubmittedBids(tx, tenderId)) < needed) {
    throw new Refusal("opening.too_few");
  }
  return tender;
}

type Turn = { holder: Holder; released: ReleasedShare[]; copies: KeyCopy[] };

/**
 * Keep a holder's turn; when it is the second, the bids are opened and the panel's work begins. Where too few can be
 * opened the tender fails.
 */
export async function keepTurn(
  tx: Tx,
  act: Act<Opener | Operator>,
  tender: LockedTender,
  { holder, released, copies }: Turn,
): Promise<"waiting" | "opened" | "failed"> {
  const { id: tenderId, officeId, round } = tender;
  const { userId } = act.by;
  const [kept] = await tx
    .insert(openingTurns)
    .values({ tenderId, round, holder, userId, released, at: act.at })
    .onConflictDoNothing()
    .returning();
  if (!kept) throw new Refusal("opening.turn_taken");
  await record(tx, act, officeId, { name: "opening.turn_taken", tenderId, round, holder });

  const turns = await tx
    .select()
    .from(openingTurns)
    .where(and(eq(openingTurns.tenderId, tenderId), eq(openingTurns.round, round)));
  if (turns.length < TURNS_NEEDED) return "waiting";
  await lapseUnconfirmedBids(tx, act, tender);
  const shares = turns.flatMap((turn) => turn.released);
  const found = await openBids(tx, act, tender, await unwrapTenderKey(copies, shares));
  await dropSilent(tx, act, tender);
  const status = step(tenderLifecycle, tender.status, "open_bids");
  await tx.update(tenders).set({ status, openedAt: act.at }).where(eq(tenders.id, tenderId));
  await record(tx, act, officeId, { name: "opening.done", tenderId, round, ...found });
  const opened = Object.keys(found.plaintexts).length;
  const needed = bidsNeeded(tender.rules, tender.reducedBidsReason);
  if (opened < needed) {
    const reason = openings.tooFewOpened(opened, needed);
    const end = { how: "fail", code: "too_few_responsive", reason } as const;
    await endTender(tx, act, { ...tender, status }, end);
    return "failed";
  }
  await announce(tx);
  return "opened";
}
