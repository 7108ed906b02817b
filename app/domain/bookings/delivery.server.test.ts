import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import type { Resident, Worker } from "#app/domain/act.ts";
import { databaseNow } from "#app/domain/clock.server.ts";
import { takeCopayment } from "#app/domain/payments/take-copayment.server.ts";
import { Refusal } from "#app/domain/refusal.ts";
import { sealText } from "#app/domain/residents/sealed-fields.server.ts";
import { addTo, dayOf, hours, minutes } from "#app/values/time.ts";
import { db } from "#db/client.server.ts";
import { one } from "#db/rows.ts";
import {
  bookings,
  contractCounters,
  copayments,
  events,
  offerWorkers,
  residents,
  serviceSessions,
  workers,
} from "#db/schema/index.ts";
import { actOf, makeOfficeActor, makeWorker } from "#db/seed/factories/accounts.ts";
import { makeBooking } from "#db/seed/factories/bookings.ts";
import { makeOffer, makeRosteredWorker, makeServiceSession } from "#db/seed/factories/services.ts";
import { atOnce } from "#db/testing/at-once.ts";
import { acceptDelivery } from "./accept.server.ts";
import { checkIn } from "./check-in.server.ts";
import { checkOut } from "./check-out.server.ts";
import { disputeDelivery } from "./dispute.server.ts";
import { missResident } from "./miss.server.ts";
import type { Booking } from "./move.server.ts";
import { acceptOverdue, missAbsentResidents, missProviders } from "./overdue.server.ts";
import { readAddress } from "./read-address.server.ts";
import { settleDispute } from "./settle.server.ts";
import { findWork, listWork } from "./work-queries.server.ts";

const reload = async ({ id }: Pick<Booking, "id">) =>
  one(await db.select().from(bookings).where(eq(bookings.id, id)));

async function workerOf({ workerId }: Booking): Promise<Worker> {
  if (!workerId) throw new Error("a seat has no worker");
  const row = one(await db.select().from(workers).where(eq(workers.id, workerId)));
  if (!row.userId) throw new Error("the worker has no account");
  const { userId, organizationId } = row;
  return { role: "worker", userId, organizationId, workerId };
}

async function residentOf({ residentId }: Booking): Promise<Resident> {
  const row = one(await db.select().from(residents).where(eq(residents.id, residentId)));
  if (!row.userId) throw new Error("the resident has no account");
  return { role: "resident", userId: row.userId, residentId, officeId: row.officeId };
}

/** A confirmed visit that starts so many minutes from now, with its worker and resident. */
async function visitIn(startsIn: number, wish: Parameters<typeof makeBooking>[0] = {}) {
  const startsAt = addTo(await databaseNow(), minutes(startsIn));
  const booking = await makeBooking({ ...wish, startsAt });
  return { booking, bookingId: booking.id, worker: await workerOf(booking) };
}

async function delivered(wish: Parameters<typeof makeBooking>[0] = {}) {
  const booking = await makeBooking({ ...wish, state: "delivered" });
  return { booking, bookingId: booking.id, resident: await residentOf(booking) };
}

const moneyOf = async ({ contractId }: Booking) => {
  const [row] = await db
    .select({ reserved: contractCounters.fundReserved, used: contractCounters.fundUsed })
    .from(contractCounters)
    .where(eq(contractCounters.contractId, contractId));
  return row;
};

const told = async (name: (typeof events.$inferSelect)["name"], bookingId: string) => {
  const rows = await db.select().from(events).where(eq(events.name, name));
  return rows.filter(({ detail }) => detail.bookingId === bookingId);
};

const pin = "2580";

