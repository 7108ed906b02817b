import type { Fen } from "#app/values/money.ts";
import { type Method, methods, type Profile, profiles } from "./tender.ts";

/** Up to but not including `below` (null: any value above the band before), these methods are allowed under each profile. */
export type ThresholdBand = { below: Fen | null; allowed: Record<Profile, Method[]> };

export type AllowedMethod = { profile: Profile; method: Method };

/** What a project of that value may be bought by, in the order in which profiles and methods are listed. */
export function allowedMethods(bands: readonly ThresholdBand[], value: Fen): AllowedMethod[] {
  const band = bands.find(({ below }) => below === null || value < below);
  return profiles.flatMap((profile) =>
    methods.flatMap((method) =>
      band?.allowed[profile].includes(method) ? [{ profile, method }] : [],
    ),
  );
}

/** The value from which the method is not allowed any more under the profile; null if it always is, 0 if it never is. */
export function limitOf(
  bands: readonly ThresholdBand[],
  { profile, method }: AllowedMethod,
): Fen | null {
  const last = bands.findLastIndex(({ allowed }) => allowed[profile].includes(method));
  return last === -1 ? (0 as Fen) : (bands[last]?.below ?? null);
}

export const thresholdProblemCodes = [
  "bands_missing",
  "bands_not_rising",
  "last_not_open",
  "nothing_allowed",
] as const;
export type ThresholdProblem = (typeof thresholdProblemCodes)[number];

/** What is wrong with a table of thresholds: bands rise, the last has no end, and every value can be bought somehow. */
export function thresholdProblems(bands: readonly ThresholdBand[]): ThresholdProblem[] {
  const ends = bands.slice(0, -1).map(({ below }) => below);
  const found: Record<ThresholdProblem, boolean> = {
    bands_missing: bands.length === 0,
    bands_not_rising: ends.some((end, index) => end === null || end <= (ends[index - 1] ?? 0)),
    last_not_open: bands.length > 0 && bands.at(-1)?.below !== null,
    nothing_allowed: bands.some(({ allowed }) =>
      profiles.every((one) => allowed[one].length === 0),
    ),
  };
  return thresholdProblemCodes.filter((code) => found[code]);
}

/** A purchase of the same budget item, kind of service and year as another. */
export type LikePurchase = { tenderId: string; title: string; method: Method; ceiling: Fen };

/**
 * Whether purchases that are not open, this one among them, were split to stay below a limit: each alone is below it,
 * together they are not. `limit` is what the method allows at most; null where it allows any value.
 */
export function isSplit(own: Fen, others: readonly LikePurchase[], limit: Fen | null): boolean {
  if (limit === null || others.length === 0 || own >= limit) return false;
  return others.reduce((sum, { ceiling }) => sum + ceiling, Number(own)) >= limit;
}
