import { sqlClient } from "../client.server.ts";

/** Until somebody waits for the lock of a tender's row: who does holds the lock on its tuple meanwhile. */
export async function somebodyWaitsForTender(): Promise<void> {
  const waiting = await sqlClient`
    select from pg_locks where locktype = 'tuple' and relation = 'tenders'::regclass
      and database = (select oid from pg_database where datname = current_database())`;
  if (waiting.length === 0) await somebodyWaitsForTender();
}

/** Until as many statements as that wait for locks in this test file's database. */
export async function waitingForLocks(many: number): Promise<void> {
  const waiting = await sqlClient`
    select from pg_locks waits where not granted and exists (
      select from pg_locks held join pg_database here on here.oid = held.database
      where held.pid = waits.pid and here.datname = current_database())`;
  if (waiting.length < many) await waitingForLocks(many);
}
