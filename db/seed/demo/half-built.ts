import { sqlClient } from "../../client.server.ts";

const kept = ["clock", "service_types", "calendar_days"];

/** Whether an earlier start was ended while the street was being built: its clock stayed in the past. */
export async function isHalfBuilt(): Promise<boolean> {
  const [clock] = await sqlClient<{ behind: boolean }[]>`
    select shift < interval '-1 hour' as behind from clock where movable`;
  return clock?.behind ?? false;
}

/** Empties the demo's tables, as their owner: only where the clock can be moved. */
export async function clearHalfBuilt(): Promise<void> {
  const connection = await sqlClient.reserve();
  try {
    await connection`set role none`;
    const tables = await connection<{ name: string }[]>`
      select quote_ident(tablename) as name from pg_tables, clock
      where schemaname = 'public' and tablename <> all(${kept}) and movable`;
    if (tables.length === 0) return;
    await connection.unsafe(`truncate ${tables.map(({ name }) => name).join(", ")} cascade`);
  } finally {
    await connection`reset role`;
    connection.release();
  }
}
