import type {
  endCodes as endSource,
  passOverCodes as passOverSource,
  tenderStatus as source,
} from "../zh/tender-status.ts";

export const tenderStatus: typeof source = {
  draft: "Draft",
  consulting: "Draft open for comment",
  in_review: "In review",
  open: "Open for bids",
  closed: "Closed, bids to be opened",
  evaluating: "Being scored",
  recommended: "Recommended, to be published",
  publicised: "Result open to objection",
  awarded: "Awarded, contract to be signed",
  contracted: "Contract signed",
  failed: "Failed",
  cancelled: "Cancelled",
};

export const endCodes: typeof endSource = {
  too_few_bids: "Too few bids",
  too_few_responsive: "Too few valid bids",
  nobody_left: "Nobody left to move up",
  need_changed: "The need changed",
  money: "The money changed",
  mistake: "A mistake in the tender file",
  law: "Law or a higher authority",
  force_majeure: "Force majeure",
  other: "Other",
  objection_upheld: "An objection was upheld",
};

export const passOverCodes: typeof passOverSource = {
  declined: "It declined the award",
  not_signed: "It did not sign in time",
  office_declined: "The office said no",
  ineligible: "It does not meet the conditions",
};
