import { and, desc, eq, isNull, sql } from "drizzle-orm";
import type { Manager, Resident } from "#app/domain/act.ts";
import type { Id } from "#app/values/id.ts";
import { db } from "#db/client.server.ts";
import { bookings, reviews } from "#db/schema/bookings.ts";
import { offers } from "#db/schema/services.ts";
import { publishedReview } from "./published.server.ts";

const PAGE = 20;

type Wanted = { unanswered?: boolean; after?: Id<"review"> | undefined };

/** Published ratings of the organization's services, newest first, without the names of those who gave them. */
export async function listOrganizationReviews(by: Manager, { unanswered, after }: Wanted) {
  const found = await db
    .select({
      id: reviews.id,
      offer: offers.title,
      overall: reviews.overall,
      comment: reviews.comment,
      byProxy: reviews.byProxy,
      at: reviews.at,
      reply: reviews.reply,
      repliedAt: reviews.repliedAt,
    })
    .from(reviews)
    .innerJoin(offers, eq(offers.id, reviews.offerId))
    .where(
      and(
        eq(reviews.organizationId, by.organizationId),
        publishedReview,
        unanswered ? isNull(reviews.reply) : undefined,
        after
          ? sql`(${reviews.at}, ${reviews.id}) < (select c.at, c.id from ${reviews} c where c.id = ${after})`
          : undefined,
      ),
    )
    .orderBy(desc(reviews.at), desc(reviews.id))
    .limit(PAGE + 1);
  const rows = found.slice(0, PAGE);
  return { rows, next: found.length > PAGE ? (rows.at(-1)?.id ?? null) : null };
}

/** A published rating of the organization. */
export async function findOrganizationReview(by: Manager, id: Id<"review">) {
  const [row] = await db
    .select({
      id: reviews.id,
      offer: offers.title,
      overall: reviews.overall,
      comment: reviews.comment,
      byProxy: reviews.byProxy,
      at: reviews.at,
      reply: reviews.reply,
    })
    .from(reviews)
    .innerJoin(offers, eq(offers.id, reviews.offerId))
    .where(and(eq(reviews.id, id), eq(reviews.organizationId, by.organizationId), publishedReview));
  return row;
}

/** A booking of the resident with what she said of it, to accept, dispute or rate. */
export async function findDelivery(by: Resident, bookingId: Id<"booking">) {
  const [row] = await db
    .select({
      id: bookings.id,
      state: bookings.state,
      startsAt: bookings.startsAt,
      endsAt: bookings.endsAt,
      checkedOutAt: bookings.checkedOutAt,
      deliveryNote: bookings.deliveryNote,
      residentShare: bookings.residentShare,
      fundShare: bookings.fundShare,
      offer: offers.title,
      overall: reviews.overall,
      comment: reviews.comment,
      reviewedAt: reviews.at,
      reply: reviews.reply,
      repliedAt: reviews.repliedAt,
    })
    .from(bookings)
    .innerJoin(offers, eq(offers.id, bookings.offerId))
    .leftJoin(reviews, eq(reviews.bookingId, bookings.id))
    .where(and(eq(bookings.id, bookingId), eq(bookings.residentId, by.residentId)));
  return row;
}
