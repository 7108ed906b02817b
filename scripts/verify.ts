import { createPublicKey } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import postgres from "postgres";
import { z } from "zod";
import { env } from "#app/env.server.ts";
import { bar } from "./bar.ts";
import { cluster } from "./data-folder.ts";
import { openDatabase } from "./open-database.ts";

// npm run verify -- [heads.json]: checks chains, receipts, ledger, counters and summaries, and says what is wrong
// where. The file is what /audit/heads.json gave earlier: with it a chain that was cut or made anew shows too.
const heads = headsIn(process.argv[2]);
if (!env.databaseUrl && !existsSync(path.join(cluster, "PG_VERSION"))) {
  console.log(`There is no database in ${env.dataDir}.`);
  process.exit(1);
}
const database = await openDatabase();
const owner = postgres(database.url, { max: 1, onnotice: () => {} });
let wrong = 0;
try {
  const { verify } = await import("#app/domain/audit/verify/verify.server.ts");
  const key = createPublicKey(env.signingKey);
  const progress = bar();
  const found = await verify(owner, { key, heads, tell: progress.tell });
  progress.end();
  for (const { area, where, what } of found) console.log(`${area}: ${where}: ${what}.`);
  wrong = found.length;
  console.log(wrong === 0 ? "Nothing is wrong." : `${wrong} things are wrong.`);
} finally {
  await owner.end();
  await database.stop();
}
process.exit(wrong === 0 ? 0 : 1);

function headsIn(file: string | undefined) {
  if (!file) return [];
  const head = z.object({ chain: z.uuid(), seq: z.int().positive(), hash: z.string() });
  return z.object({ heads: z.array(head) }).parse(JSON.parse(readFileSync(file, "utf8"))).heads;
}
