import { and, asc, desc, eq, gte, sql } from "drizzle-orm";
import type { OfficeStaff } from "#app/domain/act.ts";
import type { Id } from "#app/values/id.ts";
import { fen } from "#app/values/money.ts";
import { dayOf } from "#app/values/time.ts";
import { db } from "#db/client.server.ts";
import { funds } from "#db/schema/fund.ts";
import { fundBalances } from "#db/schema/ledger.ts";
import { serviceTypes } from "#db/schema/offices.ts";
import { monthSummaries } from "#db/schema/statistics.ts";
import { byMonth, monthsUpTo, sumOf } from "./month.ts";

const MONTHS = 12;

/** An office's year in numbers: where this year's money is, and the last twelve months of services. Two queries, whatever was booked. */
export async function findOfficeStatistics({ officeId }: Pick<OfficeStaff, "officeId">, now: Date) {
  const today = dayOf(now);
  const year = Number(today.slice(0, 4));
  const months = monthsUpTo(today, MONTHS);
  const [rows, balances] = await Promise.all([
    listMonths(officeId, months[0] ?? ""),
    listBalances(officeId, year),
  ]);
  const types = new Map(rows.map(({ serviceType, zh, en }) => [serviceType, { zh, en }]));
  return {
    year,
    balances,
    months: byMonth(rows, months),
    total: sumOf(rows),
    kinds: [...types].map(([serviceType, names]) => ({
      serviceType,
      ...names,
      ...sumOf(rows.filter((row) => row.serviceType === serviceType)),
    })),
  };
}

/** The rows of the table: an office's months by kind of service, newest first; all of them unless told since when. */
export const listMonths = async (officeId: Id<"office">, since = "") =>
  await db
    .select({
      month: monthSummaries.month,
      serviceType: monthSummaries.serviceType,
      zh: serviceTypes.zh,
      en: serviceTypes.en,
      booked: monthSummaries.booked,
      delivered: monthSummaries.delivered,
      cancelled: monthSummaries.cancelled,
      rated: monthSummaries.rated,
      satisfied: monthSummaries.satisfied,
      fundShare: monthSummaries.fundShare,
    })
    .from(monthSummaries)
    .innerJoin(serviceTypes, eq(serviceTypes.code, monthSummaries.serviceType))
    .where(and(eq(monthSummaries.officeId, officeId), gte(monthSummaries.month, since)))
    .orderBy(desc(monthSummaries.month), asc(serviceTypes.position));

const inOrder = ["paid", "payable", "committed", "reserved", "available", "surplus"] as const;

async function listBalances(officeId: Id<"office">, year: number) {
  const rows = await db
    .select({
      account: fundBalances.account,
      amount: sql<string>`sum(${fundBalances.amount})`,
    })
    .from(funds)
    .innerJoin(fundBalances, eq(fundBalances.fundId, funds.id))
    .where(and(eq(funds.officeId, officeId), eq(funds.year, year)))
    .groupBy(fundBalances.account);
  return inOrder.flatMap((account) => {
    const found = rows.find((row) => row.account === account);
    return found && Number(found.amount) > 0
      ? [{ account, amount: fen(Number(found.amount)) }]
      : [];
  });
}
