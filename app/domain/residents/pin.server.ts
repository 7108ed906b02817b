import { eq } from "drizzle-orm";
import { noteFailedAttempt, refuseTooManyAttempts } from "#app/domain/accounts/attempts.server.ts";
import type { Id } from "#app/values/id.ts";
import type { Tx } from "#db/client.server.ts";
import { one } from "#db/rows.ts";
import { residents } from "#db/schema/residents.ts";
import { unsealText } from "./sealed-fields.server.ts";

/** So many wrong PINs within a quarter of an hour, and no further one is looked at. */
export const PIN_TRIES = 5;

/**
 * Whether it is the PIN on the resident's card. Tries are made one after another, since her row stays locked until the
 * transaction ends; a wrong one counts only if the caller's transaction commits.
 */
export async function pinMatches(
  tx: Tx,
  residentId: Id<"resident">,
  { pin, now }: { pin: string; now: Date },
): Promise<boolean> {
  const { pinSealed } = one(
    await tx
      .select({ pinSealed: residents.pinSealed })
      .from(residents)
      .where(eq(residents.id, residentId))
      .for("no key update"),
  );
  const subject = `pin:${residentId}`;
  await refuseTooManyAttempts(tx, { subject, now, limit: PIN_TRIES });
  if (unsealText(pinSealed) === pin) return true;
  await noteFailedAttempt(tx, { subject, now });
  return false;
}
