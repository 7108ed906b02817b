import { parseArgs } from "node:util";
import postgres from "postgres";
import { z } from "zod";
import { env } from "#app/env.server.ts";
import { migrate } from "#db/migrate.ts";
import { bar } from "./bar.ts";
import { openDatabase } from "./open-database.ts";

// npm run seed -- --offices 10 --bookings 100000: large, repeatable data for measuring, beside what is there.
const { values } = parseArgs({
  options: { offices: { type: "string" }, bookings: { type: "string" } },
});
const number = z.coerce.number().int().positive();
const wanted = z
  .object({
    offices: number.max(2_000).default(10),
    bookings: number.max(20_000_000).default(100_000),
  })
  .refine(({ offices, bookings }) => bookings >= offices, "at least one booking an office")
  .safeParse(values);

if (env.mode === "production") fail("Measuring data is never mixed with real data.");
else if (!wanted.success) fail("npm run seed -- --offices 10 --bookings 100000");
else await seed(wanted.data);

async function seed(wish: { offices: number; bookings: number }) {
  const database = await openDatabase();
  await migrate(database.url, { movableClock: true });
  const { fillBulk } = await import("#db/seed/bulk.ts");
  const owner = postgres(database.url, { max: 1, onnotice: () => {} });
  const progress = bar();
  const began = performance.now();
  try {
    await fillBulk(owner, { ...wish, tell: progress.tell });
    progress.end();
    const seconds = ((performance.now() - began) / 1_000).toFixed(0);
    console.log(`${wish.offices} offices and ${wish.bookings} bookings in ${seconds} s.`);
  } finally {
    await owner.end();
    const { client, sqlClient } = await import("#db/client.server.ts");
    await Promise.all([client.end(), sqlClient.end()]);
    await database.stop();
  }
}

function fail(words: string) {
  console.log(words);
  process.exitCode = 1;
}
