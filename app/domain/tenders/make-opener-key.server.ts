import { and, eq, inArray, or } from "drizzle-orm";
import type { Act, Opener } from "#app/domain/act.ts";
import { record } from "#app/domain/record.server.ts";
import { Refusal } from "#app/domain/refusal.ts";
import type { Id } from "#app/values/id.ts";
import { db, type Tx } from "#db/client.server.ts";
import { openerKeys } from "#db/schema/bids.ts";
import { tenders } from "#db/schema/tenders.ts";
import { makeOpenerKey } from "./key-shares.server.ts";

/**
 * The opener's own key pair under a passphrase that is kept nowhere. A new one replaces the old,
 * unless tenders sealed with the old one still wait to be opened.
 */
export async function makeOwnOpenerKey(act: Act<Opener>, passphrase: string) {
  const { userId, officeId } = act.by;
  const key = await makeOpenerKey(passphrase);
  await db.transaction(async (tx) => {
    const held = await lockOpenerKey(tx, userId);
    if (held && (await opensSomething(tx, userId))) throw new Refusal("opening.key_in_use");
    const values = { ...key, createdAt: act.at };
    await tx
      .insert(openerKeys)
      .values({ userId, ...values })
      .onConflictDoUpdate({ target: openerKeys.userId, set: values });
    await record(tx, act, officeId, { name: "opener.key_made" });
  });
}

/** The opener's key as she made it, locked until the transaction ends; undefined if she has none. */
export async function lockOpenerKey(tx: Tx, userId: Id<"user">) {
  const [key] = await tx
    .select()
    .from(openerKeys)
    .where(eq(openerKeys.userId, userId))
    .for("update");
  return key;
}

/** Nobody replaces the openers' keys until the transaction ends, so no tender is sealed to a key that has just gone. */
export async function holdOpenerKeys(
  tx: Tx,
  { openerAId, openerBId }: { openerAId: Id<"user"> | null; openerBId: Id<"user"> | null },
): Promise<void> {
  const openers = [openerAId, openerBId].filter((opener) => opener !== null);
  await tx
    .select({ userId: openerKeys.userId })
    .from(openerKeys)
    .where(inArray(openerKeys.userId, openers))
    .orderBy(openerKeys.userId)
    .for("share");
}

async function opensSomething(tx: Tx, userId: Id<"user">): Promise<boolean> {
  const waiting = and(
    or(eq(tenders.openerAId, userId), eq(tenders.openerBId, userId)),
    inArray(tenders.status, ["open", "closed"]),
  );
  return (await tx.$count(tenders, waiting)) > 0;
}
