import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import type { Id } from "#app/values/id.ts";
import { yuan } from "#app/values/money.ts";
import { addDays, addTo, dayOf, days, hours, instantOf } from "#app/values/time.ts";
import { db } from "#db/client.server.ts";
import { contracts, offerSummaries, offers, reviews } from "#db/schema/index.ts";
import { makeBooking } from "#db/seed/factories/bookings.ts";
import {
  makeOffer,
  makeProgramme,
  makeRosteredWorker,
  makeServiceSession,
} from "#db/seed/factories/services.ts";
import { databaseNow } from "../clock.server.ts";
import { findOfferPage } from "./offer-page.server.ts";

const now = await databaseNow();
const today = dayOf(now);

describe("an offer's page", () => {
  test("tells who delivers it, where, and under which contract", async () => {
    const offer = await makeOffer({ mode: "seat" });
    await makeRosteredWorker(offer.id, []);
    expect(await findOfferPage(offer.id, now)).toMatchObject({
      title: "日间照料",
      kind: { zh: "日间照料", en: "Elder day care" },
      site: { name: "桂苑日间照料中心" },
      contract: { id: offer.contractId, status: "active" },
      staff: ["王秀英"],
      programme: null,
      delivered: null,
    });
  });

  test("does not exist while the offer is not published", async () => {
    const offer = await makeOffer({ published: false });
    expect(await findOfferPage(offer.id, now)).toBeUndefined();
  });

  test("stays after the contract has ended, without anything to book", async () => {
    const offer = await makeOffer();
    await makeRosteredWorker(offer.id);
    expect((await findOfferPage(offer.id, now))?.openings).not.toEqual([]);
    await db
      .update(contracts)
      .set({ status: "completed" })
      .where(eq(contracts.id, offer.contractId));
    expect(await findOfferPage(offer.id, now)).toMatchObject({ openings: [] });
  });

  test("shows what each situation pays, by the subsidies of the office", async () => {
    const offer = await makeOffer({ price: yuan(60) });
    const { officeId } = offer;
    const old = await makeProgramme({ officeId, ageFrom: 60, rateBp: 5000 });
    await makeProgramme({ officeId, ageFrom: 80 });
    await makeProgramme({ officeId, ageFrom: 90, validTo: addDays(today, -1) });
    const pricesOf = async () =>
      (await findOfferPage(offer.id, now))?.prices.map(({ situation, split }) => [
        situation?.ageFrom ?? null,
        split.residentShare,
      ]);
    expect(await pricesOf()).toEqual([[null, yuan(60)]]);
    await db.update(offers).set({ programmeId: old.id }).where(eq(offers.id, offer.id));
    expect(await pricesOf()).toEqual([
      [null, yuan(60)],
      [60, yuan(30)],
      [80, yuan(30)],
    ]);
  });
});

describe("the next fourteen days", () => {
  test("show the free starts of a visit", async () => {
    const offer = await makeOffer({ noticeHours: 0 });
    const { workerId } = await makeRosteredWorker(offer.id);
    const day = addDays(today, 1);
    await makeBooking({ offerId: offer.id, workerId, startsAt: instantOf(day, 9 * 60) });
    const openings = (await findOfferPage(offer.id, now))?.openings ?? [];
    const tomorrow = openings.find((opening) => opening.day === day);
    expect(tomorrow?.starts[0]).toEqual(instantOf(day, 10 * 60));
    expect(tomorrow?.starts).toHaveLength(13);
    expect(openings.at(-1)?.day).toBe(addDays(today, 13));
  });

  test("show the sessions with their free seats, full ones too, none that can no longer be booked", async () => {
    const offer = await makeOffer({ mode: "seat" });
    const wish = { offerId: offer.id, capacity: 5 };
    await makeServiceSession({ ...wish, startsAt: addTo(now, hours(1)) });
    const day = addDays(today, 3);
    await makeServiceSession({ ...wish, taken: 5, startsAt: instantOf(day, 9 * 60) });
    await makeServiceSession({ ...wish, taken: 1, startsAt: instantOf(day, 14 * 60) });
    await makeServiceSession({ ...wish, startsAt: instantOf(addDays(today, 20), 9 * 60) });
    const page = await findOfferPage(offer.id, now);
    expect(page?.openings).toMatchObject([{ day, sessions: [{ free: 0 }, { free: 4 }] }]);
  });
});

describe("ratings", () => {
  async function rate(offerId: Id<"offer">, overall: number, comment: string, daysAgo: number) {
    const at = addTo(now, -days(daysAgo));
    const {
      id: bookingId,
      officeId,
      organizationId,
      residentId,
    } = await makeBooking({
      offerId,
      state: "accepted",
      startsAt: addTo(at, -hours(3)),
    });
    const who = { bookingId, officeId, offerId, organizationId, residentId };
    await db.insert(reviews).values({ ...who, overall, comment, at });
  }

  test("are counted with their lower bound, and drawn towards what the kind has on average", async () => {
    const offer = await makeOffer();
    for (let ago = 40; ago < 43; ago += 1) await rate(offer.id, 5, `第${ago}天前`, ago);
    await db
      .insert(offerSummaries)
      .values({ offerId: offer.id, delivered: 3, rated: 3, satisfied: 3, ratingSum: 15 });
    const other = await makeOffer({ officeId: offer.officeId });
    await db
      .insert(offerSummaries)
      .values({ offerId: other.id, delivered: 9, rated: 7, satisfied: 0, ratingSum: 15 });
    const ratings = (await findOfferPage(offer.id, now))?.ratings;
    expect(ratings?.summary).toMatchObject({ n: 3, mean: 5, satisfiedShare: 1 });
    expect(ratings?.summary.lower).toBeCloseTo(0.4385, 4);
    expect(ratings?.mean).toBeGreaterThan(3);
    expect(ratings?.mean).toBeLessThan(3.5);
    expect(ratings?.comments.map(({ comment }) => comment)).toEqual([
      "第40天前",
      "第41天前",
      "第42天前",
    ]);
  });

  test("do not show who gave them", async () => {
    const offer = await makeOffer();
    for (let ago = 40; ago < 43; ago += 1) await rate(offer.id, 4, "很好", ago);
    const comment = (await findOfferPage(offer.id, now))?.ratings.comments[0] ?? {};
    expect(Object.keys(comment).sort()).toEqual([
      "at",
      "byProxy",
      "comment",
      "id",
      "overall",
      "reply",
    ]);
  });

  test("show no mean where nobody has rated", async () => {
    const offer = await makeOffer();
    const ratings = (await findOfferPage(offer.id, now))?.ratings;
    expect(ratings).toMatchObject({ mean: null, summary: { n: 0 }, comments: [] });
  });
});
