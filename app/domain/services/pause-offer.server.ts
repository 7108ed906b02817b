import { eq } from "drizzle-orm";
import type { Act, Manager } from "#app/domain/act.ts";
import { announce } from "#app/domain/publish-notice.server.ts";
import { record } from "#app/domain/record.server.ts";
import { Refusal } from "#app/domain/refusal.ts";
import type { Id } from "#app/values/id.ts";
import { db } from "#db/client.server.ts";
import { offers } from "#db/schema/services.ts";
import { lockOffer } from "./lock.server.ts";

/** The offer takes no new bookings until it is published again; bookings that were made stay. */
export async function pauseOffer(act: Act<Manager>, offerId: Id<"offer">) {
  await db.transaction(async (tx) => {
    const offer = await lockOffer(tx, act.by, offerId);
    if (!offer.published) throw new Refusal("lifecycle.not_now");
    await tx.update(offers).set({ published: false }).where(eq(offers.id, offerId));
    await record(tx, act, offer.officeId, { name: "offer.paused", offerId });
    await announce(tx);
  });
}
