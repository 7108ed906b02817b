import { hashPassword } from "#app/domain/accounts/passwords.server.ts";
import { databaseNow } from "#app/domain/clock.server.ts";
import { record } from "#app/domain/record.server.ts";
import { Refusal } from "#app/domain/refusal.ts";
import type { Id } from "#app/values/id.ts";
import { db, type Tx } from "#db/client.server.ts";
import { users } from "#db/schema/accounts.ts";
import { memberships } from "#db/schema/memberships.ts";
import { organizations } from "#db/schema/organizations.ts";

type OfItsKind =
  | {
      kind: "registered";
      /** Normalised and checked. */
      creditCode: string;
      officeId: null;
    }
  | { kind: "team"; creditCode: null; officeId: Id<"office"> };

export type OrganizationDetails = OfItsKind & {
  name: string;
  introduction: string;
  contactName: string;
  contactPhone: string;
};

export type FirstManager = { name: string; account: string; password: string };

/**
 * A social organization, or a residents' team of a street, and its first manager sign up, who leads the team; it may look around, and bid once it
 * is verified.
 */
export async function registerOrganization(details: OrganizationDetails, manager: FirstManager) {
  const passwordHash = await hashPassword(manager.password);
  return await db.transaction(async (tx) => {
    const at = await databaseNow(tx);
    const { name, account } = manager;
    const [user] = await tx
      .insert(users)
      .values({ name, account, passwordHash })
      .onConflictDoNothing({ target: users.account })
      .returning({ id: users.id });
    if (!user) throw new Refusal("account.taken");
    const leaderId = details.kind === "team" ? user.id : null;
    const organizationId = await insertOrganization(tx, { ...details, leaderId }, at);
    await tx.insert(memberships).values({ userId: user.id, role: "manager", organizationId });
    const by = { role: "manager", userId: user.id, organizationId } as const;
    await record(tx, { by, at }, null, { name: "organization.registered", organizationId });
    return by;
  });
}

type Inserted = OrganizationDetails & { leaderId: Id<"user"> | null };

async function insertOrganization(tx: Tx, details: Inserted, registeredAt: Date) {
  const [organization] = await tx
    .insert(organizations)
    .values({ ...details, registeredAt })
    .onConflictDoNothing({ target: organizations.creditCode })
    .returning({ id: organizations.id });
  if (!organization) throw new Refusal("organization.code_taken");
  return organization.id;
}
