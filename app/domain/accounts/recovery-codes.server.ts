import { createHash, randomBytes } from "node:crypto";
import { and, eq, isNull } from "drizzle-orm";
import type { Id } from "#app/values/id.ts";
import type { Tx } from "#db/client.server.ts";
import { recoveryCodes } from "#db/schema/second-factors.ts";

const COUNT = 10;

const hashOf = (code: string) =>
  createHash("sha256").update(code.toUpperCase().replaceAll("-", "")).digest("hex");

/** Ten new codes such as 3F9A-02BC-77D1-E4A0 in place of all earlier ones; nobody can read them again. */
export async function replaceRecoveryCodes(tx: Tx, userId: Id<"user">): Promise<string[]> {
  const codes = Array.from({ length: COUNT }, newCode);
  await tx.delete(recoveryCodes).where(eq(recoveryCodes.userId, userId));
  await tx.insert(recoveryCodes).values(codes.map((code) => ({ userId, codeHash: hashOf(code) })));
  return codes;
}

/** Uses a recovery code up, if it is one of the person's that has not been used. */
export async function spendRecoveryCode(
  tx: Tx,
  userId: Id<"user">,
  { code, now }: { code: string; now: Date },
): Promise<boolean> {
  const spent = await tx
    .update(recoveryCodes)
    .set({ usedAt: now })
    .where(
      and(
        eq(recoveryCodes.userId, userId),
        eq(recoveryCodes.codeHash, hashOf(code)),
        isNull(recoveryCodes.usedAt),
      ),
    )
    .returning({ id: recoveryCodes.id });
  return spent.length > 0;
}

const newCode = () => {
  const digits = randomBytes(8).toString("hex").toUpperCase();
  return [0, 4, 8, 12].map((from) => digits.slice(from, from + 4)).join("-");
};
