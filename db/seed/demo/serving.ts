import { eq } from "drizzle-orm";
import type { Manager, Resident, Worker } from "#app/domain/act.ts";
import { acceptDelivery } from "#app/domain/bookings/accept.server.ts";
import { bookSeat } from "#app/domain/bookings/book-seat.server.ts";
import { bookVisit } from "#app/domain/bookings/book-visit.server.ts";
import { checkIn } from "#app/domain/bookings/check-in.server.ts";
import { checkOut } from "#app/domain/bookings/check-out.server.ts";
import type { MinuteRange } from "#app/domain/bookings/free-starts.ts";
import type { Booked } from "#app/domain/bookings/insert.server.ts";
import { databaseNow } from "#app/domain/clock.server.ts";
import { setWeeklyHours, type Week } from "#app/domain/organizations/set-weekly-hours.server.ts";
import { takeCopayment } from "#app/domain/payments/take-copayment.server.ts";
import { reviewBooking } from "#app/domain/reviews/review.server.ts";
import { listFreeSessions, listFreeStarts } from "#app/domain/services/availability.server.ts";
import { draftOffer } from "#app/domain/services/draft-offer.server.ts";
import { nameStaff } from "#app/domain/services/name-staff.server.ts";
import { openSessions } from "#app/domain/services/open-sessions.server.ts";
import { publishOffer } from "#app/domain/services/publish-offer.server.ts";
import { type Id, newId } from "#app/values/id.ts";
import { yuan } from "#app/values/money.ts";
import { addDays, addTo, dayOf, minutes } from "#app/values/time.ts";
import { db } from "../../client.server.ts";
import { one } from "../../rows.ts";
import { bookings } from "../../schema/index.ts";
import type { Street } from "./buying.ts";
import type { buyServices } from "./purchases.ts";
import { goBack, goTo } from "./time.ts";

type Contract = Awaited<ReturnType<typeof buyServices>>["homeCare"];

const hours: MinuteRange[] = [
  { from: 8 * 60, to: 12 * 60 },
  { from: 13 * 60, to: 17 * 60 + 30 },
];
export const sixDays: Week = { 1: hours, 2: hours, 3: hours, 4: hours, 5: hours, 6: hours, 7: [] };

/** Visits at home for ¥120, of which the programme pays 80 %. */
export async function offerHomeCare(street: Street, contract: Contract, workers: Worker[]) {
  const by = contract.manager;
  const offerId = await draftOffer(await at(by), {
    ...usualTerms(street),
    contractId: contract.id,
    mode: "visit",
    title: "上门居家照护",
    description: "持证护理员上门60分钟：助洁、助浴、测血压、陪伴聊天，发现异常当天报告社区。",
    serviceType: "home_care",
    price: yuan(120),
    durationMinutes: 60,
    bufferAfterMinutes: 30,
    siteId: null,
  });
  for (const { workerId } of workers) await setWeeklyHours(await at(by), workerId, sixDays);
  await nameStaff(
    await at(by),
    offerId,
    workers.map(({ workerId }) => workerId),
  );
  await publishOffer(await at(by), offerId);
  return offerId;
}

/** Half days at the day-care centre for ¥45, twenty seats each, on working days. */
export async function offerDayCare(street: Street, contract: Contract, workers: Worker[]) {
  const by = contract.manager;
  const offerId = await draftOffer(await at(by), {
    ...usualTerms(street),
    contractId: contract.id,
    mode: "seat",
    title: "桂苑日间照料（半天）",
    description: "白天有人照看，有午餐和康复活动，血压每天量。上午、下午分开预约。",
    serviceType: "day_care",
    price: yuan(45),
    durationMinutes: 210,
    bufferAfterMinutes: 0,
    siteId: street.siteId,
  });
  await nameStaff(
    await at(by),
    offerId,
    workers.map(({ workerId }) => workerId),
  );
  await openSessions(await at(by), offerId, {
    from: dayOf(await databaseNow()),
    to: addDays(dayOf(new Date()), 42),
    weekdays: [1, 2, 3, 4, 5],
    periods: ["morning", "afternoon"],
    morningStart: 8 * 60,
    afternoonStart: 13 * 60,
    makeUpDays: true,
    capacity: 20,
  });
  await publishOffer(await at(by), offerId);
  return offerId;
}

