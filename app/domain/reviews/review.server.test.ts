import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import type { Resident } from "#app/domain/act.ts";
import type { Booking } from "#app/domain/bookings/move.server.ts";
import { databaseNow } from "#app/domain/clock.server.ts";
import { addTo, days, hours } from "#app/values/time.ts";
import { db } from "#db/client.server.ts";
import { one } from "#db/rows.ts";
import { proxySessions, residents, reviews } from "#db/schema/index.ts";
import { actOf, makeManager, makeUser } from "#db/seed/factories/accounts.ts";
import { makeBooking } from "#db/seed/factories/bookings.ts";
import { makeReview } from "#db/seed/factories/delivery.ts";
import { makeOffer } from "#db/seed/factories/services.ts";
import { atOnce } from "#db/testing/at-once.ts";
import { answerReview } from "./answer.server.ts";
import { listOrganizationReviews } from "./queries.server.ts";
import { reviewBooking } from "./review.server.ts";

async function residentOf({ residentId }: Booking): Promise<Resident> {
  const row = one(await db.select().from(residents).where(eq(residents.id, residentId)));
  if (!row.userId) throw new Error("the resident has no account");
  return { role: "resident", userId: row.userId, residentId, officeId: row.officeId };
}

async function served(wish: Parameters<typeof makeBooking>[0] = {}) {
  const booking = await makeBooking({ state: "accepted", ...wish });
  const resident = await residentOf(booking);
  const rate = async (overall: number, by: Resident = resident) =>
    reviewBooking(await actOf(by), { bookingId: booking.id, overall, comment: "手脚麻利。" });
  return { booking, resident, rate };
}

const reviewsOf = ({ id }: Booking) => db.select().from(reviews).where(eq(reviews.bookingId, id));

describe("a resident rates", () => {
  test("each service once, and may change it for two days", async () => {
    const { booking, rate } = await served();
    await rate(2);
    await rate(4);
    expect(await reviewsOf(booking)).toMatchObject([{ overall: 4, byProxy: false }]);
    const at = addTo(await databaseNow(), -hours(49));
    await db.update(reviews).set({ at }).where(eq(reviews.bookingId, booking.id));
    await expect(rate(5)).rejects.toMatchObject({ code: "review.fixed" });
  });

  test("twice at once, and it is still one rating", async () => {
    const { booking, rate } = await served();
    await atOnce(4, () => rate(5));
    expect(await reviewsOf(booking)).toHaveLength(1);
  });

  test("within fourteen days", async () => {
    const now = await databaseNow();
    const checkedOut = (ago: number) => served({ checkedOutAt: addTo(now, -ago) });
    await (await checkedOut(days(14) - hours(1))).rate(5);
    const tooLate = await checkedOut(days(14));
    await expect(tooLate.rate(5)).rejects.toMatchObject({ code: "review.closed" });
  });

  test("what she confirmed or disputed, not what nobody has answered for yet", async () => {
    const waiting = await served({ state: "delivered" });
    await expect(waiting.rate(5)).rejects.toMatchObject({ code: "review.not_yet" });
    await (await served({ state: "disputed" })).rate(1);
  });

  test("her own services only", async () => {
    const { rate } = await served();
    const stranger = await served();
    await expect(rate(5, stranger.resident)).rejects.toMatchObject({ code: "not_found" });
  });

  test("through somebody who acts for her, and it says so", async () => {
    const { booking, resident, rate } = await served();
    const { residentId, officeId } = resident;
    const startedAt = await databaseNow();
    const session = one(
      await db
        .insert(proxySessions)
        .values({
          userId: (await makeUser("周敏", {})).id,
          ...{ residentId, officeId, startedAt },
          expiresAt: addTo(startedAt, hours(0.5)),
          reason: "老人看不清手机",
        })
        .returning(),
    );
    await rate(5, { ...resident, userId: session.userId, proxySessionId: session.id });
    expect(await reviewsOf(booking)).toMatchObject([{ byProxy: true }]);
  });
});

describe("an organization", () => {
  /** Three ratings of one offer, so that they are published. */
  async function threeReviews() {
    const offer = await makeOffer();
    const three = [];
    for (const overall of [5, 4, 3]) three.push(await makeReview({ offerId: offer.id, overall }));
    return { offer, manager: await makeManager(offer.organizationId), three };
  }

  test("answers a rating once, and the rating stays as it is", async () => {
    const { manager, three } = await threeReviews();
    const [review] = three;
    if (!review) throw new Error("three reviews");
    const answer = async (reply: string) =>
      answerReview(await actOf(manager), { reviewId: review.id, reply });
    await answer("谢谢，我们会转告护理员。");
    await answer("谢谢，我们会转告护理员。");
    await expect(answer("再补充一句。")).rejects.toMatchObject({ code: "review.answered_already" });
    const booking = { id: review.bookingId, residentId: review.residentId } as Booking;
    const act = await actOf(await residentOf(booking));
    await expect(
      reviewBooking(act, { bookingId: review.bookingId, overall: 1, comment: "" }),
    ).rejects.toMatchObject({ code: "review.fixed" });
  });

  test("two managers answering at once leave one answer", async () => {
    const { manager, three } = await threeReviews();
    const reviewId = three[0]?.id;
    if (!reviewId) throw new Error("three reviews");
    const act = await actOf(manager);
    const { done, refused } = await atOnce(2, (index) =>
      answerReview(act, { reviewId, reply: `第${index}条回复，谢谢。` }),
    );
    expect(done).toHaveLength(1);
    expect(refused).toMatchObject([{ code: "review.answered_already" }]);
  });

  test("does not answer another organization's ratings", async () => {
    const { three } = await threeReviews();
    const reviewId = three[0]?.id;
    if (!reviewId) throw new Error("three reviews");
    const stranger = await actOf(await makeManager());
    await expect(answerReview(stranger, { reviewId, reply: "谢谢。" })).rejects.toMatchObject({
      code: "not_found",
    });
  });

  test("reads ratings three at a time or when the month is over, never the last visit's alone", async () => {
    const offer = await makeOffer();
    const manager = await makeManager(offer.organizationId);
    const list = async () => (await listOrganizationReviews(manager, {})).rows;
    await makeReview({ offerId: offer.id });
    await makeReview({ offerId: offer.id });
    expect(await list()).toEqual([]);
    await makeReview({ offerId: offer.id });
    expect(await list()).toHaveLength(3);
    await makeReview({ offerId: offer.id });
    expect(await list()).toHaveLength(3);
    await makeReview({ offerId: offer.id, at: addTo(await databaseNow(), -days(32)) });
    expect((await list()).map(({ overall }) => overall)).toHaveLength(4);
  });
});
