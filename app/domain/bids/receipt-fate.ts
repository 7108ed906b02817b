import { type BidState, isNeverOpened } from "./bid.ts";

/** What became of a submission: only the last version of a bid that stood at the deadline is opened. */
export const receiptFates = [
  "replaced",
  "withdrawn",
  "unconfirmed",
  "sealed",
  "opened",
  "unopenable",
] as const;
export type ReceiptFate = (typeof receiptFates)[number];

export function receiptFate(
  receipt: { version: number; latest: number; state: BidState; opened: boolean },
  opened: boolean,
): ReceiptFate {
  if (receipt.version < receipt.latest) return "replaced";
  if (receipt.state === "withdrawn") return "withdrawn";
  if (isNeverOpened(receipt.state)) return "unconfirmed";
  if (!opened) return "sealed";
  return receipt.opened ? "opened" : "unopenable";
}