describe("a worker", () => {
  test("checks the resident in by her PIN, and out with a note", async () => {
    const { booking, bookingId, worker } = await visitIn(20);
    await checkIn(await actOf(worker), { bookingId, pin });
    await checkIn(await actOf(worker), { bookingId, pin });
    expect(await reload(booking)).toMatchObject({
      state: "checked_in",
      checkedInBy: worker.userId,
      version: 2,
    });
    await checkOut(await actOf(worker), { bookingId, note: "血压 130/80。" });
    await checkOut(await actOf(worker), { bookingId, note: "又点了一次。" });
    expect(await reload(booking)).toMatchObject({
      state: "delivered",
      deliveryNote: "血压 130/80。",
      version: 3,
    });
    expect(await moneyOf(booking)).toEqual({ reserved: 3600, used: 0 });
  });

  test("cannot check out whom she has not checked in", async () => {
    const { bookingId, worker } = await visitIn(0);
    await expect(checkOut(await actOf(worker), { bookingId, note: "" })).rejects.toMatchObject({
      code: "lifecycle.not_now",
    });
  });

  test("checks in from an hour before the start until half an hour after it", async () => {
    const early = await visitIn(61);
    const late = await visitIn(-30);
    const wait = async ({ bookingId, worker }: typeof early) =>
      checkIn(await actOf(worker), { bookingId, pin });
    await expect(wait(early)).rejects.toMatchObject({ code: "booking.too_early_to_check_in" });
    await expect(wait(late)).rejects.toMatchObject({ code: "booking.too_late_to_check_in" });
    await wait(await visitIn(59));
    await wait(await visitIn(-29));
  });

  test("sees neither another worker's visits nor another organization's seats", async () => {
    const { booking, bookingId } = await visitIn(20);
    const colleague = await makeWorker(booking.organizationId);
    const elsewhere = await makeRosteredWorker((await makeOffer()).id);
    for (const stranger of [colleague, elsewhere]) {
      const act = await actOf(stranger);
      const notFound = { code: "not_found" };
      await expect(checkIn(act, { bookingId, pin })).rejects.toMatchObject(notFound);
      await expect(checkOut(act, { bookingId, note: "" })).rejects.toMatchObject(notFound);
      await expect(missResident(act, { bookingId })).rejects.toMatchObject(notFound);
      await expect(readAddress(act, { bookingId })).rejects.toMatchObject(notFound);
      await expect(takeCopayment(act, { bookingId, method: "cash" })).rejects.toMatchObject(
        notFound,
      );
      expect(await findWork(stranger, bookingId)).toBeUndefined();
      expect(await listWork(stranger, dayOf(booking.startsAt))).toEqual([]);
    }
  });

  test("sees her day in order, visits and the seats of the offers that she delivers", async () => {
    const { booking, worker } = await visitIn(20);
    const seats = await makeOffer({ mode: "seat", contractId: booking.contractId });
    const session = await makeServiceSession({
      offerId: seats.id,
      startsAt: booking.startsAt,
    });
    const seat = await makeBooking({ serviceSessionId: session.id });
    const day = dayOf(booking.startsAt);
    expect((await listWork(worker, day)).map(({ id }) => id)).toEqual([booking.id]);
    await db.insert(offerWorkers).values({ offerId: seats.id, workerId: worker.workerId });
    const work = await listWork(worker, day);
    expect(work.map(({ id }) => id).sort()).toEqual([booking.id, seat.id].sort());
    expect(work.find(({ id }) => id === seat.id)).toMatchObject({ site: "桂苑日间照料中心" });
  });
});

describe("the PIN", () => {
  test("is asked five times, then not for a quarter of an hour", async () => {
    const { booking, bookingId, worker } = await visitIn(20);
    const attempt = async (typed: string) =>
      checkIn(await actOf(worker), { bookingId, pin: typed });
    for (const typed of ["0000", "0001", "0002", "0003", "0004"]) {
      await expect(attempt(typed)).rejects.toMatchObject({ code: "booking.wrong_pin" });
    }
    await expect(attempt(pin)).rejects.toMatchObject({ code: "account.too_many_attempts" });
    expect((await reload(booking)).state).toBe("confirmed");
  });

  test("is not guessed by many tries at once, not even at two of her bookings", async () => {
    const first = await visitIn(-29);
    const second = await visitIn(50, { residentId: first.booking.residentId });
    const { refused } = await atOnce(20, async (index) => {
      const { bookingId, worker } = index % 2 ? first : second;
      await checkIn(await actOf(worker), { bookingId, pin: String(1000 + index) });
    });
    const codes = refused.map((reason) => (reason instanceof Refusal ? reason.code : reason));
    expect(codes.filter((code) => code === "booking.wrong_pin")).toHaveLength(5);
    expect(codes.filter((code) => code === "account.too_many_attempts")).toHaveLength(15);
  });

  test("opens a seat as well as a visit", async () => {
    const session = await makeServiceSession({
      startsAt: addTo(await databaseNow(), minutes(-50)),
    });
    const seat = await makeBooking({ serviceSessionId: session.id });
    const worker = await makeRosteredWorker(seat.offerId);
    await checkIn(await actOf(worker), { bookingId: seat.id, pin });
    await checkOut(await actOf(worker), { bookingId: seat.id, note: "" });
    expect((await reload(seat)).state).toBe("delivered");
    const after = one(
      await db.select().from(serviceSessions).where(eq(serviceSessions.id, session.id)),
    );
    expect(after.taken).toBe(0);
  });
});

