import type { Id } from "#app/values/id.ts";
import type { Fen } from "#app/values/money.ts";
import type { Day } from "#app/values/time.ts";
import type { PriceSplit } from "../eligibility/price-split.ts";
import type { RatingSummary } from "../reviews/statistics.ts";

/** One of the organizations that offer the same service under the same tender. */
export type Provider = {
  /** Its offer. */
  id: Id<"offer">;
  title: string;
  organization: { id: Id<"organization">; name: string };
  /** Whether its offer is the one looked at. */
  own: boolean;
  split: PriceSplit;
  /** What somebody pays for whom the subsidy is; null where there is none, or where the price is the reader's own. */
  withSubsidy: Fen | null;
  nextDay: Day | null;
  seatsFree: number | null;
  ratings: RatingSummary;
};
