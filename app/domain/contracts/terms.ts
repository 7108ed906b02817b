import { type Fen, fen } from "#app/values/money.ts";
import { addDays, type Day, day, daysBetween } from "#app/values/time.ts";

export type ServicePeriod = { startsOn: Day; endsOn: Day };
export type MilestoneTerms = { name: string; dueOn: Day; cap: Fen };

/** As many as the database's integer holds. */
const MOST_UNITS = 2_147_483_647;

/** The most payments that a contract's value may be divided into. */
export const MILESTONES_LIMIT = 4;

type Planned = { startsOn: Day | null; endsOn: Day | null; serviceMonths: number | null };

/** When the contract runs: as planned, or, where its start has passed by the award, as long from that day. */
export function servicePeriod(planned: Planned, awardedOn: Day): ServicePeriod {
  const { startsOn: wished, endsOn, serviceMonths } = planned;
  const startsOn = wished && wished > awardedOn ? wished : awardedOn;
  if (wished && endsOn) return { startsOn, endsOn: addDays(startsOn, daysBetween(wished, endsOn)) };
  return { startsOn, endsOn: addDays(addMonths(startsOn, serviceMonths ?? 12), -1) };
}

/**
 * What a won bid's contract is worth, and for how much: all that was asked at the price bid, or, up to a cap, as many whole
 * units as the cap buys at that price.
 */
export function worthOf(
  { price, quantity }: { price: Fen; quantity: number },
  cap: Fen | null,
): { value: Fen; quantity: number } {
  if (cap === null) return { value: price, quantity };
  const units = Number((BigInt(cap) * BigInt(quantity)) / BigInt(price));
  return { value: cap, quantity: Math.min(Math.max(1, units), MOST_UNITS) };
}

/** Two halves, at the middle and at the end; an odd fen is paid last, and a single fen at once. */
export function defaultMilestones(
  value: Fen,
  { startsOn, endsOn }: ServicePeriod,
  names: readonly [middle: string, end: string],
): (MilestoneTerms & { position: number })[] {
  const first = fen(Math.floor(value / 2));
  const middle = addDays(startsOn, Math.floor(daysBetween(startsOn, endsOn) / 2));
  return [
    { name: names[0], dueOn: middle, cap: first },
    { name: names[1], dueOn: endsOn, cap: fen(value - first) },
  ]
    .filter(({ cap }) => cap > 0)
    .map((terms, index) => ({ position: index + 1, ...terms }));
}

export const milestoneProblemCodes = ["count", "cap", "sum", "order", "period"] as const;
export type MilestoneProblem = (typeof milestoneProblemCodes)[number];

/** What is wrong with the milestones of a contract of that value and period, if anything. */
export function milestoneProblems(
  milestones: readonly MilestoneTerms[],
  value: Fen,
  { startsOn, endsOn }: ServicePeriod,
): MilestoneProblem[] {
  const sum = milestones.reduce((total, { cap }) => total + cap, 0);
  const found: Record<MilestoneProblem, boolean> = {
    count: milestones.length < 1 || milestones.length > MILESTONES_LIMIT,
    cap: milestones.some(({ cap }) => cap <= 0),
    sum: sum !== value,
    order: milestones.some(({ dueOn }, index) => dueOn <= (milestones[index - 1]?.dueOn ?? "")),
    period: milestones.some(({ dueOn }) => dueOn < startsOn || dueOn > endsOn),
  };
  return milestoneProblemCodes.filter((code) => found[code]);
}

/** The same day of the month so many months later, or the month's last day where it has no such day. */
function addMonths(from: Day, count: number): Day {
  const months = Number(from.slice(0, 4)) * 12 + Number(from.slice(5, 7)) - 1 + count;
  const firstOf = (index: number) => {
    const year = String(Math.floor(index / 12)).padStart(4, "0");
    return day(`${year}-${String((index % 12) + 1).padStart(2, "0")}-01`);
  };
  const last = daysBetween(firstOf(months), firstOf(months + 1));
  return addDays(firstOf(months), Math.min(Number(from.slice(8)), last) - 1);
}
