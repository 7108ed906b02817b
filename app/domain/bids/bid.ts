import type { Lifecycle } from "../lifecycle.ts";

export const bidStates = [
  "submitted",
  "withdrawn",
  "opened",
  "disqualified",
  "scored",
  "won",
  "lost",
] as const;
export type BidState = (typeof bidStates)[number];

/** A bid is sealed in the browser, so its draft lives there; here it begins when it is submitted. */
export const bidLifecycle = {
  submitted: {
    replace: "submitted",
    withdraw: "withdrawn",
    open: "opened",
    disqualify: "disqualified",
  },
  withdrawn: { replace: "submitted" },
  opened: { disqualify: "disqualified", score: "scored" },
  disqualified: {},
  scored: { win: "won", lose: "lost" },
  won: {},
  lost: {},
} as const satisfies Lifecycle<BidState>;

/** Whether an organization may bid: anybody, or where one is invited only that one. */
export const mayBid = (
  { invitedOrganizationId }: { invitedOrganizationId: string | null },
  organizationId: string,
): boolean => invitedOrganizationId === null || invitedOrganizationId === organizationId;

/** What the browser seals: everything a panel needs to judge the bid. */
export type BidDocument = {
  priceFen: number;
  plan: string;
  team: string;
  contactName: string;
  contactPhone: string;
  /** The answer to each quality criterion, by the criterion's id. */
  responses: Record<string, string>;
};
