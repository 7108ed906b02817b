import type { Round } from "./load.ts";

/** A thing that was measured, over a database with so many bookings (or none), and how its rounds went. */
export type Measured = { name: string; bookings: number | null; rounds: Round[] };

type Run = {
  few: number;
  many: number;
  offices: number;
  rounds: number;
  atOnce: number;
  seconds: string;
};

const names = [
  ["page, cached", "bare page"],
  ["page, not cached", "bare page"],
  ["page, not cached", "page, its SQL alone"],
  ["booking", "bare page"],
  ["booking", "bare form"],
  ["booking", "booking, its SQL alone"],
] as const;

/** The rates side by side, and as ratios: 1.00 is as fast, 0.50 half as fast. */
export function report(measured: readonly Measured[], run: Run): string {
  const { few, many, offices, rounds, atOnce, seconds } = run;
  const at = (name: string, bookings: number) =>
    measured.find((one) => one.name === name && (one.bookings ?? bookings) === bookings);
  const rate = (name: string, bookings: number) =>
    middle(at(name, bookings)?.rounds.map(perSecond));
  const ratio = (one: number, other: number) => (one / other).toFixed(2).padStart(12);
  const heads = [`${count(few)} bookings`, `${count(many)} bookings`].map((head) =>
    head.padStart(22),
  );
  const own = [...new Set(measured.map(({ name }) => name))];
  return [
    `\nMedians of ${rounds} rounds, ${atOnce} requests at once, 2 and ${count(offices)} offices; everything took ${seconds} s.\n`,
    `${"a second (median ms)".padEnd(38)}${heads.join("")}${"many ÷ few".padStart(12)}`,
    ...own.map((name) => {
      const cells = [few, many].map((bookings) => cellOf(at(name, bookings)).padStart(22));
      return `${name.padEnd(38)}${cells.join("")}${ratio(rate(name, many), rate(name, few))}`;
    }),
    `\n${"ratio".padEnd(38)}${heads.join("")}`,
    ...names.map(([one, other]) => {
      const cells = [few, many].map((bookings) =>
        ratio(rate(one, bookings), rate(other, bookings)).padStart(22),
      );
      return `${`${one} ÷ ${other}`.padEnd(38)}${cells.join("")}`;
    }),
  ].join("\n");
}

function cellOf(measured: Measured | undefined) {
  const rounds = measured?.rounds ?? [];
  const times = rounds.flatMap((round) => round.times);
  return `${middle(rounds.map(perSecond)).toFixed(0)} (${middle(times).toFixed(1)})`;
}

const perSecond = (round: Round) => round.perSecond;
const count = (n: number) => n.toLocaleString("en");

function middle(numbers: readonly number[] = []): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  const half = sorted.length / 2;
  const upper = sorted[Math.floor(half)] ?? Number.NaN;
  return Number.isInteger(half) ? ((sorted[half - 1] ?? upper) + upper) / 2 : upper;
}
