import { and, asc, eq, inArray, sql } from "drizzle-orm";
import type { Manager } from "#app/domain/act.ts";
import type { Tx } from "#db/client.server.ts";
import { bids } from "#db/schema/bids.ts";
import { tenders } from "#db/schema/tenders.ts";
import { methodSettings } from "./method.ts";
import { methods } from "./tender.ts";
import { answeredBy } from "./terms-queries.server.ts";

const MOST = 20;

const methodsOfBoth = methods.filter((method) => methodSettings[method].acceptance === "both");

/** Awards to the reader's organization to which it has not said yes or no, longest waiting first. */
export async function listTermsToAnswer(tx: Tx, { organizationId }: Manager) {
  return await tx
    .select({ id: tenders.id, title: tenders.title })
    .from(tenders)
    .innerJoin(bids, eq(bids.id, tenders.recommendedBidId))
    .where(
      and(
        eq(bids.organizationId, organizationId),
        eq(tenders.status, "awarded"),
        inArray(tenders.method, methodsOfBoth),
        sql`not ('organization' = any(${answeredBy}))`,
      ),
    )
    .orderBy(asc(tenders.awardedAt))
    .limit(MOST);
}
