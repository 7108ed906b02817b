import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { unsealText } from "#app/domain/residents/sealed-fields.server.ts";
import type { Id } from "#app/values/id.ts";
import { yuan } from "#app/values/money.ts";
import { addDays, addTo, dayOf, instantOf, minutes } from "#app/values/time.ts";
import { db } from "#db/client.server.ts";
import { one } from "#db/rows.ts";
import { bookings, residents, workers } from "#db/schema/index.ts";
import { actOf } from "#db/seed/factories/accounts.ts";
import { makeBooking, makeNeighbour } from "#db/seed/factories/bookings.ts";
import { makeOffer, makeRosteredWorker } from "#db/seed/factories/services.ts";
import { atOnce } from "#db/testing/at-once.ts";
import { listAlternatives } from "./alternatives.server.ts";
import { bookVisit, type VisitWish } from "./book-visit.server.ts";

type Offer = Awaited<ReturnType<typeof makeOffer>>;
type Neighbour = Awaited<ReturnType<typeof makeNeighbour>>;

const at = (hour: number, later = 2) =>
  instantOf(addDays(dayOf(new Date()), later), Math.round(hour * 60));

async function homeCare(workerCount: number, wish: Parameters<typeof makeOffer>[0] = {}) {
  const offer = await makeOffer({ bufferBeforeMinutes: 15, bufferAfterMinutes: 15, ...wish });
  const team: Id<"worker">[] = [];
  for (let n = 0; n < workerCount; n += 1) {
    team.push((await makeRosteredWorker(offer.id)).workerId);
  }
  return { offer, team: team.sort() };
}

const neighbours = (offer: Offer, count: number) =>
  Promise.all(Array.from({ length: count }, () => makeNeighbour(offer)));

async function book(by: Neighbour | undefined, offer: Offer, wish: Partial<VisitWish> = {}) {
  if (!by) throw new Error("nobody to book for");
  return await bookVisit(await actOf(by), {
    offerId: offer.id,
    startsAt: at(10),
    note: "",
    residentShare: yuan(60),
    idempotencyKey: crypto.randomUUID(),
    ...wish,
  });
}

const bookingOf = async (id: Id<"booking">) =>
  one(await db.select().from(bookings).where(eq(bookings.id, id)));

test("a visit takes the worker for its time and the way there and back", async () => {
  const { offer, team } = await homeCare(1);
  const wang = await makeNeighbour(offer, { addressSealed: null });
  const { id } = await book(wang, offer, { address: "桂苑路 7 号 302 室" });
  const booking = await bookingOf(id);
  expect(booking).toMatchObject({
    workerId: team[0],
    startsAt: at(10),
    endsAt: at(11),
    state: "confirmed",
  });
  const others = await Promise.all([9.5, 11, 11.5].map((hour) => free(offer, hour)));
  expect(others).toEqual(["booking.taken", "booking.taken", "done"]);
  const { addressSealed } = one(
    await db.select().from(residents).where(eq(residents.id, wang.residentId)),
  );
  expect(addressSealed && unsealText(addressSealed)).toBe("桂苑路 7 号 302 室");
});

async function free(offer: Offer, hour: number): Promise<unknown> {
  const asked = book(await makeNeighbour(offer), offer, { startsAt: at(hour) });
  return await asked.then(
    () => "done",
    (error: unknown) => Reflect.get(Object(error), "code"),
  );
}

test("fifty ask for one worker's hour at once: one gets it, the others hear it is taken and when else", async () => {
  const { offer } = await homeCare(1);
  const people = await neighbours(offer, 50);
  const { done, refused } = await atOnce(50, (index) => book(people[index], offer));
  expect(done).toHaveLength(1);
  expect(refused).toHaveLength(49);
  for (const error of refused) expect(error).toMatchObject({ code: "booking.taken" });

  const winner = await Promise.all(done.map(async ({ id }) => (await bookingOf(id)).residentId));
  const loser = people.find(({ residentId }) => !winner.includes(residentId));
  if (!loser) throw new Error("all of them won");
  const now = new Date();
  const wanted = { by: loser, offer, startsAt: at(10), endsAt: at(11), now };
  const instead = await listAlternatives(wanted);
  expect(instead).toHaveLength(3);
  const [first] = instead;
  await expect(
    book(people[49], offer, { startsAt: first?.startsAt ?? now }),
  ).resolves.toBeDefined();
});

