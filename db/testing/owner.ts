import postgres from "postgres";

/** Run statements as the owner of this test file's own database, who may do what the application may not. */
export async function asOwner(...statements: string[]): Promise<void> {
  const url = process.env.DATABASE_URL;
  if (!url) throw new Error("the test has no database of its own");
  const owner = postgres(url, { max: 1, onnotice: () => {} });
  try {
    for (const statement of statements) await owner.unsafe(statement);
  } finally {
    await owner.end();
  }
}
