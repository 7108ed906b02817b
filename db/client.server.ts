import { drizzle } from "drizzle-orm/postgres-js";
import postgres from "postgres";
import { env } from "#app/env.server.ts";
import * as schema from "./schema/index.ts";

type Clients = ReturnType<typeof connect>;

const held: typeof globalThis & { jiefangClients?: Clients } = globalThis;

// The server, the bundled app and each reload of the development server load this module apart:
// they share one pool.
held.jiefangClients ??= connect();

/** The pool that `db` sits on. Drizzle has patched it: it takes no raw `Date` parameter. */
export const client = held.jiefangClients.client;

/** For hand-written SQL: dates in and out are `Date`, and `listen` works. */
export const sqlClient = held.jiefangClients.sqlClient;

export const db = drizzle(client, { schema, casing: "snake_case" });

/** A transaction in progress: what a step takes when its caller opened the transaction. */
export type Tx = Parameters<Parameters<typeof db.transaction>[0]>[0];

/** Connections are made when first needed; each works as the role that may only insert into the event log. */
function connect() {
  const url = env.databaseUrl;
  if (!url) throw new Error("There is no database yet: provideDatabase() comes first.");
  const options: postgres.Options<Record<never, never>> = {
    max: env.databasePool,
    connect_timeout: 10,
    backoff: () => 0.25,
    onnotice: () => {},
    connection: { role: "jiefang_app", application_name: "jiefang" },
  };
  return { client: postgres(url, options), sqlClient: postgres(url, options) };
}
