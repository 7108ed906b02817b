import { and, eq } from "drizzle-orm";
import type { Id } from "#app/values/id.ts";
import type { Tx } from "#db/client.server.ts";
import { bids } from "#db/schema/bids.ts";

/** What an organization that is still in the talks offered first; undefined for every other, and before the final round. */
export async function findFirstOffer(
  tx: Tx,
  { organizationId }: { organizationId: Id<"organization"> },
  tenderId: Id<"tender">,
) {
  const [first] = await tx
    .select({ id: bids.id, document: bids.document })
    .from(bids)
    .where(
      and(
        eq(bids.tenderId, tenderId),
        eq(bids.organizationId, organizationId),
        eq(bids.state, "negotiated"),
      ),
    );
  return first;
}
