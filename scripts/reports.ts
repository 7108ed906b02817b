import { z } from "zod";

export type Counts = { passed: number; failed: number; skipped: number };

const vitestReport = z.object({
  numPassedTests: z.number().default(0),
  numFailedTests: z.number().default(0),
  numPendingTests: z.number().default(0),
  numTodoTests: z.number().default(0),
});

/** The sums of vitest's JSON report. */
export function vitestCounts(report: unknown): Counts {
  const found = vitestReport.parse(report);
  return {
    passed: found.numPassedTests,
    failed: found.numFailedTests,
    skipped: found.numPendingTests + found.numTodoTests,
  };
}

const playwrightReport = z.object({
  stats: z
    .object({
      expected: z.number(),
      unexpected: z.number(),
      flaky: z.number(),
      skipped: z.number(),
    })
    .default({ expected: 0, unexpected: 0, flaky: 0, skipped: 0 }),
});

/** The sums of Playwright's JSON report; a test that passed only sometimes has failed. */
export function playwrightCounts(report: unknown): Counts {
  const { stats } = playwrightReport.parse(report);
  return {
    passed: stats.expected,
    failed: stats.unexpected + stats.flaky,
    skipped: stats.skipped,
  };
}
