import { eq } from "drizzle-orm";
import { newSecret, nextCode, stepOf } from "#app/domain/accounts/totp.server.ts";
import { databaseNow, worldNow } from "#app/domain/clock.server.ts";
import { sealText, unsealText } from "#app/domain/residents/sealed-fields.server.ts";
import type { Id } from "#app/values/id.ts";
import { db } from "../../client.server.ts";
import { one } from "../../rows.ts";
import { secondFactors } from "../../schema/index.ts";

/** Sets up an authenticator for somebody who has none. */
export async function makeSecondFactor(userId: Id<"user">): Promise<void> {
  await db
    .insert(secondFactors)
    .values({ userId, secretSealed: sealText(newSecret()), setUpAt: await databaseNow() })
    .onConflictDoNothing();
}

/** The code that somebody's authenticator shows now, good for half a minute more, as if she had waited for it; sets one up where there is none. */
export async function codeOf({ userId }: { userId: Id<"user"> }): Promise<string> {
  await makeSecondFactor(userId);
  const factor = one(
    await db
      .update(secondFactors)
      .set({ lastStep: 0 })
      .where(eq(secondFactors.userId, userId))
      .returning(),
  );
  const secret = factor.secretSealed && unsealText(factor.secretSealed);
  const now = await worldNow();
  const code = secret && nextCode(secret, { now, lastStep: stepOf(now) - 1 });
  if (!code) throw new Error("the second factor is not set up");
  return code;
}
