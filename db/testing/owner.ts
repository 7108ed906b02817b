import postgres from "postgres";

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
