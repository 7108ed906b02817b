import postgres from "postgres";
import { one } from "../rows.ts";

/** Run statements as the owner of this test file's own database, who may do what the application may not. */
export async function asOwner(...statements: string[]): Promise<void> {
  await withOwner(async (owner) => {
    for (const statement of statements) await owner.unsafe(statement);
  });
}

/** A connection of the owner, for as long as the work takes. */
export async function withOwner<Result>(work: (owner: postgres.Sql) => Promise<Result>) {
  const url = process.env.DATABASE_URL;
  if (!url) throw new Error("the test has no database of its own");
  const owner = postgres(url, { max: 1, onnotice: () => {} });
  try {
    return await work(owner);
  } finally {
    await owner.end();
  }
}

class Undone extends Error {}

/** What `look` sees after the owner, with the triggers out of her way, did all that; then it is undone. */
export async function undoneAfter<Seen>(
  statements: readonly string[],
  look: (sql: postgres.TransactionSql) => Promise<Seen>,
): Promise<Seen> {
  const seen: Seen[] = [];
  const work = withOwner((owner) =>
    owner.begin(async (sql) => {
      await sql`set local session_replication_role = replica`;
      for (const statement of statements) {
        const { count } = await sql.unsafe(statement);
        if (count === 0) throw new Error(`it changed nothing: ${statement}`);
      }
      seen.push(await look(sql));
      throw new Undone();
    }),
  );
  await work.catch((error: unknown) => {
    if (!(error instanceof Undone)) throw error;
  });
  return one(seen);
}
