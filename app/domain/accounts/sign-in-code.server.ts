import { Refusal } from "#app/domain/refusal.ts";
import type { Id } from "#app/values/id.ts";
import { db } from "#db/client.server.ts";
import { spendCode } from "./spend-code.server.ts";

/** The second half of signing in, for somebody whose password was right; a wrong code counts. */
export async function checkSignInCode(userId: Id<"user">, code: string): Promise<void> {
  const right = await db.transaction((tx) => spendCode(tx, userId, code));
  if (!right) throw new Refusal("second_factor.wrong_code");
}
