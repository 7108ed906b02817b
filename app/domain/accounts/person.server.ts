import { and, eq, isNull, sql } from "drizzle-orm";
import type { Id } from "#app/values/id.ts";
import { db } from "#db/client.server.ts";
import { users } from "#db/schema/accounts.ts";
import { memberships } from "#db/schema/memberships.ts";
import { workers } from "#db/schema/organizations.ts";
import { proxySessions, residents } from "#db/schema/residents.ts";

const personQuery = db
  .select({
    name: users.name,
    now: sql<string>`clock_now()`,
    role: memberships.role,
    officeId: memberships.officeId,
    communityId: memberships.communityId,
    organizationId: memberships.organizationId,
    workerId: workers.id,
    residentId: residents.id,
    residentOfficeId: residents.officeId,
    proxySessionId: proxySessions.id,
    proxyResidentId: proxySessions.residentId,
    proxyOfficeId: proxySessions.officeId,
  })
  .from(users)
  .leftJoin(memberships, eq(memberships.userId, users.id))
  .leftJoin(workers, and(eq(workers.userId, users.id), workers.active))
  .leftJoin(residents, eq(residents.userId, users.id))
  .leftJoin(
    proxySessions,
    and(
      eq(proxySessions.userId, users.id),
      isNull(proxySessions.endedAt),
      sql`${proxySessions.expiresAt} > clock_now()`,
    ),
  )
  .where(and(eq(users.id, sql.placeholder("userId")), isNull(users.disabledAt)))
  .prepare("person");

export type Person = NonNullable<Awaited<ReturnType<typeof findPerson>>>;

/** Everything that a guard asks about who is signed in, with the database's time, in one query. */
export async function findPerson(userId: Id<"user">) {
  const rows = await personQuery.execute({ userId });
  const [first] = rows;
  if (!first) return undefined;
  return {
    userId,
    name: first.name,
    now: new Date(first.now),
    memberships: rows.flatMap(({ role, officeId, communityId, organizationId }) =>
      role ? [{ role, officeId, communityId, organizationId }] : [],
    ),
    workerId: first.workerId,
    resident: first.residentId &&
      first.residentOfficeId && { id: first.residentId, officeId: first.residentOfficeId },
    proxy: first.proxySessionId &&
      first.proxyResidentId &&
      first.proxyOfficeId && {
        id: first.proxySessionId,
        residentId: first.proxyResidentId,
        officeId: first.proxyOfficeId,
      },
  };
}