describe("address, phone and note", () => {
  test("are read in a logged act from the day before until the service is over", async () => {
    const { booking, bookingId, worker } = await visitIn(23 * 60, {
      noteSealed: sealText("门铃坏了，请敲门。"),
    });
    const read = await readAddress(await actOf(worker), { bookingId });
    expect(read).toEqual({
      phone: null,
      address: "桂苑路 20 号 3 单元 201 室",
      note: "门铃坏了，请敲门。",
    });
    const logged = await told("resident.address_read", bookingId);
    expect(logged).toMatchObject([
      { byUserId: worker.userId, detail: { residentId: booking.residentId } },
    ]);
  });

  test("are not read earlier, nor afterwards", async () => {
    const { bookingId, worker } = await visitIn(25 * 60);
    const past = await makeBooking({ state: "delivered" });
    const later = { code: "booking.address_later" };
    await expect(readAddress(await actOf(worker), { bookingId })).rejects.toMatchObject(later);
    const there = await actOf(await workerOf(past));
    await expect(readAddress(there, { bookingId: past.id })).rejects.toMatchObject(later);
    expect(await told("resident.address_read", bookingId)).toEqual([]);
  });
});

describe("somebody who is not there", () => {
  test("is waited for ten minutes, and not blamed after half an hour without a check-in", async () => {
    const miss = async (startsIn: number) => {
      const { booking, bookingId, worker } = await visitIn(startsIn);
      await missResident(await actOf(worker), { bookingId });
      return booking;
    };
    await expect(miss(-9)).rejects.toMatchObject({ code: "booking.wait_for_resident" });
    await expect(miss(-30)).rejects.toMatchObject({ code: "booking.too_late_to_miss" });
    const booking = await miss(-10);
    expect((await reload(booking)).state).toBe("no_show_resident");
    expect(await moneyOf(booking)).toEqual({ reserved: 0, used: 0 });
  });

  test("is the provider when nobody checked in by half an hour after the start", async () => {
    const soon = await visitIn(-29);
    const missed = await visitIn(-31);
    const cancelled = await makeBooking({
      state: "cancelled",
      startsAt: addTo(await databaseNow(), -hours(1)),
    });
    await missProviders();
    expect((await reload(soon.booking)).state).toBe("confirmed");
    expect((await reload(missed.booking)).state).toBe("no_show_provider");
    expect((await reload(cancelled)).state).toBe("cancelled");
    expect(await told("booking.missed", missed.bookingId)).toMatchObject([
      { byUserId: null, byRole: "system", detail: { by: "provider" } },
    ]);
  });

  test("is the resident whose seat stayed empty while others came", async () => {
    const startsAt = addTo(await databaseNow(), -hours(4));
    const session = await makeServiceSession({ startsAt });
    const serviceSessionId = session.id;
    await makeBooking({ serviceSessionId, state: "delivered" });
    const absent = await makeBooking({ serviceSessionId });
    await missProviders();
    expect((await reload(absent)).state).toBe("confirmed");
    await missAbsentResidents();
    expect((await reload(absent)).state).toBe("no_show_resident");
  });
});

