import { and, asc, desc, eq, sql } from "drizzle-orm";
import type { Resident } from "#app/domain/act.ts";
import { db } from "#db/client.server.ts";
import { users } from "#db/schema/accounts.ts";
import { events } from "#db/schema/events.ts";
import { proxySessions } from "#db/schema/residents.ts";

const MOST = 50;

/** “Who acted for me”: the resident's latest proxy sessions, each with what was done in it. */
export async function listProxyLog({ residentId }: Resident) {
  const rows = await db
    .select({
      id: proxySessions.id,
      who: users.name,
      reason: proxySessions.reason,
      startedAt: proxySessions.startedAt,
      endsAt: sql<string>`coalesce(${proxySessions.endedAt}, ${proxySessions.expiresAt})`,
      did: { id: events.id, name: events.name, at: events.at },
    })
    .from(
      db
        .select()
        .from(proxySessions)
        .where(eq(proxySessions.residentId, residentId))
        .orderBy(desc(proxySessions.startedAt))
        .limit(MOST)
        .as("proxy_sessions"),
    )
    .innerJoin(users, eq(users.id, proxySessions.userId))
    .leftJoin(
      events,
      and(
        eq(events.byUserId, proxySessions.userId),
        sql`${events.at} between ${proxySessions.startedAt} and coalesce(${proxySessions.endedAt}, ${proxySessions.expiresAt})`,
        sql`${events.detail} ->> 'proxy' = ${proxySessions.id}::text`,
      ),
    )
    .orderBy(desc(proxySessions.startedAt), asc(events.at), asc(events.id));
  const sessions = new Map(
    rows.map(({ did, endsAt, ...session }) => [
      session.id,
      { ...session, endsAt: new Date(endsAt), acts: [] as NonNullable<typeof did>[] },
    ]),
  );
  for (const { id, did } of rows) if (did) sessions.get(id)?.acts.push(did);
  return [...sessions.values()];
}

/** Who looked at the resident's address or card, latest first. */
export function listReadings({ residentId }: Resident) {
  return db
    .select({
      id: events.id,
      name: events.name,
      at: events.at,
      who: users.name,
      role: events.byRole,
    })
    .from(events)
    .leftJoin(users, eq(users.id, events.byUserId))
    .where(
      and(
        sql`${events.name} in ('resident.address_read', 'resident.card_read')`,
        sql`${events.detail} ->> 'residentId' = ${residentId}`,
      ),
    )
    .orderBy(desc(events.at), desc(events.id))
    .limit(MOST);
}
