import { Refusal, type RefusalCode } from "../refusal.ts";
import type { ReadinessProblem } from "./readiness.ts";

const ownRefusals: Partial<Record<ReadinessProblem, RefusalCode>> = {
  deadline_too_soon: "tender.too_few_days",
  method_not_allowed: "method.not_allowed",
  method_over_cap: "method.over_cap",
  supplier_over_cap: "direct.over_cap",
  forbidden: "tender.negative_list",
  caps_over_ceiling: "tender.caps_over_ceiling",
  split: "tender.split",
};

/** What may have come between review and publication, or comes of an amendment, is said in its own words. */
export function refuseForbidden(problems: readonly ReadinessProblem[]): void {
  for (const problem of problems) {
    const code = ownRefusals[problem];
    if (code) throw new Refusal(code);
  }
}
