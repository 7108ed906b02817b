import { eq } from "drizzle-orm";
import { Refusal } from "#app/domain/refusal.ts";
import type { Id } from "#app/values/id.ts";
import type { Tx } from "#db/client.server.ts";
import { one } from "#db/rows.ts";
import { organizations } from "#db/schema/organizations.ts";
import { standingOf } from "./organization.ts";

/** The organization with its standing, locked until the transaction ends. */
export async function lockOrganization(tx: Tx, organizationId: Id<"organization">) {
  const [organization] = await tx
    .select()
    .from(organizations)
    .where(eq(organizations.id, organizationId))
    .for("update");
  if (!organization) throw new Refusal("not_found");
  return { ...organization, standing: standingOf(organization) };
}

/** Refuses an organization that the operator has not verified; says of what kind and street it is. */
export async function requireVerified(tx: Tx, organizationId: Id<"organization">) {
  const [organization] = await entrantQuery(tx, organizationId).for("share");
  if (!organization?.verifiedAt) throw new Refusal("bid.unverified");
  return organization;
}

/** Of what kind and street an organization is, verified or not. */
export const findEntrant = async (tx: Tx, organizationId: Id<"organization">) =>
  one(await entrantQuery(tx, organizationId));

const entrantQuery = (tx: Tx, organizationId: Id<"organization">) =>
  tx
    .select({
      id: organizations.id,
      kind: organizations.kind,
      officeId: organizations.officeId,
      verifiedAt: organizations.verifiedAt,
    })
    .from(organizations)
    .where(eq(organizations.id, organizationId));
