import { eq } from "drizzle-orm";
import { databaseNow } from "#app/domain/clock.server.ts";
import { Refusal, type RefusalCode } from "#app/domain/refusal.ts";
import { refuseSuspended } from "#app/domain/tenders/lock.server.ts";
import { statusAt } from "#app/domain/tenders/tender.ts";
import type { Id } from "#app/values/id.ts";
import type { Tx } from "#db/client.server.ts";
import { tenders } from "#db/schema/tenders.ts";

/**
 * A tender that takes bids at this moment, locked against any change of its own until the transaction ends, with `now`
 * by the database's clock read after the lock was won: at the deadline and after it, it is refused.
 */
export async function lockBidding(
  tx: Tx,
  tenderId: Id<"tender">,
  tooLate: RefusalCode = "bid.too_late",
) {
  const [tender] = await tx.select().from(tenders).where(eq(tenders.id, tenderId)).for("update");
  if (!tender || tender.publishedAt === null) throw new Refusal("not_found");
  const now = await databaseNow(tx);
  const status = statusAt(tender, now);
  if (status === "open") refuseSuspended(tender);
  if (tender.deadline && now >= tender.deadline) throw new Refusal(tooLate);
  if (status !== "open") throw new Refusal("bid.not_open");
  return { ...tender, now };
}
