import { eq } from "drizzle-orm";
import { databaseNow } from "#app/domain/clock.server.ts";
import { paths } from "#app/paths.ts";
import type { Id } from "#app/values/id.ts";
import { addDays, dayOf, instantOf } from "#app/values/time.ts";
import { db } from "#db/client.server.ts";
import { one } from "#db/rows.ts";
import { bookings, residents } from "#db/schema/index.ts";
import { makeCommunityWorker, makeResident } from "#db/seed/factories/accounts.ts";
import { makeBooking, makeNeighbour } from "#db/seed/factories/bookings.ts";
import { makeClaimedMilestone } from "#db/seed/factories/delivery.ts";
import { makeOffer, makeRosteredWorker } from "#db/seed/factories/services.ts";
import type { FormRow } from "./form-row.ts";

const { resident, community } = paths;
type Booking = typeof bookings.$inferSelect;

const accountOf = async ({ residentId }: Pick<Booking, "residentId">) =>
  one(await db.select().from(residents).where(eq(residents.id, residentId))).userId ?? undefined;
const neighbour = async () => (await makeResident()).userId;

/** A resident's booking in a state, one of hers that is over, and one that was cancelled. */
async function booked(wish: Parameters<typeof makeBooking>[0] = {}) {
  const booking = await makeBooking(wish);
  const { residentId, offerId } = booking;
  const cancelled = await makeBooking({ residentId, offerId, state: "cancelled" });
  const startsAt = await morning(-2);
  const over = await makeBooking({ residentId, offerId, startsAt, state: "closed" });
  return { booking, over, cancelled, who: await accountOf(booking), stranger: await neighbour() };
}

const morning = async (ahead: number) =>
  instantOf(addDays(dayOf(await databaseNow()), ahead), 10 * 60);

/** A visit that can be booked, and a neighbour who may. */
async function bookable() {
  const offer = await makeOffer();
  await makeRosteredWorker(offer.id);
  const { userId: who } = await makeNeighbour(offer);
  return { offerId: offer.id, who, start: (await morning(3)).toISOString() };
}

async function asked() {
  const { milestone, checks } = await makeClaimedMilestone();
  const check = checks[0];
  if (!check) throw new Error("nobody is asked");
  const [booking] = await db.select().from(bookings).where(eq(bookings.id, check.bookingId));
  const at: [Id<"milestone">, Id<"booking">] = [milestone.id, check.bookingId];
  return { at, who: booking && (await accountOf(booking)) };
}

export const residentRows: FormRow[] = [
  {
    route: "routes/resident/book/check.tsx",
    idle: ["residentShare"],
    wrong: {
      "a share that is none": [{ residentShare: "x" }],
      "a smaller share": [{ residentShare: "1" }],
      "a share below zero": [{ residentShare: "-1" }],
    },
    setting: async () => {
      const { offerId, who, start } = await bookable();
      return { who, address: resident.bookCheck(offerId, { start }) };
    },
  },
  {
    route: "routes/resident/bookings/cancellation.tsx",
    setting: async () => {
      const { booking, over, cancelled: _, ...people } = await booked();
      const late = resident.cancellation(over.id);
      return { ...people, late, address: resident.cancellation(booking.id) };
    },
  },
  {
    route: "routes/resident/bookings/rescheduling.tsx",
    setting: async () => {
      const { booking, over, cancelled: _, ...people } = await booked();
      const start = (await morning(5)).toISOString();
      const late = resident.rescheduling(over.id, { start });
      return { ...people, late, address: resident.rescheduling(booking.id, { start }) };
    },
  },
  {
    route: "routes/resident/bookings/acceptance.tsx",
    setting: async () => {
      const { booking, over, cancelled: _, ...people } = await booked({ state: "delivered" });
      const late = resident.acceptance(over.id);
      return { ...people, late, address: resident.acceptance(booking.id) };
    },
  },
  {
    route: "routes/resident/bookings/dispute.tsx",
    asks: ["kind", "reason"],
    setting: async () => {
      const { booking, over, cancelled: _, ...people } = await booked({ state: "delivered" });
      const late = resident.dispute(over.id);
      return { ...people, late, address: resident.dispute(booking.id) };
    },
  },
  {
    route: "routes/resident/bookings/review.tsx",
    asks: ["overall"],
    setting: async () => {
      const { booking, over: _, cancelled, ...people } = await booked({ state: "accepted" });
      const late = resident.review(cancelled.id);
      return { ...people, late, address: resident.review(booking.id) };
    },
  },
  {
    route: "routes/resident/checks/check.tsx",
    asks: ["confirmed"],
    wrong: { "no without a word": [{ confirmed: "no", note: "" }, "note"] },
    setting: async () => {
      const { at, who } = await asked();
      return { who, stranger: await neighbour(), address: resident.check(...at) };
    },
  },
  {
    route: "routes/community/residents/new.tsx",
    asks: ["name", "bornOn"],
    wrong: {
      "born tomorrow": [{ bornOn: "2199-01-01" }, "bornOn"],
      "born long ago": [{ bornOn: "1799-01-01" }, "bornOn"],
      "an account without a password": [{ account: "liuguifang", password: "" }, "password"],
      "a common password": [{ account: "liuguifang", password: "88888888" }, "password"],
      "a telephone number of words": [{ phone: "没有电话" }, "phone"],
    },
    setting: async () => {
      const { userId: who } = await makeCommunityWorker();
      const own = { account: "liuguifang", password: "桂花开了又开了又开" };
      const right = { name: "刘桂芳", phone: "13955501001", bornOn: "1944-03-08", ...own };
      return { who, right, address: community.newResident };
    },
  },
  {
    route: "routes/community/residents/proxy.tsx",
    asks: ["reason"],
    setting: async () => {
      const worker = await makeCommunityWorker();
      const { residentId } = await makeResident(worker);
      const { userId: stranger } = await makeCommunityWorker();
      return { who: worker.userId, stranger, address: community.proxy(residentId) };
    },
  },
];
