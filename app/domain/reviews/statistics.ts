import { days } from "#app/values/time.ts";

/** The 97.5 % point of the normal distribution: two-sided 95 % confidence. */
const Z = 1.959964;
const HALF_LIFE_DAYS = 180;
const SATISFIED_FROM = 4;

/** The lower end of the Wilson 95 % interval for the share `k` of `n`; 0 where nobody has answered. */
export function wilsonLower(k: number, n: number): number {
  if (!Number.isInteger(k) || !Number.isInteger(n) || k < 0 || k > n) {
    throw new RangeError(`${k} of ${n} is not a share`);
  }
  if (k === 0) return 0;
  const share = k / n;
  const centre = share + (Z * Z) / (2 * n);
  const spread = Z * Math.sqrt((share * (1 - share)) / n + (Z * Z) / (4 * n * n));
  return Math.max(0, (centre - spread) / (1 + (Z * Z) / n));
}

/** A rating of 1 to 5 stars and how many days ago it was given. */
export type AgedRating = { stars: number; ageDays: number };

/** The mean of ratings weighed 2^(−age ÷ 180 days), with the prior's mean counted in `weight` times. */
export function bayesianMean(
  ratings: readonly AgedRating[],
  prior: { mean: number; weight: number },
): number {
  let weights = prior.weight;
  let weighed = prior.weight * prior.mean;
  for (const { stars, ageDays } of ratings) {
    const weight = 2 ** (-Math.max(0, ageDays) / HALF_LIFE_DAYS);
    weights += weight;
    weighed += weight * stars;
  }
  if (weights <= 0) throw new RangeError("nothing to take the mean of");
  return weighed / weights;
}

/** How many days, with fractions, lie between the two instants. */
export const ageInDays = (at: Date, now: Date): number => (now.getTime() - at.getTime()) / days(1);

/** null where nobody has answered; `lower` is the Wilson lower bound of the share satisfied (4 or 5 stars). */
export type RatingSummary = {
  n: number;
  mean: number | null;
  satisfiedShare: number | null;
  lower: number | null;
};

/** The summary of all ratings, in stars. */
export function summary(ratings: readonly number[]): RatingSummary {
  return summaryOfCounts({
    rated: ratings.length,
    satisfied: ratings.filter((stars) => stars >= SATISFIED_FROM).length,
    ratingSum: ratings.reduce((sum, stars) => sum + stars, 0),
  });
}

/** The same from what has been counted already. */
export function summaryOfCounts(counts: {
  rated: number;
  satisfied: number;
  ratingSum: number;
}): RatingSummary {
  const { rated: n, satisfied, ratingSum } = counts;
  if (n === 0) return { n, mean: null, satisfiedShare: null, lower: null };
  return {
    n,
    mean: ratingSum / n,
    satisfiedShare: satisfied / n,
    lower: wilsonLower(satisfied, n),
  };
}
