import { and, eq } from "drizzle-orm";
import type { Act } from "#app/domain/act.ts";
import { step } from "#app/domain/lifecycle.ts";
import { record } from "#app/domain/record.server.ts";
import { openings } from "#app/i18n/zh/openings.ts";
import { sha256Hex, utf8 } from "#app/values/bytes.ts";
import type { Id } from "#app/values/id.ts";
import { fen } from "#app/values/money.ts";
import type { Tx } from "#db/client.server.ts";
import { bids } from "#db/schema/bids.ts";
import { bidLifecycle } from "./bid.ts";
import { openAttachments } from "./open-attachments.server.ts";
import { documentIn } from "./open-one.server.ts";
import { setAsideUnopenable } from "./settle.server.ts";

type Tender = { id: Id<"tender">; officeId: Id<"office"> };

/** How many bids of the tender would be opened; from outside its bidder it is none before the deadline. */
export const countSubmittedBids = (tx: Pick<Tx, "$count">, tenderId: Id<"tender">) =>
  tx.$count(bids, submittedIn(tenderId));

/** How many bids of the tender were opened and have not dropped out, before they are scored. */
export const countStandingBids = (tx: Pick<Tx, "$count">, tenderId: Id<"tender">) =>
  tx.$count(bids, and(eq(bids.tenderId, tenderId), eq(bids.state, "opened")));

/**
 * Open every bid that was handed in and not withdrawn; the digests by bid, of what was handed in and of what was
 * sealed, are the opening's record. One that does not open, or holds no bid, is out, with its cause.
 */
export async function openBids(
  tx: Tx,
  act: Act,
  { id: tenderId, officeId }: Tender,
  privateKey: CryptoKey,
): Promise<{ digests: Record<string, string>; plaintexts: Record<string, string> }> {
  const sealed = await tx.select().from(bids).where(submittedIn(tenderId)).for("update");
  const plaintexts: Record<string, string> = {};
  for (const bid of sealed) {
    const found = await documentIn(tx, bid, privateKey);
    if ("document" in found) {
      const { document, text } = found;
      const state = step(bidLifecycle, bid.state, "open");
      const opened = { state, document, price: fen(document.priceFen) };
      await tx.update(bids).set(opened).where(eq(bids.id, bid.id));
      plaintexts[bid.id] = await sha256Hex(utf8(text));
      await openAttachments(tx, act, officeId, bid, privateKey);
    } else {
      const { cause } = found;
      await setAsideUnopenable(tx, bid, cause, openings.reasons[cause]);
      await record(tx, act, officeId, { name: "bid.unopenable", tenderId, bidId: bid.id, cause });
    }
  }
  return { digests: Object.fromEntries(sealed.map(({ id, digest }) => [id, digest])), plaintexts };
}

const submittedIn = (tenderId: Id<"tender">) =>
  and(eq(bids.tenderId, tenderId), eq(bids.state, "submitted"));
