import { eq } from "drizzle-orm";
import type { Act, Actor } from "#app/domain/act.ts";
import { worldNow } from "#app/domain/clock.server.ts";
import { Refusal } from "#app/domain/refusal.ts";
import { unsealText } from "#app/domain/residents/sealed-fields.server.ts";
import type { Id } from "#app/values/id.ts";
import { db, type Tx } from "#db/client.server.ts";
import { secondFactors } from "#db/schema/second-factors.ts";
import { noteFailedAttempt, refuseTooManyAttempts } from "./attempts.server.ts";
import { spendRecoveryCode } from "./recovery-codes.server.ts";
import { matchingStep } from "./totp.server.ts";

/** So many wrong codes within a quarter of an hour, and no further one is looked at. */
export const CODE_TRIES = 5;

/**
 * Uses up a code of the person's authenticator, or a recovery code: each works once, since her row stays locked until the
 * transaction ends. A wrong one counts only if the caller's transaction commits.
 */
export async function spendCode(tx: Tx, userId: Id<"user">, typed: string): Promise<boolean> {
  const [factor] = await tx
    .select()
    .from(secondFactors)
    .where(eq(secondFactors.userId, userId))
    .for("no key update");
  if (!factor?.secretSealed) throw new Refusal("second_factor.missing");
  const now = await worldNow(tx);
  const subject = `code:${userId}`;
  await refuseTooManyAttempts(tx, { subject, now, limit: CODE_TRIES });
  const code = typed.replaceAll(/\s/g, "");
  const { lastStep } = factor;
  const step = matchingStep(unsealText(factor.secretSealed), code, { now, lastStep });
  if (step !== undefined) {
    await tx.update(secondFactors).set({ lastStep: step }).where(eq(secondFactors.userId, userId));
    return true;
  }
  if (await spendRecoveryCode(tx, userId, { code, now })) return true;
  await noteFailedAttempt(tx, { subject, now });
  return false;
}

/**
 * Runs what only the person herself may do: the code is used up in the same transaction, so one that is refused for
 * another reason leaves the code to be used again. A wrong code changes nothing and counts.
 */
export async function withCode<Result>(
  { by }: Act<Exclude<Actor, { role: "system" }>>,
  code: string,
  work: (tx: Tx) => Promise<Result>,
): Promise<Result> {
  const outcome = await db.transaction(async (tx) =>
    (await spendCode(tx, by.userId, code)) ? { done: await work(tx) } : undefined,
  );
  if (!outcome) throw new Refusal("second_factor.wrong_code");
  return outcome.done;
}
