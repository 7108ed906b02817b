import { and, asc, eq, isNull, lte, notExists, sql } from "drizzle-orm";
import type { Act, System } from "#app/domain/act.ts";
import { settleBids } from "#app/domain/bids/settle.server.ts";
import { hasOpenChallenge, openChallengesOf } from "#app/domain/challenges/open.server.ts";
import { drawUpContract } from "#app/domain/contracts/draw-up.server.ts";
import { step } from "#app/domain/lifecycle.ts";
import { hasOpenObjection, openObjectionsTo } from "#app/domain/objections/open.server.ts";
import { announce } from "#app/domain/publish-notice.server.ts";
import { record } from "#app/domain/record.server.ts";
import type { Id } from "#app/values/id.ts";
import { db } from "#db/client.server.ts";
import { tenders } from "#db/schema/tenders.ts";
import { lockTender } from "./lock.server.ts";
import { methodSettings } from "./method.ts";
import { winnersOf } from "./publicise.server.ts";
import { asNamed } from "./recommended.ts";
import { tenderLifecycle } from "./tender.ts";

export type DueTender = { officeId: Id<"office">; tenderId: Id<"tender"> };

/** Tenders whose standstill is over by the database's clock, the longest waiting first. */
export async function listTendersToAward(): Promise<DueTender[]> {
  return await db
    .select({ officeId: tenders.officeId, tenderId: tenders.id })
    .from(tenders)
    .where(
      and(
        eq(tenders.status, "publicised"),
        lte(tenders.standstillEndsAt, sql`clock_now()`),
        isNull(tenders.suspendedAt),
        notExists(openChallengesOf(tenders.id)),
        notExists(openObjectionsTo(tenders.id)),
      ),
    )
    .orderBy(asc(tenders.standstillEndsAt))
    .limit(100);
}

/**
 * The clock awards: the recommended bids win, the others lose, and a contract with each winner is drawn up for both to sign,
 * unless both sides first have to say yes, or she had it before another winner was passed over.
 * Does nothing, and says false, before the standstill is over, while a challenge or an objection is open or the tender suspended, or
 * when it has been done.
 */
export async function awardWhenStandstillOver(
  act: Act<System>,
  { officeId, tenderId }: DueTender,
): Promise<boolean> {
  return await db.transaction(async (tx) => {
    const tender = await lockTender(tx, officeId, tenderId);
    const { standstillEndsAt, now } = tender;
    const due = tender.status === "publicised" && standstillEndsAt && now >= standstillEndsAt;
    if (!due || tender.suspendedAt) return false;
    if (await hasOpenChallenge(tx, tenderId)) return false;
    if (await hasOpenObjection(tx, tenderId)) return false;

    const status = step(tenderLifecycle, tender.status, "award");
    const winners = winnersOf(tender);
    const won = await settleBids(tx, tenderId, winners);
    await tx.update(tenders).set({ status, awardedAt: now }).where(eq(tenders.id, tenderId));
    await record(tx, act, officeId, { name: "tender.awarded", tenderId, ...asNamed(winners) });
    if (methodSettings[tender.method].acceptance === "none") {
      for (const winner of won) await drawUpContract(tx, act, tender, winner);
    }
    await announce(tx);
    return true;
  });
}
