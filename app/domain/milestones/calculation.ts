import { type Fen, fen } from "#app/values/money.ts";
import { type MilestonePay, milestonePay, type PayTerms } from "../contracts/milestone-pay.ts";

/** How many residents gave one, two, … five stars. */
export type StarCounts = readonly [number, number, number, number, number];

/** Who was asked at a claim, and what they said; `seed` makes the order of asking recomputable. */
export type SampleOutcome = {
  seed: string;
  size: number;
  answered: number;
  confirmed: number;
  denied: number;
};

/** Why a milestone pays what it pays: all that anybody needs to recompute it. */
export type MilestoneCalculation = {
  formula: "milestone-pay/1";
  terms: PayTerms;
  /** The most that it could pay: as agreed, and what earlier milestones had left. */
  cap: Fen;
  bookings: number;
  confirmedFund: Fen;
  stars: StarCounts;
  sample: SampleOutcome;
  result: MilestonePay;
  /** What the confirmed bookings left of the cap; it stays for the milestones that follow. */
  unused: Fen;
};

type Confirmed = Pick<
  MilestoneCalculation,
  "cap" | "bookings" | "confirmedFund" | "stars" | "sample"
>;

/** The pay of a milestone by the formula and the contract's terms, with all that it was made from. */
export function calculateMilestone(terms: PayTerms, confirmed: Confirmed): MilestoneCalculation {
  const result = payOf({ ...confirmed, terms });
  const unused = fen(confirmed.cap - result.base);
  return { formula: "milestone-pay/1", terms, ...confirmed, result, unused };
}

/** The pay again from what was published of it. */
export const recalculate = (published: MilestoneCalculation): MilestonePay => payOf(published);

/** The milestone's sample has answered enough: at least half of those asked, and at least one. */
export const answeredEnough = (sample: Pick<SampleOutcome, "size" | "answered">): boolean =>
  answersMissing(sample) === 0;

/** How many answers are missing before it can be accepted. */
export const answersMissing = ({ size, answered }: Pick<SampleOutcome, "size" | "answered">) =>
  Math.max(0, Math.max(1, Math.ceil(size / 2)) - answered);

function payOf({
  terms,
  cap,
  confirmedFund,
  stars,
}: Pick<MilestoneCalculation, "terms" | "cap" | "confirmedFund" | "stars">): MilestonePay {
  const ratings = stars.flatMap((count, index) => Array.from({ length: count }, () => index + 1));
  return milestonePay({ ...terms, capFen: cap, confirmedFundFen: confirmedFund, ratings });
}
