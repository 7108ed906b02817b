import { and, eq } from "drizzle-orm";
import type { Act, Manager } from "#app/domain/act.ts";
import { databaseNow } from "#app/domain/clock.server.ts";
import { announce } from "#app/domain/publish-notice.server.ts";
import { record } from "#app/domain/record.server.ts";
import { Refusal } from "#app/domain/refusal.ts";
import type { Id } from "#app/values/id.ts";
import { db } from "#db/client.server.ts";
import { reviews } from "#db/schema/bookings.ts";
import { publishedReview } from "./published.server.ts";

export type Answer = { reviewId: Id<"review">; reply: string };

/** The organization answers a published rating, once; from then on neither changes. */
export async function answerReview({ by }: Act<Manager>, { reviewId, reply }: Answer) {
  await db.transaction(async (tx) => {
    const [review] = await tx
      .select({ officeId: reviews.officeId, reply: reviews.reply })
      .from(reviews)
      .where(
        and(
          eq(reviews.id, reviewId),
          eq(reviews.organizationId, by.organizationId),
          publishedReview,
        ),
      )
      .for("update");
    if (!review) throw new Refusal("not_found");
    if (review.reply === reply) return;
    if (review.reply !== null) throw new Refusal("review.answered_already");
    const at = await databaseNow(tx);
    await tx.update(reviews).set({ reply, repliedAt: at }).where(eq(reviews.id, reviewId));
    await record(tx, { by, at }, review.officeId, { name: "review.answered", reviewId });
    await announce(tx);
  });
}
