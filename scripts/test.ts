import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { type Counts, playwrightCounts, vitestCounts } from "./reports.ts";

type Step = { what: string; command: string[]; count?: (report: unknown) => Counts };

const ours =
  /^(JIEFANG_MODE|PORT|HOST|DATA_DIR|DATABASE_URL|DATABASE_POOL|PUBLIC_URL|TRUST_PROXY|OCDS_PREFIX|PLATFORM_KEY|SIGNING_KEY|FIELD_KEY|NODE_ENV|FORCE_COLOR)$/;

const reports = mkdtempSync(path.join(os.tmpdir(), "jiefang-reports-"));

const steps: Step[] = [
  { what: "lint", command: script("lint") },
  { what: "types", command: script("typecheck") },
  { what: "layers", command: script("layers") },
  { what: "dead code", command: script("unused") },
  {
    what: "unit and database tests",
    command: [
      "node_modules/.bin/vitest",
      "run",
      "--allowOnly=false",
      "--reporter=default",
      "--reporter=json",
      `--outputFile.json=${reportOf("unit and database tests")}`,
    ],
    count: vitestCounts,
  },
  { what: "build", command: script("build") },
  {
    what: "browser tests",
    command: ["node_modules/.bin/playwright", "test", "--reporter=list,json"],
    count: playwrightCounts,
  },
];

const total: Counts = { passed: 0, failed: 0, skipped: 0 };
for (const step of steps) add(await run(step));
rmSync(reports, { recursive: true });
const skipped = total.skipped > 0 ? `, ${total.skipped} skipped` : "";
console.log(`\n${total.passed} passed, ${total.failed} failed${skipped}`);
process.exitCode = total.failed > 0 ? 1 : 0;

function add({ passed, failed, skipped }: Counts) {
  total.passed += passed;
  total.failed += failed;
  total.skipped += skipped;
}

/** Runs one step to its end, whatever came of those before, and shows all its words if it fails. */
async function run({ what, command, count }: Step): Promise<Counts> {
  const started = performance.now();
  console.log(`… ${what}`);
  const { status, output } = await outputOf(command, what);
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  const counts = count ? countsOf(what, status, count) : byStatus(status);
  if (counts.failed > 0) console.log(output);
  const sum = count ? `${counts.passed} passed, ${counts.failed} failed, ` : "";
  console.log(`${counts.failed > 0 ? "✗" : "✓"} ${what}: ${sum}${seconds} s`);
  return counts;
}

function outputOf([program = "", ...args]: string[], what: string) {
  return new Promise<{ status: number | null; output: string }>((resolve) => {
    let output = "";
    const child = spawn(program, args, {
      env: { ...environment(), PLAYWRIGHT_JSON_OUTPUT_FILE: reportOf(what) },
      stdio: ["ignore", "pipe", "pipe"],
    });
    const hear = (words: Buffer) => {
      output += words;
    };
    child.stdout.on("data", hear);
    child.stderr.on("data", hear);
    child.once("error", (problem) => resolve({ status: null, output: problem.message }));
    child.once("close", (status) => resolve({ status, output }));
  });
}

/** Tests bring their own database and settings: what is configured here for a server is not theirs. */
function environment() {
  const theirs = Object.entries(process.env).filter(([name]) => !ours.test(name));
  return { ...Object.fromEntries(theirs), NODE_ENV: "test" as const };
}

function byStatus(status: number | null): Counts {
  const failed = status === 0 ? 0 : 1;
  return { passed: 1 - failed, failed, skipped: 0 };
}

/** What the report says; a run that failed without a failed test, or ran none, counts as a failure. */
function countsOf(what: string, status: number | null, count: (report: unknown) => Counts): Counts {
  const counts = count(readReport(what));
  const blind = counts.failed === 0 && (status !== 0 || counts.passed === 0);
  return blind ? { ...counts, failed: 1 } : counts;
}

function readReport(what: string): unknown {
  try {
    return JSON.parse(readFileSync(reportOf(what), "utf8"));
  } catch {
    return {};
  }
}

function script(name: string) {
  return ["npm", "run", "--silent", name];
}

function reportOf(what: string) {
  return path.join(reports, `${what.replaceAll(" ", "-")}.json`);
}