describe("the resident", () => {
  test("accepts what was delivered: the fund's share is used", async () => {
    const { booking, bookingId, resident } = await delivered();
    await acceptDelivery(await actOf(resident), { bookingId });
    await acceptDelivery(await actOf(resident), { bookingId });
    expect(await reload(booking)).toMatchObject({ state: "accepted", acceptedByClock: false });
    expect(await moneyOf(booking)).toEqual({ reserved: 0, used: 3600 });
    expect(await told("booking.accepted", bookingId)).toHaveLength(1);
  });

  test("says it was not done, and the office decides", async () => {
    const wish = { kind: "not_done", reason: "来了五分钟就走了。" } as const;
    for (const favour of ["provider", "resident"] as const) {
      const { booking, bookingId, resident } = await delivered();
      await disputeDelivery(await actOf(resident), { bookingId, ...wish });
      await disputeDelivery(await actOf(resident), { bookingId, ...wish });
      expect(await reload(booking)).toMatchObject({
        state: "disputed",
        disputeKind: "not_done",
        disputeReason: wish.reason,
      });
      expect(await moneyOf(booking)).toEqual({ reserved: 3600, used: 0 });
      const officer = await makeOfficeActor("officer", booking.officeId);
      const settlement = { bookingId, favour, reason: "核对了签到和签退时间。" };
      await settleDispute(await actOf(officer), settlement);
      await expect(settleDispute(await actOf(officer), settlement)).rejects.toMatchObject({
        code: "lifecycle.not_now",
      });
      const paid = favour === "provider";
      expect(await reload(booking)).toMatchObject({
        state: paid ? "accepted" : "cancelled",
        settledBy: officer.userId,
      });
      expect(await moneyOf(booking)).toEqual({ reserved: 0, used: paid ? 3600 : 0 });
    }
  });

  test("decides about her own bookings only, the office about its own", async () => {
    const { booking, bookingId } = await delivered();
    const other = await delivered();
    const stranger = await actOf(other.resident);
    const notFound = { code: "not_found" };
    await expect(acceptDelivery(stranger, { bookingId })).rejects.toMatchObject(notFound);
    const dispute = { bookingId, kind: "not_done", reason: "没有来。" } as const;
    await expect(disputeDelivery(stranger, dispute)).rejects.toMatchObject(notFound);
    await acceptDelivery(await actOf(await residentOf(booking)), { bookingId });
    const officer = await actOf(await makeOfficeActor("officer"));
    const settlement = { bookingId, favour: "resident", reason: "没有来。" } as const;
    await expect(settleDispute(officer, settlement)).rejects.toMatchObject(notFound);
  });

  test("accepting and disputing at once do one of the two", async () => {
    const { booking, bookingId, resident } = await delivered();
    const act = await actOf(resident);
    const { done, refused } = await atOnce(2, (index) =>
      index
        ? acceptDelivery(act, { bookingId })
        : disputeDelivery(act, { bookingId, kind: "not_done", reason: "没有来。" }),
    );
    expect(done).toHaveLength(1);
    expect(refused).toMatchObject([{ code: "lifecycle.not_now" }]);
    expect((await reload(booking)).version).toBe(2);
  });

  test("who says nothing for 72 hours has accepted", async () => {
    const now = await databaseNow();
    const hoursAgo = (ago: number) => ({ checkedOutAt: addTo(now, -hours(ago)) });
    const due = await delivered(hoursAgo(73));
    const notYet = await delivered(hoursAgo(71));
    const disputed = await makeBooking({ state: "disputed", ...hoursAgo(73) });
    await acceptOverdue();
    expect(await reload(due.booking)).toMatchObject({ state: "accepted", acceptedByClock: true });
    expect((await reload(notYet.booking)).state).toBe("delivered");
    expect((await reload(disputed)).state).toBe("disputed");
    expect(await moneyOf(due.booking)).toEqual({ reserved: 0, used: 3600 });
  });

  test("two clocks at once accept a delivery once", async () => {
    const checkedOutAt = addTo(await databaseNow(), -hours(80));
    const { booking, bookingId } = await delivered({ checkedOutAt });
    await atOnce(3, acceptOverdue);
    expect(await moneyOf(booking)).toEqual({ reserved: 0, used: 3600 });
    expect(await told("booking.accepted", bookingId)).toHaveLength(1);
  });
});

describe("the resident's share", () => {
  test("is taken at the service point once she was checked in, as much as the booking fixed", async () => {
    const { booking, bookingId, worker } = await visitIn(20);
    const act = await actOf(worker);
    const take = (method: "cash" | "pos") => takeCopayment(act, { bookingId, method });
    await expect(take("cash")).rejects.toMatchObject({ code: "copayment.not_now" });
    await checkIn(act, { bookingId, pin });
    await take("cash");
    await take("cash");
    await expect(take("pos")).rejects.toMatchObject({ code: "copayment.recorded_already" });
    const rows = await db.select().from(copayments).where(eq(copayments.bookingId, bookingId));
    expect(rows).toMatchObject([
      { amount: booking.residentShare, method: "cash", recordedBy: worker.userId },
    ]);
    expect(await told("copayment.recorded", bookingId)).toHaveLength(1);
  });

  test("is not taken where there is none", async () => {
    const offer = await makeOffer();
    const booking = await makeBooking({
      offerId: offer.id,
      state: "delivered",
      fundShare: offer.price,
    });
    const act = await actOf(await workerOf(booking));
    await expect(
      takeCopayment(act, { bookingId: booking.id, method: "cash" }),
    ).rejects.toMatchObject({ code: "copayment.nothing_due" });
  });

  test("is recorded once when the button is pressed twice", async () => {
    const { bookingId, worker } = await visitIn(20);
    const act = await actOf(worker);
    await checkIn(act, { bookingId, pin });
    await atOnce(4, () => takeCopayment(act, { bookingId, method: "pos" }));
    const rows = await db.select().from(copayments).where(eq(copayments.bookingId, bookingId));
    expect(rows).toHaveLength(1);
  });
});
