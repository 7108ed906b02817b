import { and, eq, type SQL } from "drizzle-orm";
import type { Manager, OfficeStaff } from "#app/domain/act.ts";
import { Refusal } from "#app/domain/refusal.ts";
import { lockTender } from "#app/domain/tenders/lock.server.ts";
import type { Id } from "#app/values/id.ts";
import type { Tx } from "#db/client.server.ts";
import { challenges } from "#db/schema/challenges.ts";

export type LockedChallenge = Awaited<ReturnType<typeof lockChallenge>>;

/** The challenges that an organization filed, or that the tenders of an office met with. */
export const challengesOf = (by: OfficeStaff | Manager): SQL =>
  by.role === "manager"
    ? eq(challenges.organizationId, by.organizationId)
    : eq(challenges.officeId, by.officeId);

/** One's own challenge, locked with its tender, which is locked first. */
export async function lockChallenge(
  tx: Tx,
  by: OfficeStaff | Manager,
  challengeId: Id<"challenge">,
) {
  const own = and(eq(challenges.id, challengeId), challengesOf(by));
  const [found] = await tx
    .select({ officeId: challenges.officeId, tenderId: challenges.tenderId })
    .from(challenges)
    .where(own);
  if (!found) throw new Refusal("not_found");
  const tender = await lockTender(tx, found.officeId, found.tenderId);
  const [challenge] = await tx.select().from(challenges).where(own).for("update");
  if (!challenge) throw new Refusal("not_found");
  return { ...challenge, tender };
}