test("other times are named that the resident herself is free at", async () => {
  const { offer, team } = await homeCare(1);
  const wang = await makeNeighbour(offer);
  const wanted = { by: wang, offer, startsAt: at(12), endsAt: at(13), now: new Date() };
  const starts = async () => (await listAlternatives(wanted)).map(({ startsAt }) => startsAt);
  expect(await starts()).toEqual([at(11), at(11.5), at(12.5)]);
  await makeBooking({ residentId: wang.residentId, startsAt: at(11) });
  await makeBooking({ offerId: offer.id, workerId: team[0] ?? null, startsAt: at(14) });
  expect(await starts()).toEqual([at(9.5), at(10), at(12.5)]);
});

test("nine ask for the hour of three workers: three get one each", async () => {
  const { offer, team } = await homeCare(3);
  const people = await neighbours(offer, 9);
  const { done, refused } = await atOnce(9, (index) => book(people[index], offer));
  expect(refused).toHaveLength(6);
  const got = await Promise.all(done.map(async ({ id }) => (await bookingOf(id)).workerId));
  expect(got.sort()).toEqual(team);
});

test("a double click is one visit", async () => {
  const { offer } = await homeCare(3);
  const wang = await makeNeighbour(offer);
  const idempotencyKey = crypto.randomUUID();
  const { done } = await atOnce(4, () => book(wang, offer, { idempotencyKey }));
  expect(done).toHaveLength(4);
  expect(new Set(done.map(({ id }) => id)).size).toBe(1);
  const mine = await db.$count(bookings, eq(bookings.residentId, wang.residentId));
  expect(mine).toBe(1);
});

test("the resident is never in two places, however many forms she sends", async () => {
  const { offer } = await homeCare(3);
  const wang = await makeNeighbour(offer);
  const { done, refused } = await atOnce(3, () => book(wang, offer));
  expect(done).toHaveLength(1);
  for (const error of refused) expect(error).toMatchObject({ code: "booking.same_time" });
});

test("whoever came last time comes again; then whoever has least to do; then the lowest id", async () => {
  const { offer, team } = await homeCare(3);
  const [wang, zhao] = await neighbours(offer, 2);
  const [first, second, third] = team;
  if (!wang || !first || !second || !third) throw new Error("too few");
  await makeBooking({
    offerId: offer.id,
    residentId: wang.residentId,
    workerId: third,
    state: "accepted",
  });
  expect((await bookingOf((await book(wang, offer)).id)).workerId).toBe(third);

  await makeBooking({ offerId: offer.id, workerId: first, startsAt: at(15) });
  expect((await bookingOf((await book(zhao, offer)).id)).workerId).toBe(second);
  const li = await makeNeighbour(offer);
  const { id } = await book(li, offer, { startsAt: at(12) });
  expect((await bookingOf(id)).workerId).toBe(first);
});

test("somebody asked for by name comes, or nobody", async () => {
  const { offer, team } = await homeCare(2);
  const [wang, zhao] = await neighbours(offer, 2);
  const workerId = team[1];
  expect((await bookingOf((await book(wang, offer, { workerId })).id)).workerId).toBe(workerId);
  await expect(book(zhao, offer, { workerId })).rejects.toMatchObject({ code: "booking.taken" });
});

test("without an address, off the hours, or with somebody who left, nothing is booked", async () => {
  const { offer, team } = await homeCare(1);
  const wang = await makeNeighbour(offer, { addressSealed: null });
  await expect(book(wang, offer)).rejects.toMatchObject({ code: "booking.address_needed" });
  const zhao = await makeNeighbour(offer);
  for (const startsAt of [at(7), at(10.25), addTo(at(10), minutes(7))]) {
    await expect(book(zhao, offer, { startsAt })).rejects.toMatchObject({ code: "booking.taken" });
  }
  const [gone] = team;
  if (gone) await db.update(workers).set({ active: false }).where(eq(workers.id, gone));
  await expect(book(zhao, offer)).rejects.toMatchObject({ code: "booking.taken" });
});
