import { hashPassword } from "#app/domain/accounts/passwords.server.ts";
import { databaseNow } from "#app/domain/clock.server.ts";
import { record } from "#app/domain/record.server.ts";
import { Refusal } from "#app/domain/refusal.ts";
import { db, type Tx } from "#db/client.server.ts";
import { users } from "#db/schema/accounts.ts";
import { memberships } from "#db/schema/memberships.ts";
import { organizations } from "#db/schema/organizations.ts";

export type OrganizationDetails = {
  name: string;
  /** Normalised and checked. */
  creditCode: string;
  introduction: string;
  contactName: string;
  contactPhone: string;
};

export type FirstManager = { name: string; account: string; password: string };

/** A social organization and its first manager sign up; it may look around, and bid once it is verified. */
export async function registerOrganization(details: OrganizationDetails, manager: FirstManager) {
  const passwordHash = await hashPassword(manager.password);
  return await db.transaction(async (tx) => {
    const at = await databaseNow(tx);
    const organizationId = await insertOrganization(tx, details, at);
    const { name, account } = manager;
    const [user] = await tx
      .insert(users)
      .values({ name, account, passwordHash })
      .onConflictDoNothing({ target: users.account })
      .returning({ id: users.id });
    if (!user) throw new Refusal("account.taken");
    await tx.insert(memberships).values({ userId: user.id, role: "manager", organizationId });
    const by = { role: "manager", userId: user.id, organizationId } as const;
    await record(tx, { by, at }, null, { name: "organization.registered", organizationId });
    return by;
  });
}

async function insertOrganization(tx: Tx, details: OrganizationDetails, registeredAt: Date) {
  const [organization] = await tx
    .insert(organizations)
    .values({ ...details, registeredAt })
    .onConflictDoNothing({ target: organizations.creditCode })
    .returning({ id: organizations.id });
  if (!organization) throw new Refusal("organization.code_taken");
  return organization.id;
}
