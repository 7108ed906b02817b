import { type Fen, fen } from "#app/values/money.ts";
import { type Day, monthOf } from "#app/values/time.ts";

/** What a month of services came to. */
export type MonthSums = {
  booked: number;
  delivered: number;
  cancelled: number;
  rated: number;
  satisfied: number;
  /** What the fund pays of what was delivered. */
  fundShare: Fen;
};

export const nothing: MonthSums = {
  booked: 0,
  delivered: 0,
  cancelled: 0,
  rated: 0,
  satisfied: 0,
  fundShare: fen(0),
};

/** The sum of several. */
export function sumOf(all: readonly MonthSums[]): MonthSums {
  return all.reduce(
    (sum, one) => ({
      booked: sum.booked + one.booked,
      delivered: sum.delivered + one.delivered,
      cancelled: sum.cancelled + one.cancelled,
      rated: sum.rated + one.rated,
      satisfied: sum.satisfied + one.satisfied,
      fundShare: fen(sum.fundShare + one.fundShare),
    }),
    nothing,
  );
}

/** So many months up to that of the day, oldest first, written "YYYY-MM". */
export function monthsUpTo(day: Day, count: number): string[] {
  const last = Number(day.slice(0, 4)) * 12 + Number(monthOf(day).slice(5)) - 1;
  return Array.from({ length: count }, (_, index) => {
    const month = last - count + 1 + index;
    return `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, "0")}`;
  });
}

/** The months in order, each with its sum: zero where nothing happened. */
export function byMonth<Row extends MonthSums & { month: string }>(
  rows: readonly Row[],
  months: readonly string[],
): (MonthSums & { month: string })[] {
  return months.map((month) => ({ month, ...sumOf(rows.filter((row) => row.month === month)) }));
}