/** What the street's offers have in common. */
export const usualTerms = ({ communities, programmeId }: Street) => ({
  bufferBeforeMinutes: 0,
  noticeHours: 2,
  horizonDays: 28,
  cancelCutoffHours: 2,
  programmeId,
  communityIds: communities.map(({ id }) => id),
});

type Visit = { daysAgo: number; resident: Resident; workers: Worker[]; overall?: number };
const comments = ["", "人很好，手脚麻利。", "护理员准时，聊得来。", "", "测血压很仔细，谢谢。"];

/** A visit booked the day before, delivered, paid for, accepted, and rated unless `overall` is left out. */
export async function serveVisit(offerId: Id<"offer">, visit: Visit) {
  const { daysAgo, resident, workers, overall } = visit;
  const now = await goBack(daysAgo + 1, 10);
  const [first] = await listFreeStarts(offerId, addDays(dayOf(now), 1), now);
  if (!first) return;
  const wish = { offerId, startsAt: first.start, note: "", residentShare: yuan(120) };
  const act = await at(resident);
  const booked = await bookVisit(act, { ...wish, idempotencyKey: newId() });
  await deliver(booked, { worker: await whoComes(booked, workers), resident, start: first.start });
  if (overall) await rate(booked, resident, overall);
}

/** A seat booked the day before, used and accepted. */
export async function serveSeat(offerId: Id<"offer">, visit: Visit) {
  const { daysAgo, resident, workers, overall } = visit;
  const now = await goBack(daysAgo + 1, 10);
  const day = addDays(dayOf(now), 1);
  const [session] = await listFreeSessions(offerId, day, day, now);
  const worker = workers[0];
  if (!session || !worker) return;
  const wish = { offerId, sessionId: session.id, note: "", residentShare: yuan(45) };
  const booked = await bookSeat(await at(resident), { ...wish, idempotencyKey: newId() });
  await deliver(booked, { worker, resident, start: session.startsAt });
  if (overall) await rate(booked, resident, overall);
}

/** What is booked for the days to come. */
export async function bookAhead(offerId: Id<"offer">, resident: Resident, daysAhead: number) {
  const now = await databaseNow();
  const starts = await listFreeStarts(offerId, addDays(dayOf(now), daysAhead), now);
  const start = starts[Math.floor(starts.length / 3)]?.start;
  if (!start) return;
  const wish = { offerId, startsAt: start, note: "", residentShare: yuan(120) };
  await bookVisit(await at(resident), { ...wish, idempotencyKey: newId() });
}

async function whoComes({ id }: Booked, workers: Worker[]): Promise<Worker> {
  const { workerId } = one(await db.select().from(bookings).where(eq(bookings.id, id)));
  const worker = workers.find((candidate) => candidate.workerId === workerId);
  if (!worker) throw new Error("a stranger comes");
  return worker;
}

type Meeting = { worker: Worker; resident: Resident; start: Date };

async function deliver({ id: bookingId }: Booked, { worker, resident, start }: Meeting) {
  await goTo(start);
  await checkIn(await at(worker), { bookingId, pin: "2580" });
  await goTo(addTo(start, minutes(60)));
  await checkOut(await at(worker), { bookingId, note: "按计划完成。" });
  await takeCopayment(await at(worker), { bookingId, method: "cash" });
  await goTo(addTo(start, minutes(180)));
  await acceptDelivery(await at(resident), { bookingId });
}

async function rate({ id: bookingId }: Booked, resident: Resident, overall: number) {
  const comment = comments[(overall + resident.residentId.charCodeAt(35)) % comments.length] ?? "";
  await reviewBooking(await at(resident), { bookingId, overall, comment });
}

const at = async <By extends Manager | Resident | Worker>(by: By) => ({
  by,
  at: await databaseNow(),
});
