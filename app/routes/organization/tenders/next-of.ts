import type { BidState, EntranceObstacle } from "#app/domain/bids/bid.ts";
import type { OrganizationStanding } from "#app/domain/organizations/organization.ts";
import { methodSettings } from "#app/domain/tenders/method.ts";
import type { Method, TenderStatus } from "#app/domain/tenders/tender.ts";
import type { TermParty } from "#app/domain/tenders/terms.ts";
import type { Messages } from "#app/i18n/messages.ts";

type Standing = {
  status: TenderStatus;
  standing: OrganizationStanding;
  obstacle: "bid.suspended" | EntranceObstacle | undefined;
  method: Method;
  /** Which sides have said yes or no to the award. */
  answeredBy: readonly TermParty[];
  round: number;
  bid: { state: BidState } | null;
  endedReason: string | null;
};

type Words = Messages["bids"]["tender"]["next"];

/** What happens next in a tender, for a bidder. */
export function nextOf(words: Words, tender: Standing): string {
  const { status, standing, obstacle, round, bid, endedReason } = tender;
  switch (status) {
    case "draft":
    case "consulting":
    case "in_review":
    case "open":
      if (obstacle) return words.mayNot[obstacle];
      if (standing !== "verified") return words.unverified;
      if (bid?.state === "needs_confirm") return words.confirm;
      if (bid?.state === "submitted") return words.submitted;
      return round > 1 ? words.finalOffer : words.open;
    case "closed":
      return words.closed;
    case "evaluating":
    case "recommended":
      return words.evaluating;
    case "publicised":
    case "awarded":
      return decided(words, tender);
    case "contracted":
      return words.over;
    case "failed":
    case "cancelled":
      return words.failed(endedReason ?? "");
  }
}

/** Where both sides choose, the winner says yes or no, and then hears what the office says. */
function decided(words: Words, { method, bid, answeredBy }: Standing): string {
  const asked = bid?.state === "won" && methodSettings[method].acceptance === "both";
  if (!asked) return words.decided;
  if (!answeredBy.includes("organization")) return words.terms;
  return answeredBy.includes("office") ? words.sign : words.officeTerms;
}
