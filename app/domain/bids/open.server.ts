import { and, eq } from "drizzle-orm";
import type { Act } from "#app/domain/act.ts";
import { step } from "#app/domain/lifecycle.ts";
import { record } from "#app/domain/record.server.ts";
import { openings } from "#app/i18n/zh/openings.ts";
import type { Id } from "#app/values/id.ts";
import { fen } from "#app/values/money.ts";
import type { Tx } from "#db/client.server.ts";
import { bids } from "#db/schema/bids.ts";
import { bidLifecycle } from "./bid.ts";
import { readBidDocument } from "./bid-document.ts";
import { BrokenSeal } from "./envelope.ts";
import { openBid } from "./sealing.ts";
import { dropBid } from "./settle.server.ts";

const { unopenable } = openings.reasons;

type Tender = { id: Id<"tender">; officeId: Id<"office"> };

/** How many bids of the tender would be opened; from outside its bidder it is none before the deadline. */
export const countSubmittedBids = (tx: Pick<Tx, "$count">, tenderId: Id<"tender">) =>
  tx.$count(bids, submittedIn(tenderId));

/**
 * Open every bid that was handed in and not withdrawn; the digests by bid are the opening's record.
 * One that does not open, or holds no bid, drops out for that reason.
 */
export async function openBids(
  tx: Tx,
  act: Act,
  { id: tenderId, officeId }: Tender,
  privateKey: CryptoKey,
): Promise<Record<string, string>> {
  const sealed = await tx.select().from(bids).where(submittedIn(tenderId)).for("update");
  for (const bid of sealed) {
    const document = await documentIn(bid, privateKey);
    if (document) {
      const state = step(bidLifecycle, bid.state, "open");
      const opened = { state, document, price: fen(document.priceFen) };
      await tx.update(bids).set(opened).where(eq(bids.id, bid.id));
    } else {
      await dropBid(tx, bid, unopenable);
      const dropped = { name: "bid.disqualified", tenderId, bidId: bid.id } as const;
      await record(tx, act, officeId, { ...dropped, reason: unopenable });
    }
  }
  return Object.fromEntries(sealed.map(({ id, digest }) => [id, digest]));
}

async function documentIn(bid: typeof bids.$inferSelect, privateKey: CryptoKey) {
  const { tenderId, organizationId, deadlineVersion, ciphertext } = bid;
  const context = { tenderId, organizationId, deadlineVersion };
  const opened = await openBid(privateKey, context, ciphertext).catch((error: unknown) => {
    if (error instanceof BrokenSeal) return undefined;
    throw error;
  });
  return readBidDocument(opened);
}

const submittedIn = (tenderId: Id<"tender">) =>
  and(eq(bids.tenderId, tenderId), eq(bids.state, "submitted"));
