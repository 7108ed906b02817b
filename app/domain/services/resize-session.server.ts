import { and, eq, lte } from "drizzle-orm";
import type { Act, Manager } from "#app/domain/act.ts";
import { announce } from "#app/domain/publish-notice.server.ts";
import { record } from "#app/domain/record.server.ts";
import { Refusal } from "#app/domain/refusal.ts";
import type { Id } from "#app/values/id.ts";
import { db } from "#db/client.server.ts";
import { serviceSessions } from "#db/schema/services.ts";
import { lockOffer } from "./lock.server.ts";

type Resize = { offerId: Id<"offer">; sessionId: Id<"service_session">; capacity: number };

/** More or fewer seats, never fewer than are taken; none at all closes a session that nobody booked. */
export async function resizeSession(act: Act<Manager>, { offerId, sessionId, capacity }: Resize) {
  await db.transaction(async (tx) => {
    const { officeId } = await lockOffer(tx, act.by, offerId);
    const ofOffer = and(eq(serviceSessions.id, sessionId), eq(serviceSessions.offerId, offerId));
    const resized = await tx
      .update(serviceSessions)
      .set({ capacity })
      .where(and(ofOffer, lte(serviceSessions.taken, capacity)))
      .returning({ id: serviceSessions.id });
    if (resized.length === 0) {
      const known = await tx.$count(serviceSessions, ofOffer);
      throw new Refusal(known === 0 ? "not_found" : "service_session.below_taken");
    }
    await record(tx, act, officeId, { name: "service_session.resized", sessionId, capacity });
    await announce(tx);
  });
}
