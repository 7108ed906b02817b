import { and, eq, inArray, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { record } from "#app/domain/record.server.ts";
import type { Id } from "#app/values/id.ts";
import { fen, yuan } from "#app/values/money.ts";
import { addTo, hours } from "#app/values/time.ts";
import { db } from "#db/client.server.ts";
import { one } from "#db/rows.ts";
import {
  bookings,
  contractCounters,
  events,
  offers,
  personalQuotas,
  serviceSessions,
} from "#db/schema/index.ts";
import { actOf, makeOffice, makeResident } from "#db/seed/factories/accounts.ts";
import { makeNeighbour } from "#db/seed/factories/bookings.ts";
import { makeActiveContract } from "#db/seed/factories/contracts.ts";
import { makeOffer, makeProgramme, makeServiceSession } from "#db/seed/factories/services.ts";
import { atOnce } from "#db/testing/at-once.ts";
import { bookSeat, type SeatWish } from "./book-seat.server.ts";
import { holdingStates } from "./booking.ts";

type Session = Awaited<ReturnType<typeof makeServiceSession>>;
type Neighbour = Awaited<ReturnType<typeof makeNeighbour>>;

async function dayCare(
  wish: { capacity?: number; subsidised?: boolean; value?: number; startsAt?: Date } = {},
) {
  const { subsidised = false, value = 100_000, ...session } = wish;
  const office = await makeOffice();
  const contract = await makeActiveContract({ officeId: office.id, value: yuan(value) });
  const programme = subsidised ? await makeProgramme({ officeId: office.id, ageFrom: 80 }) : null;
  const offer = await makeOffer({
    mode: "seat",
    contractId: contract.id,
    programmeId: programme?.id ?? null,
  });
  return { offer, programme, session: await makeServiceSession({ offerId: offer.id, ...session }) };
}

const neighbours = (offer: Parameters<typeof makeNeighbour>[0], count: number) =>
  Promise.all(Array.from({ length: count }, () => makeNeighbour(offer)));

async function book(by: Neighbour | undefined, session: Session, wish: Partial<SeatWish> = {}) {
  if (!by) throw new Error("nobody to book for");
  return await bookSeat(await actOf(by), {
    offerId: session.offerId,
    sessionId: session.id,
    note: "",
    residentShare: yuan(30),
    idempotencyKey: crypto.randomUUID(),
    ...wish,
  });
}

const sessionNow = async ({ id }: Session) =>
  one(await db.select().from(serviceSessions).where(eq(serviceSessions.id, id)));
const bookingsOf = ({ id }: Session) =>
  db
    .select()
    .from(bookings)
    .where(and(eq(bookings.serviceSessionId, id), inArray(bookings.state, [...holdingStates])));
const counterOf = async (contractId: Id<"contract">) =>
  one(await db.select().from(contractCounters).where(eq(contractCounters.contractId, contractId)));

test("a seat is booked at the price split by the programme, and the log says so", async () => {
  const { offer, programme, session } = await dayCare({ subsidised: true });
  const wang = await makeNeighbour(offer);
  const { id, reference } = await book(wang, session, {
    note: "听力不好",
    residentShare: yuan(12),
  });

  const booking = one(await db.select().from(bookings).where(eq(bookings.id, id)));
  expect(booking).toMatchObject({
    reference,
    state: "confirmed",
    version: 1,
    price: 3000,
    fundShare: 1800,
    residentShare: 1200,
    programmeId: programme?.id,
    quotaMonth: session.day.slice(0, 7),
    startsAt: session.startsAt,
    bookedBy: wang.userId,
  });
  expect(Buffer.from(booking.noteSealed ?? []).toString("utf8")).not.toContain("听力");
  expect((await sessionNow(session)).taken).toBe(1);
  expect(await counterOf(offer.contractId)).toMatchObject({ fundReserved: 1800, fundUsed: 0 });
  const quota = await db
    .select()
    .from(personalQuotas)
    .where(eq(personalQuotas.residentId, wang.residentId));
  expect(quota).toMatchObject([{ reserved: 1800, used: 0, quota: 40_000 }]);
  const told = await db.select().from(events).where(eq(events.byUserId, wang.userId));
  expect(told).toMatchObject([
    {
      name: "booking.confirmed",
      detail: { bookingId: id, residentId: wang.residentId },
      byRole: "resident",
      officeId: offer.officeId,
    },
  ]);
  expect(told[0]?.digest).toMatch(/^[0-9a-f]{64}$/);
});

test("its event is the one that record would have written", async () => {
  const { offer, session } = await dayCare();
  const wang = await makeNeighbour(offer);
  const { id: bookingId } = await book(wang, session);
  const { residentId, userId, officeId } = wang;
  const [written] = await db.select().from(events).where(eq(events.byUserId, userId));
  if (!written) throw new Error("no event");
  const act = await actOf(wang, written.at);
  await db.transaction((tx) =>
    record(tx, act, officeId, { name: "booking.confirmed", bookingId, residentId }),
  );
  const both = await db.select().from(events).where(eq(events.byUserId, userId));
  const shapes = both.map(({ id: _, digest: __, transaction: ___, ...shape }) => shape);
  expect(shapes[0]).toEqual(shapes[1]);
});

test("200 residents ask for 20 seats at once: 20 get one, 180 are told that it is full", async () => {
  const { offer, session } = await dayCare({ capacity: 20 });
  const people = await neighbours(offer, 200);
  const { done, refused } = await atOnce(200, (index) => book(people[index], session));
  expect(done).toHaveLength(20);
  expect(refused).toHaveLength(180);
  expect(new Set(refused.map((error) => Reflect.get(Object(error), "code")))).toEqual(
    new Set(["booking.full"]),
  );
  expect(await bookingsOf(session)).toHaveLength(20);
  expect((await sessionNow(session)).taken).toBe(20);
});

test("the same rush oversells when seats are counted first and booked then", async () => {
  const { offer, session } = await dayCare({ capacity: 20 });
  const people = await neighbours(offer, 60);
  const countThenBook = (index: number) =>
    db.transaction(async (tx) => {
      const held = await tx.$count(bookings, eq(bookings.serviceSessionId, session.id));
      if (held >= session.capacity) return;
      const { residentId, userId, officeId, communityId } = people[index] ?? {};
      const { startsAt, endsAt } = session;
      const during = `[${startsAt.toISOString()},${endsAt.toISOString()})`;
      await tx.execute(sql`select pg_sleep(0.02)`);
      await tx.insert(bookings).values({
        ...{ residentId, officeId, communityId, startsAt, endsAt, during, occupied: during },
        ...{ offerId: offer.id, contractId: offer.contractId, mode: "seat" },
        ...{ organizationId: offer.organizationId, serviceSessionId: session.id },
        ...{ price: fen(1), fundShare: fen(0), residentShare: fen(1), bookedBy: userId },
        ...{ reference: crypto.randomUUID(), idempotencyKey: crypto.randomUUID() },
        bookedAt: startsAt,
      } as typeof bookings.$inferInsert);
    });
  await atOnce(60, countThenBook);
  expect((await bookingsOf(session)).length).toBeGreaterThan(20);
});

test("a double click is one booking, and both clicks get its reference", async () => {
  const { offer, session } = await dayCare();
  const wang = await makeNeighbour(offer);
  const idempotencyKey = crypto.randomUUID();
  const { done } = await atOnce(5, () => book(wang, session, { idempotencyKey }));
  expect(done).toHaveLength(5);
  expect(new Set(done.map(({ reference }) => reference)).size).toBe(1);
  expect(await bookingsOf(session)).toHaveLength(1);
  expect((await sessionNow(session)).taken).toBe(1);
});

test("a double click on the last seat is not told that it is full", async () => {
  const { offer, session } = await dayCare({ capacity: 1 });
  const wang = await makeNeighbour(offer);
  const idempotencyKey = crypto.randomUUID();
  const { refused } = await atOnce(3, () => book(wang, session, { idempotencyKey }));
  expect(refused).toEqual([]);
  expect((await book(wang, session, { idempotencyKey })).id).toBeDefined();
});

test("two forms at once for the same hour are one booking and one refusal", async () => {
  const { offer, session } = await dayCare();
  const wang = await makeNeighbour(offer);
  const { done, refused } = await atOnce(2, () => book(wang, session));
  expect(done).toHaveLength(1);
  expect(refused).toMatchObject([{ code: "booking.same_time" }]);
  expect((await sessionNow(session)).taken).toBe(1);
});

test("the contract's last money goes to as many as it lasts for; the others see the new price first", async () => {
  // ¥18 of each ¥30 is the fund's; ¥100 is enough for five.
  const { offer, session } = await dayCare({ subsidised: true, value: 100 });
  const people = await neighbours(offer, 12);
  const subsidised = (index: number) => book(people[index], session, { residentShare: yuan(12) });
  const { done, refused } = await atOnce(12, subsidised);
  expect(done).toHaveLength(5);
  for (const error of refused) expect(error).toMatchObject({ code: "booking.price_changed" });
  expect(await counterOf(offer.contractId)).toMatchObject({ fundReserved: 9000 });
  expect((await sessionNow(session)).taken).toBe(5);

  await atOnce(12, (index) => book(people[index], session));
  const sum = (await bookingsOf(session)).reduce((all, { fundShare }) => all + fundShare, 0);
  expect((await counterOf(offer.contractId)).fundReserved).toBe(sum);
  expect(sum).toBe(10_000);
});

test("a resident's quota of the month is shared by what she books at once", async () => {
  const office = await makeOffice();
  const programme = await makeProgramme({ officeId: office.id, monthlyQuota: yuan(40) });
  const offer = await makeOffer({ mode: "seat", officeId: office.id, programmeId: programme.id });
  const wang = await makeNeighbour(offer);
  const morning = await makeServiceSession({ offerId: offer.id });
  const later = (count: number, period: "afternoon" | "whole_day") => {
    const startsAt = addTo(morning.startsAt, hours(count));
    const endsAt = addTo(startsAt, hours(3));
    return makeServiceSession({ offerId: offer.id, startsAt, endsAt, period });
  };
  const sessions = [morning, await later(4, "afternoon"), await later(8, "whole_day")];
  const { done, refused } = await atOnce(3, (index) =>
    book(wang, sessions[index] ?? morning, { residentShare: yuan(12) }),
  );
  expect(done).toHaveLength(2);
  expect(refused).toMatchObject([{ code: "booking.price_changed" }]);
});

test("too late, too early, closed, elsewhere and dearer than agreed are refused, and nothing changes", async () => {
  const refusal = async (session: Session, by?: Neighbour, wish: Partial<SeatWish> = {}) => {
    const offer = one(await db.select().from(offers).where(eq(offers.id, session.offerId)));
    const resident = by ?? (await makeNeighbour(offer));
    const refused = book(resident, session, wish);
    await expect(refused).rejects.toMatchObject({ name: "Refusal" });
    expect((await sessionNow(session)).taken).toBe(0);
    return await refused.catch((error: unknown) => Reflect.get(Object(error), "code"));
  };
  const soon = await dayCare({ startsAt: addTo(new Date(), hours(1)) });
  expect(await refusal(soon.session)).toBe("booking.too_soon");
  const far = await dayCare({ startsAt: addTo(new Date(), hours(24 * 40)) });
  expect(await refusal(far.session)).toBe("booking.too_far");
  const { offer, session } = await dayCare();
  const nearby = await makeResident({ officeId: offer.officeId });
  expect(await refusal(session, nearby)).toBe("booking.outside_communities");
  expect(await refusal(session, await makeNeighbour(soon.offer))).toBe("not_found");
  expect(await refusal(session, undefined, { residentShare: yuan(29) })).toBe(
    "booking.price_changed",
  );
  expect(await refusal(session, undefined, { sessionId: soon.session.id })).toBe("not_found");
  await db.update(offers).set({ published: false }).where(eq(offers.id, offer.id));
  expect(await refusal(session)).toBe("booking.offer_closed");
});
