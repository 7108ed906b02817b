import type { KeyObject } from "node:crypto";
import type postgres from "postgres";
import { findWrongFreeTimes } from "#app/domain/services/check-free-times.server.ts";
import { findWrongSummaries } from "#app/domain/statistics/check.server.ts";
import { checkHeads, checkLinks, checkWaiting, type KnownHead } from "./chains.server.ts";
import { checkCounters } from "./counters.server.ts";
import { type Finding, findings } from "./finding.ts";
import { checkFundRecords } from "./fund-records.server.ts";
import { checkLedger } from "./ledger.server.ts";
import { checkReceipts } from "./receipts.server.ts";

export type Verification = {
  /** Either half of the key that signs receipts. */
  key: KeyObject;
  /** Heads that were written down outside the database, such as the file that /audit offers. */
  heads?: readonly KnownHead[];
  /** Hears what is being checked, and of the chains how many of how many links. */
  tell?: (what: string, done?: number, of?: number) => void;
};

/**
 * Checks chains, receipts, ledger, counters and summaries as of one moment, and answers all that is wrong. `owner` is a
 * connection that may read everything: the application's own does not see bids before their deadline.
 */
export async function verify(owner: postgres.Sql, how: Verification): Promise<Finding[]> {
  return await owner.begin("isolation level repeatable read read only", (sql) =>
    verifyWithin(sql, how),
  );
}

/** The same inside a transaction that the caller began. */
export async function verifyWithin(sql: postgres.ISql, how: Verification): Promise<Finding[]> {
  const { key, heads = [], tell = () => {} } = how;
  const found = await chains(sql, tell);
  found.push(...(await checkWaiting(sql)), ...(await checkHeads(sql, heads)));
  tell("receipts");
  found.push(...(await checkReceipts(sql, key)));
  tell("ledger");
  found.push(...(await checkLedger(sql)), ...(await checkFundRecords(sql)));
  tell("counters");
  found.push(...(await checkCounters(sql)));
  tell("summaries");
  return [...found, ...(await checkSummaries(sql)), ...(await checkFreeTimes(sql))];
}

async function chains(sql: postgres.ISql, tell: NonNullable<Verification["tell"]>) {
  const [all] = await sql<{ links: number }[]>`select count(*)::int as links from chain_links`;
  let read = 0;
  tell("chains", 0, all?.links);
  return await checkLinks(sql, (links) => {
    read += links;
    tell("chains", read, all?.links);
  });
}

async function checkSummaries(sql: postgres.ISql): Promise<Finding[]> {
  const wrong = await findWrongSummaries(sql);
  const what = "it says something else than the bookings and reviews";
  return findings(
    "summary",
    wrong.map(({ kind, id, month, serviceType }) => {
      const where = [`${kind === "month" ? "office" : kind} ${id}`, month, serviceType];
      return { where: where.filter(Boolean).join(", "), what };
    }),
  );
}

async function checkFreeTimes(sql: postgres.ISql): Promise<Finding[]> {
  const wrong = await findWrongFreeTimes(sql);
  const what = "its free times are not what hours, sessions and bookings leave";
  return findings(
    "summary",
    wrong.map((id) => ({ where: `offer ${id}`, what })),
  );
}
