import type { MethodRules } from "#app/domain/tenders/profile.ts";
import type { Method } from "#app/domain/tenders/tender.ts";
import type { Id } from "#app/values/id.ts";
import type { Fen } from "#app/values/money.ts";

/** Patterns in the records at which a supervisor looks: a place to look, not a verdict. */
export const redFlags = [
  "single_bid",
  "short_period",
  "late_amendment",
  "others_dropped",
  "heavy_discount",
  "near_ceiling",
  "split",
  "repeated_winner",
] as const;
export type RedFlag = (typeof redFlags)[number];

/** From where on something is looked at; every bound belongs to what is flagged, but `shortDays` and `lateDays`, which are long enough. */
export type RedFlagBounds = {
  /** At most so many bids. */
  bids: number;
  /** Shorter than so many days from publication to the deadline. */
  shortDays: number;
  /** An amendment with less than so many days left to the deadline as it then stood. */
  lateDays: number;
  /** At least so many other bids, every one of them disqualified. */
  othersDropped: number;
  /** The winning price at least so far below the ceiling. */
  discountBp: number;
  /** The winning price at least such a part of the ceiling. */
  ceilingBp: number;
  /** Purchases below a limit that together come to at least such a part of it. */
  splitBp: number;
  /** One winner of at least so many awards, and of at least such a part of all. */
  wins: number;
  winsBp: number;
};

/** What a new installation begins with. */
export const defaultBounds: RedFlagBounds = {
  bids: 1,
  shortDays: 8,
  lateDays: 3,
  othersDropped: 2,
  discountBp: 3000,
  ceilingBp: 9800,
  splitBp: 10_000,
  wins: 3,
  winsBp: 5000,
};

export type FlaggedBid = {
  organizationId: Id<"organization">;
  organization: string;
  price: Fen | null;
  disqualified: boolean;
  winner: boolean;
};

/** A published purchase as the indicators read it; `bids` is null until they were opened. */
export type Purchase = {
  tenderId: Id<"tender">;
  title: string;
  method: Method;
  publishedAt: Date;
  deadline: Date;
  ceiling: Fen;
  serviceType: string;
  rules: Pick<MethodRules, "openDays" | "minimumBids">;
  /** With how many milliseconds left its file was amended last-minute most; null where it never was. */
  leftAtAmendment: number | null;
  /** From which value on the method is not allowed; null where it always is. */
  limit: Fen | null;
  bids: FlaggedBid[] | null;
};

/** One thing to look at: the purchases behind it, what was measured, and what it is measured by. */
export type Sighting = {
  tenders: Pick<Purchase, "tenderId" | "title" | "publishedAt">[];
  organizations: string[];
  measured: number;
  against: number;
};

/** What an indicator found among so many purchases that it can say something of. */
export type Finding = { flag: RedFlag; examined: number; sightings: Sighting[] };
