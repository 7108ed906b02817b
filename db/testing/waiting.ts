import { sqlClient } from "../client.server.ts";

/** Until somebody waits for the lock of a tender's row: who does holds the lock on its tuple meanwhile. */
export async function somebodyWaitsForTender(): Promise<void> {
  const waiting = await sqlClient`
    select from pg_locks where locktype = 'tuple' and relation = 'tenders'::regclass
      and database = (select oid from pg_database where datname = current_database())`;
  if (waiting.length === 0) await somebodyWaitsForTender();
}
