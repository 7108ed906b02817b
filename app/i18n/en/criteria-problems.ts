import type { criteriaProblems as source } from "../zh/criteria-problems.ts";

export const criteriaProblems: typeof source = {
  weight_not_whole: "Points have to be whole numbers.",
  weights_not_100: "The points of the criteria have to add up to 100.",
  price_missing: "There is no price criterion.",
  price_repeated: "There can be only one price criterion.",
  price_weight_out_of_bounds: "The price criterion's points are out of bounds.",
  performance_repeated: "There can be only one performance criterion.",
  performance_weight_too_high: "The performance criterion has too many points.",
};
