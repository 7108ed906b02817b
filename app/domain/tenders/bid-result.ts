import type { PublishedSheet } from "./published-sheet.ts";

/** What a bidder is told of her bid once the recommendation is public. */
export type BidResult = {
  tender: Pick<PublishedSheet["tender"], "id" | "title">;
  scoring: PublishedSheet["scoring"];
  panel: PublishedSheet["panel"];
  criteria: PublishedSheet["criteria"];
  /** Her line of the sheet; null if her bid dropped out, for the reason that follows. */
  own: PublishedSheet["bids"][number] | null;
  disqualifiedReason: string | null;
  /** Whether hers is a bid recommended. */
  first: boolean;
  /** How many bids were ranked. */
  bidders: number;
  /** Who wins, and with what total at least. */
  winner: { organizations: string[]; total: number; reason: string };
  standstillEndsAt: Date | null;
  awarded: boolean;
  /** Whether both sides say yes before there is a contract. */
  asksBoth: boolean;
  /** The winner's contract, for the winner alone. */
  contractId: string | null;
};
