/** What a bidder may ask the list of tenders for. */
export const bidderListKinds = ["open", "own", "all"] as const;
export type BidderListKind = (typeof bidderListKinds)[number];
