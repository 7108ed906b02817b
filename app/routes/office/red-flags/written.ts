import type { RedFlag, RedFlagBounds, Sighting } from "#app/domain/red-flags/red-flag.ts";
import type { Format } from "#app/i18n/format.ts";
import type { redFlags } from "#app/i18n/zh/red-flags.ts";
import { WHOLE } from "#app/values/basis-points.ts";
import { fen } from "#app/values/money.ts";
import { days } from "#app/values/time.ts";

type Words = typeof redFlags;

/** An indicator's formula with its bounds, in words. */
export function formulaOf(words: Words, { number }: Format, flag: RedFlag, bounds: RedFlagBounds) {
  const percent = (bp: number) => `${number(bp / 100)}%`;
  return words.formulas[flag]({
    bids: number(bounds.bids),
    shortDays: number(bounds.shortDays),
    lateDays: number(bounds.lateDays),
    othersDropped: number(bounds.othersDropped),
    discountBp: percent(bounds.discountBp),
    ceilingBp: percent(bounds.ceilingBp),
    splitBp: percent(bounds.splitBp),
    wins: number(bounds.wins),
    winsBp: percent(bounds.winsBp),
  });
}

/** What was measured, beside what it is measured by. */
export function measuredOf(
  words: Words,
  { number, money }: Format,
  flag: RedFlag,
  { measured, against }: Pick<Sighting, "measured" | "against">,
): string {
  const write = writers({ number, money })[flag];
  const part = flag === "heavy_discount" ? against - measured : measured;
  const share = `${number(Math.floor((part * WHOLE) / against) / 100)}%`;
  return words.measured[flag](write(measured), write(against), share);
}

/** Days are rounded down to hours, so that nothing reads as long enough that is not. */
function writers({ number, money }: Pick<Format, "number" | "money">) {
  const amount = (value: number) => money(fen(value));
  const length = (ms: number) => number(Math.floor((ms / days(1)) * 10) / 10);
  return {
    single_bid: number,
    short_period: length,
    late_amendment: length,
    others_dropped: number,
    heavy_discount: amount,
    near_ceiling: amount,
    split: amount,
    repeated_winner: number,
  } satisfies Record<RedFlag, (value: number) => string>;
}
