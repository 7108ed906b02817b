import { and, count, desc, eq, isNotNull, lt, sql } from "drizzle-orm";
import type { Operator } from "#app/domain/act.ts";
import { asOrganization } from "#app/domain/bids/as-organization.server.ts";
import type { Id } from "#app/values/id.ts";
import { db, type Tx } from "#db/client.server.ts";
import { users } from "#db/schema/accounts.ts";
import { deliveries, outbox } from "#db/schema/mail.ts";

const PAGE = 20;

type Reader = { organizationId: Id<"organization"> | undefined; after: Id<"letter"> | undefined };

/**
 * The demo's letters as they were written, newest first; `next` is where the next page begins. What row-level
 * security hides from the reader, such as another's receipt before the deadline, is not among them.
 */
export async function listWrittenLetters({ organizationId, after }: Reader) {
  const read = (tx: Tx | typeof db) =>
    tx
      .select({
        id: outbox.id,
        subject: sql<string>`coalesce(${outbox.subject}, '')`,
        body: sql<string>`coalesce(${outbox.body}, '')`,
        language: outbox.language,
        address: outbox.address,
        name: users.name,
        state: outbox.state,
        createdAt: outbox.createdAt,
      })
      .from(outbox)
      .innerJoin(users, eq(users.id, outbox.toUserId))
      .where(and(isNotNull(outbox.body), after && earlierThan(after)))
      .orderBy(desc(outbox.createdAt), desc(outbox.id))
      .limit(PAGE + 1);
  const found = organizationId ? await asOrganization({ organizationId }, read) : await read(db);
  const rows = found.slice(0, PAGE);
  return { rows, next: found.length > PAGE ? (rows.at(-1)?.id ?? null) : null };
}

const earlierThan = (last: Id<"letter">) =>
  sql`(${outbox.createdAt}, ${outbox.id}) < (select created_at, id from outbox as last where last.id = ${last})`;

/** Letters that could not be sent, newest first, and how many events nobody could be told of. */
export async function listUndelivered(_by: Operator, after?: Id<"letter">) {
  const [found, untold] = await Promise.all([
    db
      .select({
        id: outbox.id,
        kind: outbox.kind,
        about: outbox.about,
        language: outbox.language,
        address: outbox.address,
        name: users.name,
        attempts: outbox.attempts,
        lastError: outbox.lastError,
      })
      .from(outbox)
      .innerJoin(users, eq(users.id, outbox.toUserId))
      .where(and(eq(outbox.state, "given_up"), after && lt(outbox.id, after)))
      .orderBy(desc(outbox.id))
      .limit(PAGE + 1),
    db.select({ events: count() }).from(deliveries).where(isNotNull(deliveries.givenUpAt)),
  ]);
  const rows = found.slice(0, PAGE);
  return {
    rows,
    next: found.length > PAGE ? (rows.at(-1)?.id ?? null) : null,
    untold: untold[0]?.events ?? 0,
  };
}
