import type { Act, Manager } from "#app/domain/act.ts";
import { announce } from "#app/domain/publish-notice.server.ts";
import { record } from "#app/domain/record.server.ts";
import { Refusal } from "#app/domain/refusal.ts";
import type { Id } from "#app/values/id.ts";
import { db } from "#db/client.server.ts";
import { serviceSessions } from "#db/schema/services.ts";
import { lockActiveContract, lockOffer } from "./lock.server.ts";
import { readPlanBasis } from "./plan-basis.server.ts";
import { planSessions, type SessionWish } from "./session-plan.ts";

/** Opens what the plan calls new, all or nothing, and says how many; doing it again opens none. */
export async function openSessions(
  act: Act<Manager>,
  offerId: Id<"offer">,
  { capacity, ...wish }: SessionWish & { capacity: number },
): Promise<number> {
  return await db.transaction(async (tx) => {
    const offer = await lockOffer(tx, act.by, offerId);
    if (offer.mode !== "seat") throw new Refusal("not_found");
    await lockActiveContract(tx, act.by, offer.contractId);
    const plan = planSessions(wish, await readPlanBasis(tx, offer, wish, act.at));
    const { officeId } = offer;
    const rows = plan.sessions
      .filter(({ state }) => state === "new")
      .map(({ state: _, ...session }) => ({ ...session, officeId, offerId, capacity }));
    if (rows.length === 0) return 0;

    await tx.insert(serviceSessions).values(rows);
    const count = rows.length;
    await record(tx, act, officeId, { name: "service_sessions.opened", offerId, count });
    await announce(tx);
    return count;
  });
}
