import { and, desc, eq, sql } from "drizzle-orm";
import { publishedReview } from "#app/domain/reviews/published.server.ts";
import { ageInDays, bayesianMean, summaryOfCounts } from "#app/domain/reviews/statistics.ts";
import type { Id } from "#app/values/id.ts";
import { db } from "#db/client.server.ts";
import { reviews } from "#db/schema/bookings.ts";
import { offers } from "#db/schema/services.ts";
import { offerSummaries } from "#db/schema/statistics.ts";

/** How many ratings, the latest first, the shown mean is made of: older ones weigh next to nothing. */
const COUNTED = 200;
const COMMENTS = 5;
const PRIOR_WEIGHT = 10;

const latestQuery = db
  .select({
    id: reviews.id,
    overall: reviews.overall,
    comment: reviews.comment,
    byProxy: reviews.byProxy,
    at: reviews.at,
    reply: reviews.reply,
  })
  .from(reviews)
  .where(and(eq(reviews.offerId, sql.placeholder("offerId")), publishedReview))
  .orderBy(desc(reviews.at), desc(reviews.id))
  .limit(COUNTED)
  .prepare("offer_ratings");

const countsQuery = db
  .select({
    rated: sql<number>`coalesce(sum(${offerSummaries.rated}) filter (where ${offers.id} = ${sql.placeholder("offerId")}), 0)::int`,
    satisfied: sql<number>`coalesce(sum(${offerSummaries.satisfied}) filter (where ${offers.id} = ${sql.placeholder("offerId")}), 0)::int`,
    ratingSum: sql<number>`coalesce(sum(${offerSummaries.ratingSum}) filter (where ${offers.id} = ${sql.placeholder("offerId")}), 0)::int`,
    /** Of the same kind of service in the whole street: what the mean starts from. */
    kindMean: sql<
      number | null
    >`(sum(${offerSummaries.ratingSum})::float8 / nullif(sum(${offerSummaries.rated}), 0))`,
  })
  .from(offerSummaries)
  .innerJoin(offers, eq(offers.id, offerSummaries.offerId))
  .where(
    and(
      eq(offers.officeId, sql.placeholder("officeId")),
      eq(offers.serviceType, sql.placeholder("serviceType")),
    ),
  )
  .prepare("offer_rating_counts");

type RatedOffer = { offerId: Id<"offer">; officeId: Id<"office">; serviceType: string };

/** What residents said of an offer: counted, the shown mean in stars (null where nobody has rated), and the latest words. */
export async function findRatings(offer: RatedOffer, now: Date) {
  const [latest, [counts]] = await Promise.all([
    latestQuery.execute(offer),
    countsQuery.execute(offer),
  ]);
  const summary = summaryOfCounts(counts ?? { rated: 0, satisfied: 0, ratingSum: 0 });
  const aged = latest.map(({ overall, at }) => ({ stars: overall, ageDays: ageInDays(at, now) }));
  const prior = { mean: counts?.kindMean ?? summary.mean ?? 4, weight: PRIOR_WEIGHT };
  return {
    summary,
    mean: latest.length > 0 ? bayesianMean(aged, prior) : null,
    comments: latest.filter(({ comment }) => comment !== "").slice(0, COMMENTS),
  };
}
