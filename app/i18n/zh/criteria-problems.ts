import type { ProfileProblem } from "#app/domain/tenders/profile.ts";

/** What is wrong with a draft's criteria. */
export const criteriaProblems = {
  weight_not_whole: "评分项的分值应为整数。",
  weights_not_100: "评分项的分值相加应为100。",
  vote_not_alone: "议事会表决只有一项，不加别的评分项。",
  price_missing: "评分项里没有价格项。",
  price_repeated: "价格项只能有一个。",
  price_weight_out_of_bounds: "价格项的分值不在规定范围内。",
  performance_repeated: "履约评价只能有一项。",
  minimum_not_of_quality: "只有质量项能设最低分。",
  minimum_above_weight: "最低分不能高于这一项的分值。",
  performance_weight_too_high: "履约评价的分值超过上限。",
} satisfies Record<ProfileProblem, string>;
