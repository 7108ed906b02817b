import { sql } from "drizzle-orm";
import { ZONE } from "#app/values/time.ts";
import { reviews } from "#db/schema/bookings.ts";

/** So many ratings of an offer are published together, so that none can be traced to the one visit of that day. */
const BATCH = 3;

const monthBegan = sql`(date_trunc('month', clock_now(), ${sql.raw(`'${ZONE}'`)}))`;

/**
 * Condition on a row of `reviews`: it may be read by others. It may once its month is over, or once the batch of three
 * that it belongs to (by time, within its offer and month) is full.
 */
export const publishedReview = sql`(${reviews.at} < ${monthBegan}
  or (select count(*) filter (where (other.at, other.id) < (${reviews.at}, ${reviews.id})) / ${BATCH} < count(*) / ${BATCH}
    from reviews other where other.offer_id = ${reviews.offerId} and other.at >= ${monthBegan}))`;
