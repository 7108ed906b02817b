import { and, eq, sql } from "drizzle-orm";
import { readClock, worldNow } from "#app/domain/clock.server.ts";
import { unsealText } from "#app/domain/residents/sealed-fields.server.ts";
import type { Id } from "#app/values/id.ts";
import { db } from "#db/client.server.ts";
import { users } from "#db/schema/accounts.ts";
import { recoveryCodes, secondFactors } from "#db/schema/second-factors.ts";
import { keyUri, nextCode } from "./totp.server.ts";

/** Since when the person has a second factor, and how many recovery codes are left. */
export async function findSecondFactor(userId: Id<"user">) {
  const [found] = await db
    .select({
      setUpAt: secondFactors.setUpAt,
      codesLeft: sql<number>`(select count(*)::int from ${recoveryCodes}
        where ${recoveryCodes.userId} = ${userId} and ${recoveryCodes.usedAt} is null)`,
    })
    .from(secondFactors)
    .where(eq(secondFactors.userId, userId));
  return found?.setUpAt ? { setUpAt: found.setUpAt, codesLeft: found.codesLeft } : undefined;
}

/** Whether the person can prove that it is she, and in a demo with which code. */
export async function findProof(userId: Id<"user">) {
  const [factor, demo] = await Promise.all([findSecondFactor(userId), findDemoCode(userId)]);
  return { on: factor !== undefined, demo };
}

/** The key that waits for its first code, as text and as what a QR code says. */
export async function findKey(userId: Id<"user">) {
  const [found] = await db
    .select({ sealed: secondFactors.nextSecretSealed, account: users.account })
    .from(secondFactors)
    .innerJoin(users, eq(users.id, secondFactors.userId))
    .where(eq(secondFactors.userId, userId));
  if (!found?.sealed) return undefined;
  const secret = unsealText(found.sealed);
  return { secret, uri: keyUri(secret, found.account) };
}

/** The code that a person of the demo street would read on her phone: never outside a demo or a test. */
export async function findDemoCode(userId: Id<"user">) {
  const { movable } = await readClock();
  if (!movable) return undefined;
  const [found] = await db
    .select({ sealed: secondFactors.secretSealed, lastStep: secondFactors.lastStep })
    .from(secondFactors)
    .innerJoin(users, eq(users.id, secondFactors.userId))
    .where(and(eq(users.id, userId), users.demo));
  if (!found?.sealed) return undefined;
  const { lastStep } = found;
  return { code: nextCode(unsealText(found.sealed), { now: await worldNow(), lastStep }) };
}
