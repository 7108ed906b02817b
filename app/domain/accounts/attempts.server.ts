import { and, count, eq, gt } from "drizzle-orm";
import { Refusal } from "#app/domain/refusal.ts";
import { addTo, minutes } from "#app/values/time.ts";
import type { db, Tx } from "#db/client.server.ts";
import { signInFailures } from "#db/schema/accounts.ts";

const window = minutes(15);

type Attempts = { subject: string; now: Date };

/** Refuses once the subject has `limit` failures within a quarter of an hour. */
export async function refuseTooManyAttempts(
  tx: Tx | typeof db,
  { subject, now, limit }: Attempts & { limit: number },
): Promise<void> {
  const [row] = await tx
    .select({ failures: count() })
    .from(signInFailures)
    .where(and(eq(signInFailures.subject, subject), gt(signInFailures.at, addTo(now, -window))));
  if ((row?.failures ?? 0) >= limit) throw new Refusal("account.too_many_attempts");
}

/** Counts a failure of the subject; the caller's transaction must commit for it to count. */
export async function noteFailedAttempt(
  tx: Tx | typeof db,
  { subject, now }: Attempts,
): Promise<void> {
  await tx.insert(signInFailures).values({ subject, at: now });
}
