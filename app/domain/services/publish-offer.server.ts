import { and, eq, gt } from "drizzle-orm";
import type { Act, Manager } from "#app/domain/act.ts";
import { requireNotSuspended } from "#app/domain/organizations/suspension.server.ts";
import { announce, callWorker } from "#app/domain/publish-notice.server.ts";
import { record } from "#app/domain/record.server.ts";
import { Refusal } from "#app/domain/refusal.ts";
import type { Id } from "#app/values/id.ts";
import { db, type Tx } from "#db/client.server.ts";
import { workerHours, workers } from "#db/schema/organizations.ts";
import { offers, offerWorkers, serviceSessions } from "#db/schema/services.ts";
import { lockActiveContract, lockOffer } from "./lock.server.ts";

/** Residents see the offer and may book it. Refused while nobody could deliver it. */
export async function publishOffer(act: Act<Manager>, offerId: Id<"offer">) {
  await db.transaction(async (tx) => {
    const offer = await lockOffer(tx, act.by, offerId);
    const { contractId, officeId } = offer;
    await lockActiveContract(tx, act.by, contractId);
    if (offer.published) throw new Refusal("lifecycle.not_now");
    await requireNotSuspended(tx, act.by.organizationId, "offer.suspended");
    if (offer.mode === "visit") await requireStaff(tx, offerId);
    else await requireSessions(tx, offerId, act.at);

    await tx.update(offers).set({ published: true }).where(eq(offers.id, offerId));
    await record(tx, act, officeId, { name: "offer.published", offerId, contractId });
    await announce(tx);
    await callWorker(tx);
  });
}

async function requireStaff(tx: Tx, offerId: Id<"offer">) {
  const [somebody] = await tx
    .select({ workerId: offerWorkers.workerId })
    .from(offerWorkers)
    .innerJoin(workers, and(eq(workers.id, offerWorkers.workerId), workers.active))
    .innerJoin(workerHours, eq(workerHours.workerId, workers.id))
    .where(eq(offerWorkers.offerId, offerId))
    .limit(1);
  if (!somebody) throw new Refusal("offer.nobody_delivers");
}

async function requireSessions(tx: Tx, offerId: Id<"offer">, now: Date) {
  const [session] = await tx
    .select({ id: serviceSessions.id })
    .from(serviceSessions)
    .where(and(eq(serviceSessions.offerId, offerId), gt(serviceSessions.startsAt, now)))
    .limit(1);
  if (!session) throw new Refusal("offer.no_sessions");
}
