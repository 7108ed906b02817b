import { and, asc, eq, sql } from "drizzle-orm";
import type { OfficeStaff } from "#app/domain/act.ts";
import type { Id } from "#app/values/id.ts";
import { db } from "#db/client.server.ts";
import { users } from "#db/schema/accounts.ts";
import { events, purchaseSubject } from "#db/schema/events.ts";

/** How often the office's draft came back from review, when, from whom and why: the log keeps every reason. */
export async function listReturns({ officeId }: OfficeStaff, tenderId: Id<"tender">) {
  return await db
    .select({
      id: events.id,
      at: events.at,
      by: users.name,
      reason: sql<string>`coalesce(${events.detail} ->> 'reason', '')`,
    })
    .from(events)
    .innerJoin(users, eq(users.id, events.byUserId))
    .where(
      and(
        eq(purchaseSubject(events.detail), tenderId),
        eq(events.name, "tender.sent_back"),
        eq(events.officeId, officeId),
      ),
    )
    .orderBy(asc(events.at), asc(events.id));
}
