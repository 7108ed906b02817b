import type { BidDocument } from "./bid.ts";

/** An opened document, which nobody has checked before, as a bid; undefined if it is not one. */
export function readBidDocument(opened: unknown): BidDocument | undefined {
  if (!isRecord(opened)) return undefined;
  const { priceFen, plan, team, contactName, contactPhone, responses } = opened;
  const whole = typeof priceFen === "number" && Number.isSafeInteger(priceFen) && priceFen > 0;
  if (!whole || !isText(plan) || !isText(team) || !isText(contactName) || !isText(contactPhone)) {
    return undefined;
  }
  if (!isRecord(responses) || !holdsTexts(responses)) return undefined;
  return { priceFen, plan, team, contactName, contactPhone, responses: { ...responses } };
}

/** NUL and halves of a character are text to a browser, but not to the database. */
const isText = (value: unknown): value is string =>
  typeof value === "string" && !value.includes("\0") && !/\p{Surrogate}/u.test(value);

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const holdsTexts = (record: Record<string, unknown>): record is Record<string, string> =>
  Object.entries(record).flat().every(isText);
