import type { ContractStatus } from "../contracts/contract.ts";
import type { CriterionKind, Method, TenderStatus } from "../tenders/tender.ts";
import type { Code } from "./code-lists.ts";

/**
 * A tender is active until it is awarded, so that no answer tells whether a timer has already closed it.
 * Drafts are never published; their code stands here for completeness.
 */
export const tenderStatusOf = {
  draft: "planning",
  consulting: "planning",
  in_review: "planned",
  open: "active",
  closed: "active",
  evaluating: "active",
  recommended: "active",
  publicised: "active",
  awarded: "complete",
  contracted: "complete",
  failed: "unsuccessful",
  cancelled: "cancelled",
} as const satisfies Record<TenderStatus, Code<"tenderStatus">>;

/** What has become of the award that the tender was publicised with. */
export const awardStatusOf = {
  draft: "cancelled",
  consulting: "cancelled",
  in_review: "cancelled",
  open: "cancelled",
  closed: "cancelled",
  evaluating: "cancelled",
  recommended: "cancelled",
  publicised: "pending",
  awarded: "active",
  contracted: "active",
  failed: "cancelled",
  cancelled: "cancelled",
} as const satisfies Record<TenderStatus, Code<"awardStatus">>;

/** Whoever may hand in a first offer decides: everybody, or the one who was asked. */
export const procurementMethodOf = {
  open_scored: "open",
  consult: "open",
  lowest_price: "open",
  direct: "direct",
  two_way: "open",
  panel: "open",
} as const satisfies Record<Method, Code<"procurementMethod">>;

/** A contract is published when it comes into force; the standard has one word for done and for broken off. */
export const contractStatusOf = {
  pending: "pending",
  active: "active",
  completed: "terminated",
  terminated: "terminated",
} as const satisfies Record<ContractStatus, Code<"contractStatus">>;

/** A milestone that was accepted is met if it pays all that it could. */
export const milestoneStatusOf = (pay: number, most: number): Code<"milestoneStatus"> =>
  pay >= most ? "met" : "partiallyMet";

export function awardCriteriaOf(
  criteria: readonly { kind: CriterionKind }[],
): Code<"awardCriteria"> {
  const priced = criteria.some(({ kind }) => kind === "price");
  const judged = criteria.some(({ kind }) => kind !== "price");
  if (priced && judged) return "ratedCriteria";
  return priced ? "priceOnly" : "qualityOnly";
}
