import postgres from "postgres";
import type { Id } from "#app/values/id.ts";
import type { Fen } from "#app/values/money.ts";

/** What a page or a command asks of the database, in the order in which it asks; values as they go over the wire. */
export type Statement = { query: string; values: (string | null)[] };

/** A resident who books, her session's token and the key of the form that she sends. */
export type Booker = { userId: Id<"user">; residentId: Id<"resident">; token: string; key: string };

export type Seat = {
  officeId: Id<"office">;
  offerId: Id<"offer">;
  sessionId: Id<"service_session">;
  residentShare: Fen;
};

const uuids = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;
const reference = /^[0-9A-Z]{8}$/;

/** A client that sends values as they were heard, without writing them anew. */
export function replayClient(url: string, connections: number) {
  const asHeard = (oid: number) => ({ to: oid, from: [], serialize: String, parse: String });
  const { json, jsonb, bytes, instant } = { json: 114, jsonb: 3802, bytes: 17, instant: 1184 };
  return postgres(url, {
    max: connections,
    onnotice: () => {},
    connection: { role: "jiefang_app" },
    types: {
      json: asHeard(json),
      jsonb: asHeard(jsonb),
      bytes: asHeard(bytes),
      instant: asHeard(instant),
    },
  });
}

/** The statements behind the first page of the catalogue. */
export async function catalogueStatements(): Promise<Statement[]> {
  const { findCatalogue } = await import("#app/domain/services/catalogue.server.ts");
  const { databaseNow } = await import("#app/domain/clock.server.ts");
  const work = async () => void (await findCatalogue({}, await databaseNow()));
  await work();
  return await heard(work);
}

/** The statements from a resident's cookie to her booked seat. */
export async function bookingStatements(seat: Seat, booker: Booker): Promise<Statement[]> {
  const { bookSeat } = await import("#app/domain/bookings/book-seat.server.ts");
  const { findPerson } = await import("#app/domain/accounts/person.server.ts");
  const { lucia } = await import("#app/http/sessions.server.ts");
  const { userId, residentId, token, key: idempotencyKey } = booker;
  const { officeId, ...wish } = seat;
  return await heard(async () => {
    await lucia.validateSession(token);
    const person = await findPerson(userId);
    if (!person) throw new Error("the booker is nobody");
    const by = { role: "resident", userId, residentId, officeId } as const;
    await bookSeat({ by, at: person.now }, { ...wish, note: "", idempotencyKey });
  });
}

/** Makes of one booker's statements another's: what differs from a second booker's is hers, or is made anew. */
export function templateOf(one: readonly Statement[], by: Booker, other: readonly Statement[]) {
  const common = new Set(other.flatMap(({ values }) => values.flatMap(uuidsIn)));
  const names = ["userId", "residentId", "key"] as const;
  return (booker: Booker): Statement[] => {
    const made = new Map<string, string>(names.map((name) => [by[name], booker[name]]));
    const anew = (uuid: string) => {
      if (common.has(uuid)) return uuid;
      const fresh = made.get(uuid) ?? crypto.randomUUID();
      made.set(uuid, fresh);
      return fresh;
    };
    return one.map(({ query, values }) => ({
      query,
      values: values.map((value) => {
        if (value === null) return null;
        return reference.test(value) ? newReference() : value.replaceAll(uuids, anew);
      }),
    }));
  };
}

const uuidsIn = (value: string | null) => value?.match(uuids) ?? [];
const newReference = () => crypto.randomUUID().slice(0, 8).toUpperCase();

/** The driver writes the values as they are sent into the very array that it was heard with. */
async function heard(work: () => Promise<void>): Promise<Statement[]> {
  const { client, sqlClient } = await import("#db/client.server.ts");
  const said: { query: string; values: unknown[] }[] = [];
  const listen = (_connection: number, query: string, values: unknown[]) => {
    if (!query.includes("pg_catalog.pg_type")) said.push({ query, values });
  };
  for (const each of [client, sqlClient]) each.options.debug = listen;
  await work();
  for (const each of [client, sqlClient]) each.options.debug = () => {};
  return said.map(({ query, values }) => ({ query, values: values.map(asSent) }));
}

function asSent(value: unknown): string | null {
  if (value === null) return null;
  return value instanceof Date ? value.toISOString() : String(value);
}
