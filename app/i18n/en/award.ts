import type { award as source } from "../zh/award.ts";

export const award: typeof source = {
  reasons: {
    overCeiling: "The price is above the ceiling.",
    tooFewResponsive: (n, least) =>
      `Only ${n} valid bids, fewer than the ${least} that the rules ask for: the tender failed.`,
  },
  halves: ["中期付款", "期末付款"],
};
