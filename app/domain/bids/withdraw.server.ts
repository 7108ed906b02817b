import { and, eq } from "drizzle-orm";
import type { Act, Manager } from "#app/domain/act.ts";
import { step } from "#app/domain/lifecycle.ts";
import { record } from "#app/domain/record.server.ts";
import { Refusal } from "#app/domain/refusal.ts";
import type { Id } from "#app/values/id.ts";
import { bids } from "#db/schema/bids.ts";
import { asOrganization } from "./as-organization.server.ts";
import { bidLifecycle } from "./bid.ts";
import { lockBidding } from "./lock-bidding.server.ts";

/** Take the organization's bid back before the deadline; it will not be opened. A new one may be handed in. */
export async function withdrawBid(act: Act<Manager>, tenderId: Id<"tender">) {
  const { by } = act;
  await asOrganization(by, async (tx) => {
    const { officeId, round, now } = await lockBidding(tx, tenderId);
    const [bid] = await tx
      .select({ id: bids.id, state: bids.state })
      .from(bids)
      .where(
        and(
          eq(bids.tenderId, tenderId),
          eq(bids.organizationId, by.organizationId),
          eq(bids.round, round),
        ),
      )
      .for("update");
    if (!bid) throw new Refusal("not_found");
    const state = step(bidLifecycle, bid.state, "withdraw");
    await tx.update(bids).set({ state }).where(eq(bids.id, bid.id));
    const withdrawn = { name: "bid.withdrawn", tenderId, bidId: bid.id, round } as const;
    await record(tx, { by, at: now }, officeId, withdrawn);
  });
}
