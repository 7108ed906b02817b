import { eq } from "drizzle-orm";
import type { Act } from "#app/domain/act.ts";
import { Refusal } from "#app/domain/refusal.ts";
import { sealText } from "#app/domain/residents/sealed-fields.server.ts";
import { db } from "#db/client.server.ts";
import { secondFactors } from "#db/schema/second-factors.ts";
import type { Holder } from "./second-factor.ts";
import { spendCode } from "./spend-code.server.ts";
import { newSecret } from "./totp.server.ts";

/** A new key for an authenticator; whoever has one already proves it first, and the old key works until the new one does. */
export async function makeKey({ by }: Act<Holder>, { code }: { code: string }): Promise<void> {
  const { userId } = by;
  const own = eq(secondFactors.userId, userId);
  const proven = await db.transaction(async (tx) => {
    await tx.insert(secondFactors).values({ userId }).onConflictDoNothing();
    const [factor] = await tx.select().from(secondFactors).where(own).for("no key update");
    if (factor?.secretSealed && !(await spendCode(tx, userId, code))) return false;
    await tx
      .update(secondFactors)
      .set({ nextSecretSealed: sealText(newSecret()) })
      .where(own);
    return true;
  });
  if (!proven) throw new Refusal("second_factor.wrong_code");
}
