import { and, eq, isNull } from "drizzle-orm";
import type { Act, Manager, Resident } from "#app/domain/act.ts";
import { holdsPersonalNumbers } from "#app/domain/consultations/personal-data.ts";
import { announce } from "#app/domain/publish-notice.server.ts";
import { record } from "#app/domain/record.server.ts";
import { Refusal } from "#app/domain/refusal.ts";
import { lockTender } from "#app/domain/tenders/lock.server.ts";
import { methodSettings } from "#app/domain/tenders/method.ts";
import { type Id, newId } from "#app/values/id.ts";
import { db, type Tx } from "#db/client.server.ts";
import { objections } from "#db/schema/objections.ts";
import { tenders } from "#db/schema/tenders.ts";

export type Objecting = { tenderId: Id<"tender">; text: string };

/**
 * An organization or a resident objects, while the result stands in public, to buying from the one supplier who was
 * asked; nothing is awarded until that is decided. Refuses the supplier herself, and a second one before the first is decided.
 */
export async function objectToTender(
  { by }: Act<Manager | Resident>,
  { tenderId, text }: Objecting,
): Promise<Id<"objection">> {
  if (holdsPersonalNumbers(text)) throw new Refusal("consultation.personal_data");
  return await db.transaction(async (tx) => {
    const tender = await lockObjectable(tx, tenderId);
    const { officeId, invitedOrganizationId, standstillEndsAt, now: at } = tender;
    if (by.role === "manager" && by.organizationId === invitedOrganizationId) {
      throw new Refusal("objection.own");
    }
    if (tender.status !== "publicised" || !standstillEndsAt) throw new Refusal("objection.not_now");
    if ((tender.suspendedAt ?? at) >= standstillEndsAt) throw new Refusal("objection.over");
    const author =
      by.role === "manager" ? { organizationId: by.organizationId } : { residentId: by.residentId };
    await refuseSecond(tx, by, tenderId);
    const id = newId<"objection">();
    await tx
      .insert(objections)
      .values({ id, tenderId, text, ...author, writtenBy: by.userId, writtenAt: at });
    const proxy = by.role === "resident" && by.proxySessionId ? { proxy: by.proxySessionId } : {};
    const made = { name: "objection.made", tenderId, objectionId: id, ...proxy } as const;
    await record(tx, { by, at }, officeId, made);
    await announce(tx);
    return id;
  });
}

/** Objections are to purchases from one supplier alone; against all others there are challenges. */
async function lockObjectable(tx: Tx, tenderId: Id<"tender">) {
  const [found] = await tx
    .select({ officeId: tenders.officeId })
    .from(tenders)
    .where(eq(tenders.id, tenderId));
  const tender = found && (await lockTender(tx, found.officeId, tenderId));
  if (!tender?.publishedAt || !methodSettings[tender.method].objections) {
    throw new Refusal("not_found");
  }
  return tender;
}

async function refuseSecond(tx: Tx, by: Manager | Resident, tenderId: Id<"tender">) {
  const own =
    by.role === "manager"
      ? eq(objections.organizationId, by.organizationId)
      : eq(objections.residentId, by.residentId);
  const open = and(eq(objections.tenderId, tenderId), own, isNull(objections.upheld));
  if ((await tx.$count(objections, open)) > 0) throw new Refusal("objection.already_open");
}
