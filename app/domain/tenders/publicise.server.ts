import { eq } from "drizzle-orm";
import type { Act, Approver } from "#app/domain/act.ts";
import { step } from "#app/domain/lifecycle.ts";
import { readCalendar } from "#app/domain/offices/calendar.server.ts";
import { standstillEnd } from "#app/domain/offices/working-days.ts";
import { announce } from "#app/domain/publish-notice.server.ts";
import { record } from "#app/domain/record.server.ts";
import { Refusal } from "#app/domain/refusal.ts";
import type { Id } from "#app/values/id.ts";
import { db } from "#db/client.server.ts";
import { tenders } from "#db/schema/tenders.ts";
import { lockTender, refuseSuspended } from "./lock.server.ts";
import { asNamed, recommendedBids } from "./recommended.ts";
import { tenderLifecycle } from "./tender.ts";

/** A second person publishes the recommendation with scores and reasons; the standstill runs from here, in working days. */
export async function publiciseTender(act: Act<Approver>, tenderId: Id<"tender">) {
  await db.transaction(async (tx) => {
    const tender = await lockTender(tx, act.by.officeId, tenderId);
    const status = step(tenderLifecycle, tender.status, "publicise");
    refuseSuspended(tender);
    const { recommendedBy, rules, now } = tender;
    if (recommendedBy === act.by.userId) throw new Refusal("publicity.own_recommendation");
    const winners = winnersOf(tender);
    const standstillEndsAt = standstillEnd(
      now,
      rules.standstillWorkingDays,
      await readCalendar(tx),
    );

    const publicised = { publicisedAt: now, publicisedBy: act.by.userId, standstillEndsAt };
    await tx
      .update(tenders)
      .set({ status, ...publicised })
      .where(eq(tenders.id, tenderId));
    const until = standstillEndsAt.toISOString();
    const event = { name: "tender.publicised", tenderId, ...asNamed(winners), until } as const;
    await record(tx, act, tender.officeId, event);
    await announce(tx);
  });
}

/** Whom the officer recommended, as the frozen score sheet knows the bids; best placed first. */
export function winnersOf(tender: Parameters<typeof recommendedBids>[0]) {
  const [first, ...others] = recommendedBids(tender);
  if (!first) throw new Refusal("lifecycle.not_now");
  return [first, ...others] as const;
}
