import type { BidState } from "#app/domain/bids/bid.ts";
import type { Messages } from "#app/i18n/messages.ts";

type Fate = keyof Messages["openings"]["receipts"]["fates"];

/** What became of a submission: only the last version of a bid that was not withdrawn is opened. */
export function receiptFate(
  receipt: { version: number; latest: number; state: BidState; opened: boolean },
  opened: boolean,
): Fate {
  if (receipt.version < receipt.latest) return "replaced";
  if (receipt.state === "withdrawn") return "withdrawn";
  if (!opened) return "sealed";
  return receipt.opened ? "opened" : "unopenable";
}
