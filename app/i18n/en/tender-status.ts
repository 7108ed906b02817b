import type { tenderStatus as source } from "../zh/tender-status.ts";

export const tenderStatus: typeof source = {
  draft: "Draft",
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
