import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import postgres from "postgres";
import { z } from "zod";
import { startPostgres } from "#db/embedded.ts";
import { bar } from "../scripts/bar.ts";
import { build, isBuilt } from "../scripts/build.ts";
import { askerOf, type Round, timed } from "./load.ts";
import { type Measured, report } from "./report.ts";
import { startServer } from "./servers.ts";
import { openSide, prepare, type Side } from "./side.ts";

// npm run bench -- [--bookings 1000000] [--offices 10] [--rounds 7]: how fast pages and bookings are beside a bare Remix
// page and beside the same statements without the app, with few bookings in two offices and with many in so many, all in
// one run on this machine.
// --as-built takes the build that is there, even if the sources have changed since.
const { values } = parseArgs({
  options: {
    bookings: { type: "string" },
    offices: { type: "string" },
    rounds: { type: "string" },
    "as-built": { type: "boolean" },
  },
});
const {
  bookings,
  rounds,
  offices = Math.max(2, Math.ceil(bookings / 100_000)),
} = z
  .object({
    bookings: z.coerce.number().int().min(1_000).max(5_000_000).default(1_000_000),
    offices: z.coerce.number().int().min(2).max(2_000).optional(),
    rounds: z.coerce.number().int().min(1).max(50).default(7),
  })
  .parse(values);

const FEW = 1_000;
const AT_ONCE = 8;
const BARE_REQUESTS = 200;

const folder = mkdtempSync(path.join(os.tmpdir(), "jiefang-bench-"));
chmodSync(folder, 0o711);
process.env.DATA_DIR = folder;
const cluster = await startPostgres({ dataDir: path.join(folder, "postgres"), durable: true });
const began = performance.now();
try {
  if (!values["as-built"] && !isBuilt()) {
    console.log("Building the pages …");
    const problem = build();
    if (problem) throw new Error(problem);
  }
  await compare();
} finally {
  await cluster.stop();
  rmSync(folder, { recursive: true, force: true });
}

async function compare() {
  const few = await makeDatabase("few", FEW, 2);
  const many = await makeDatabase("many", bookings, offices);
  const bare = await startServer(
    "bench/bare.tsx",
    "/",
    { NODE_ENV: "production" },
    path.join(folder, "bare.log"),
  );
  const each = rounds + 1;
  const sides = [
    await openSide(few, FEW, folder, each),
    await openSide(many, bookings, folder, each),
  ];
  try {
    const measured = await measure([...bareOnes(bare.port), ...sides.flatMap(inSide)]);
    const seconds = ((performance.now() - began) / 1_000).toFixed(0);
    console.log(
      report(measured, { few: FEW, many: bookings, offices, rounds, atOnce: AT_ONCE, seconds }),
    );
  } finally {
    for (const { stop } of [bare, ...sides]) await stop();
  }
}

async function makeDatabase(name: string, count: number, offices: number) {
  const admin = postgres(cluster.url(), { max: 1, onnotice: () => {} });
  await admin.unsafe(`create database ${name}`);
  await admin.end();
  console.log(`Filling a database with ${count.toLocaleString("en")} bookings …`);
  await prepare(cluster.url(name), count, offices, folder);
  return cluster.url(name);
}

type Measure = { name: string; bookings: number | null; round: (turn: number) => Promise<Round> };

/** Each once a turn, one after another, so that all see the machine in the same moods; the first turn only warms up. */
async function measure(all: readonly Measure[]): Promise<Measured[]> {
  const measured = all.map(({ name, bookings: held }) => ({
    name,
    bookings: held,
    rounds: [] as Round[],
  }));
  const progress = bar();
  for (let turn = 0; turn <= rounds; turn += 1) {
    for (const [index, { round }] of all.entries()) {
      const result = await round(turn);
      if (turn > 0) measured[index]?.rounds.push(result);
      progress.tell("measuring", turn * all.length + index + 1, (rounds + 1) * all.length);
    }
  }
  progress.end();
  return measured;
}

function bareOnes(port: number): Measure[] {
  const ask = askerOf(port, AT_ONCE);
  const times = Array.from({ length: BARE_REQUESTS });
  const form = { path: "/?index", method: "POST", body: "note=", status: 303 } as const;
  return [
    {
      name: "bare page",
      bookings: null,
      round: () => timed(times, AT_ONCE, () => ask({ path: "/", status: 200 })),
    },
    { name: "bare form", bookings: null, round: () => timed(times, AT_ONCE, () => ask(form)) },
  ];
}

function inSide(side: Side): Measure[] {
  const { bookings: held } = side;
  return [
    { name: "page, cached", bookings: held, round: () => side.cachedPage(AT_ONCE) },
    { name: "page, not cached", bookings: held, round: () => side.page(AT_ONCE) },
    { name: "page, its SQL alone", bookings: held, round: () => side.pageSql(AT_ONCE) },
    { name: "booking", bookings: held, round: (turn) => side.booking(turn, AT_ONCE) },
    {
      name: "booking, its SQL alone",
      bookings: held,
      round: (turn) => side.bookingSql(turn, AT_ONCE),
    },
  ];
}
