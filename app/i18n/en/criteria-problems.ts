import type { criteriaProblems as source } from "../zh/criteria-problems.ts";

export const criteriaProblems: typeof source = {
  weight_not_whole: "Points have to be whole numbers.",
  weights_not_100: "The points of the criteria have to add up to 100.",
  vote_not_alone: "The council votes on one question; there are no other criteria.",
  price_missing: "There is no price criterion.",
  price_repeated: "There can be only one price criterion.",
  price_weight_out_of_bounds: "The price criterion's points are out of bounds.",
  performance_repeated: "There can be only one performance criterion.",
  minimum_not_of_quality: "Only a quality criterion can have a least score.",
  minimum_above_weight: "The least score cannot be above the criterion's weight.",
  performance_weight_too_high: "The performance criterion has too many points.",
};
