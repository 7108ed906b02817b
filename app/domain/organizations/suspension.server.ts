import { and, desc, eq, isNull, sql } from "drizzle-orm";
import { Refusal, type RefusalCode } from "#app/domain/refusal.ts";
import type { Id } from "#app/values/id.ts";
import { db, type Tx } from "#db/client.server.ts";
import { organizationSuspensions } from "#db/schema/organization-suspensions.ts";
import { organizations } from "#db/schema/organizations.ts";

/** Refuses, in the sentence given, what a suspended organization may not do; nobody suspends it until the transaction ends. */
export async function requireNotSuspended(
  tx: Tx,
  organizationId: Id<"organization">,
  code: RefusalCode,
): Promise<void> {
  await tx
    .select({ id: organizations.id })
    .from(organizations)
    .where(eq(organizations.id, organizationId))
    .for("share");
  if (await findStanding(tx, organizationId)) throw new Refusal(code);
}

/** The suspension that stands, if one does. */
export async function findStanding(from: Tx | typeof db, organizationId: Id<"organization">) {
  const [standing] = await from
    .select({
      id: organizationSuspensions.id,
      reason: organizationSuspensions.reason,
      pausesServices: organizationSuspensions.pausesServices,
      suspendedAt: organizationSuspensions.suspendedAt,
    })
    .from(organizationSuspensions)
    .where(
      and(
        eq(organizationSuspensions.organizationId, organizationId),
        isNull(organizationSuspensions.liftedAt),
      ),
    );
  return standing;
}

/** A column of a query on organizations: whether a suspension stands. */
export const isSuspended = sql<boolean>`exists (select 1 from organization_suspensions s
  where s.organization_id = organizations.id and s.lifted_at is null)`;

/** All suspensions of an organization as everybody may read them, newest first. */
export async function listSuspensions(organizationId: Id<"organization">) {
  return await db
    .select({
      id: organizationSuspensions.id,
      reason: organizationSuspensions.reason,
      pausesServices: organizationSuspensions.pausesServices,
      suspendedAt: organizationSuspensions.suspendedAt,
      liftedAt: organizationSuspensions.liftedAt,
      liftedReason: organizationSuspensions.liftedReason,
    })
    .from(organizationSuspensions)
    .where(eq(organizationSuspensions.organizationId, organizationId))
    .orderBy(desc(organizationSuspensions.suspendedAt))
    .limit(50);
}
