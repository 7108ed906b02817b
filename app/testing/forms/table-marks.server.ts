import { sql } from "drizzle-orm";
import { db } from "#db/client.server.ts";

/** Where people sign in is written all the time. */
const restless = ["sign_in_sessions"];

/** A mark of all that each table holds: equal marks, nothing changed. */
export async function tableMarks(): Promise<Map<string, string>> {
  const tables = await db.execute<{ name: string }>(
    sql`select table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'`,
  );
  const names = tables.map(({ name }) => name).filter((name) => !restless.includes(name));
  const marks = await db.execute<{ name: string; mark: string }>(
    sql.raw(
      names
        .map(
          (name) =>
            `select '${name}' as name, count(*) || ':' || coalesce(sum(hashtextextended(t::text, 0)), 0) as mark from "${name}" t`,
        )
        .join(" union all "),
    ),
  );
  return new Map(marks.map(({ name, mark }) => [name, mark]));
}

/** The tables that differ. */
export const changedTables = (before: Map<string, string>, after: Map<string, string>): string[] =>
  [...after].filter(([name, mark]) => before.get(name) !== mark).map(([name]) => name);
