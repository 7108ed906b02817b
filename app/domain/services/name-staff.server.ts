import { and, eq, inArray } from "drizzle-orm";
import type { Act, Manager } from "#app/domain/act.ts";
import { announce } from "#app/domain/publish-notice.server.ts";
import { record } from "#app/domain/record.server.ts";
import { Refusal } from "#app/domain/refusal.ts";
import type { Id } from "#app/values/id.ts";
import { db } from "#db/client.server.ts";
import { workers } from "#db/schema/organizations.ts";
import { offerWorkers } from "#db/schema/services.ts";
import { lockOffer } from "./lock.server.ts";

/** These workers of the organization deliver the offer, and no others; bookings that were made stay. */
export async function nameStaff(act: Act<Manager>, offerId: Id<"offer">, chosen: Id<"worker">[]) {
  const workerIds = [...new Set(chosen)];
  await db.transaction(async (tx) => {
    const offer = await lockOffer(tx, act.by, offerId);
    const own = await tx.$count(
      workers,
      and(
        inArray(workers.id, workerIds),
        eq(workers.organizationId, act.by.organizationId),
        workers.active,
      ),
    );
    if (own < workerIds.length) throw new Refusal("not_found");
    if (offer.published && offer.mode === "visit" && own === 0) {
      throw new Refusal("offer.nobody_delivers");
    }
    await tx.delete(offerWorkers).where(eq(offerWorkers.offerId, offerId));
    if (own > 0) {
      await tx.insert(offerWorkers).values(workerIds.map((workerId) => ({ offerId, workerId })));
    }
    await record(tx, act, offer.officeId, { name: "offer.changed", offerId });
    await announce(tx);
  });
}
