import { and, eq } from "drizzle-orm";
import { databaseNow } from "#app/domain/clock.server.ts";
import { Refusal } from "#app/domain/refusal.ts";
import type { Id } from "#app/values/id.ts";
import type { Tx } from "#db/client.server.ts";
import { tenders } from "#db/schema/tenders.ts";
import { rulesOf } from "./rules.server.ts";
import { statusAt } from "./tender.ts";

export type LockedTender = Awaited<ReturnType<typeof lockTender>>;

/**
 * The office's own tender, locked until the transaction ends, with `now` by the database's clock read after
 * the lock was won and `status` as of then: past its deadline it is closed even if no timer ran. `rules` are its own.
 */
export async function lockTender(tx: Tx, officeId: Id<"office">, tenderId: Id<"tender">) {
  const [tender] = await tx
    .select()
    .from(tenders)
    .where(and(eq(tenders.id, tenderId), eq(tenders.officeId, officeId)))
    .for("update");
  if (!tender) throw new Refusal("not_found");
  const now = await databaseNow(tx);
  const rules = await rulesOf(tx, tender);
  return { ...tender, status: statusAt(tender, now), now, rules };
}

/** While a tender is suspended nothing in it goes on. */
export function refuseSuspended({ suspendedAt }: { suspendedAt: Date | null }): void {
  if (suspendedAt) throw new Refusal("tender.suspended");
}

/** The same, of a tender that is still a draft: once it is under review nothing in it changes. */
export async function lockDraft(tx: Tx, officeId: Id<"office">, tenderId: Id<"tender">) {
  const tender = await lockTender(tx, officeId, tenderId);
  if (tender.status === "consulting") throw new Refusal("consultation.no_changes");
  if (tender.status !== "draft") throw new Refusal("lifecycle.not_now");
  return tender;
}
