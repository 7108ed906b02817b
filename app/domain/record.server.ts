import type { Id } from "#app/values/id.ts";
import { newId } from "#app/values/id.ts";
import type { Tx } from "#db/client.server.ts";
import { events } from "#db/schema/events.ts";
import { deliveries } from "#db/schema/mail.ts";
import type { Act } from "./act.ts";
import type { DomainEvent } from "./events.ts";
import { isHeard } from "./heard-events.ts";

/**
 * Write what happened to the event log, inside the transaction that made it happen, and beside it that people are to be
 * told, where any are.
 * `officeId` names the office whose chain the event is sealed into; null is the platform's own.
 */
export async function record(
  tx: Tx,
  act: Act,
  officeId: Id<"office"> | null,
  event: DomainEvent,
): Promise<{ id: Id<"event">; digest: string }> {
  const { name, ...detail } = event;
  const id = newId<"event">();
  const [row] = await tx
    .insert(events)
    .values({
      id,
      officeId,
      name,
      detail,
      byUserId: act.by.userId,
      byRole: act.by.role,
      at: act.at,
    })
    .returning({ digest: events.digest });
  if (!row?.digest) throw new Error("the event got no digest");
  if (isHeard(name)) await tx.insert(deliveries).values({ eventId: id, nextAt: act.at });
  return { id, digest: row.digest };
}
