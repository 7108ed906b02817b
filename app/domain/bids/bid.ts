import type { Lifecycle } from "../lifecycle.ts";
import type { OrganizationKind } from "../organizations/organization.ts";
import { methodSettings } from "../tenders/method.ts";
import type { Method } from "../tenders/tender.ts";

export const bidStates = [
  "submitted",
  "needs_confirm",
  "withdrawn",
  "opened",
  "unopenable",
  "negotiated",
  "disqualified",
  "scored",
  "won",
  "lost",
  "rejected",
  "lapsed",
] as const;
export type BidState = (typeof bidStates)[number];

/** A bid is sealed in the browser, so its draft lives there; here it begins when it is submitted. */
export const bidLifecycle = {
  submitted: {
    replace: "submitted",
    withdraw: "withdrawn",
    ask_to_confirm: "needs_confirm",
    open: "opened",
    cannot_open: "unopenable",
  },
  needs_confirm: {
    confirm: "submitted",
    replace: "submitted",
    withdraw: "withdrawn",
    lapse: "lapsed",
  },
  withdrawn: { replace: "submitted" },
  opened: { disqualify: "disqualified", score: "scored", negotiate: "negotiated" },
  unopenable: {},
  negotiated: { stay_away: "disqualified" },
  disqualified: { readmit: "opened" },
  scored: { win: "won", lose: "lost", reopen: "opened" },
  won: { reject: "rejected", reopen: "opened" },
  lost: { move_up: "scored", reopen: "opened" },
  rejected: {},
  lapsed: {},
} as const satisfies Lifecycle<BidState>;

/**
 * Why a bid could not be opened: what is kept is not what her receipt proves, it was sealed for something else or by
 * something else than the bid page, or what was sealed is no complete bid.
 */
export const unopenableCauses = ["changed", "sealed_otherwise", "no_bid"] as const;
export type UnopenableCause = (typeof unopenableCauses)[number];

/** Bids that are never opened: taken back, or not confirmed after the tender was amended. */
export const neverOpened = ["withdrawn", "needs_confirm", "lapsed"] as const satisfies BidState[];

export const isNeverOpened = (state: BidState): boolean =>
  neverOpened.some((never) => never === state);

type Entrance = {
  method: Method;
  officeId: string;
  invitedOrganizationId: string | null;
  barredOrganizations: readonly string[];
  round: number;
};

/** Who wants to bid; the office is of a team alone, that of its street. */
export type Entrant = { id: string; kind: OrganizationKind; officeId: string | null };

export type EntranceObstacle =
  | "bid.no_teams"
  | "bid.other_street"
  | "bid.not_invited"
  | "bid.barred"
  | "bid.not_in_talks";

/**
 * Why an organization may not bid: it is a team where only registered bodies are asked or where its street is another, another one
 * alone is invited, it was passed over when this was tried before, or final offers are called for and it was not in the talks.
 */
export function entranceObstacle(
  { method, officeId, invitedOrganizationId, barredOrganizations, round }: Entrance,
  { id, kind, officeId: street }: Entrant,
  inTalks: boolean,
): EntranceObstacle | undefined {
  if (kind === "team" && !methodSettings[method].teams) return "bid.no_teams";
  if (kind === "team" && street !== officeId) return "bid.other_street";
  if (round > 1 && !inTalks) return "bid.not_in_talks";
  if (barredOrganizations.includes(id)) return "bid.barred";
  const invited = invitedOrganizationId === null || invitedOrganizationId === id;
  return invited ? undefined : "bid.not_invited";
}

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
