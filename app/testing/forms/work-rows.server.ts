import { eq } from "drizzle-orm";
import { databaseNow } from "#app/domain/clock.server.ts";
import { paths } from "#app/paths.ts";
import { addTo, minutes } from "#app/values/time.ts";
import { db } from "#db/client.server.ts";
import { one } from "#db/rows.ts";
import { workers } from "#db/schema/index.ts";
import { makeOfficeActor, makeWorker } from "#db/seed/factories/accounts.ts";
import { makeBooking } from "#db/seed/factories/bookings.ts";
import type { FormRow } from "./form-row.ts";

const { work, office } = paths;

/** A worker's booking in a state, and one that was cancelled. */
async function onDuty(wish: Parameters<typeof makeBooking>[0] = {}) {
  const booking = await makeBooking(wish);
  const { workerId, offerId } = booking;
  if (!workerId) throw new Error("nobody delivers it");
  const over = await makeBooking({ workerId, offerId, state: "cancelled" });
  const worker = one(await db.select().from(workers).where(eq(workers.id, workerId)));
  const { userId: stranger } = await makeWorker();
  return { booking, over, who: worker.userId ?? undefined, stranger };
}

const soon = async () => addTo(await databaseNow(), minutes(5));

export const workRows: FormRow[] = [
  {
    route: "routes/organization/work/address.tsx",
    setting: async () => {
      const { booking, over, ...people } = await onDuty({ startsAt: await soon() });
      return { ...people, late: work.address(over.id), address: work.address(booking.id) };
    },
  },
  {
    route: "routes/organization/work/check-in.tsx",
    asks: ["pin"],
    notes: ["sign_in_failures", "pin_failures", "bookings"],
    wrong: { "a wrong PIN": [{ pin: "0000" }], "letters for a PIN": [{ pin: "abcd" }, "pin"] },
    setting: async () => {
      const { booking, over, ...people } = await onDuty({ startsAt: await soon() });
      const late = work.checkIn(over.id);
      return { ...people, late, right: { pin: "2580" }, address: work.checkIn(booking.id) };
    },
  },
  {
    route: "routes/organization/work/check-out.tsx",
    asks: ["note"],
    setting: async () => {
      const { booking, over, ...people } = await onDuty({ state: "checked_in" });
      return { ...people, late: work.checkOut(over.id), address: work.checkOut(booking.id) };
    },
  },
  {
    route: "routes/organization/work/copayment.tsx",
    asks: ["method"],
    setting: async () => {
      const { booking, over, ...people } = await onDuty({ state: "delivered" });
      return { ...people, late: work.copayment(over.id), address: work.copayment(booking.id) };
    },
  },
  {
    route: "routes/organization/work/absence.tsx",
    setting: async () => {
      const startsAt = addTo(await databaseNow(), -minutes(20));
      const { booking, over, ...people } = await onDuty({ startsAt });
      return { ...people, late: work.absence(over.id), address: work.absence(booking.id) };
    },
  },
  {
    route: "routes/office/disputes/dispute.tsx",
    asks: ["favour", "reason"],
    setting: async () => {
      const booking = await makeBooking({ state: "disputed", disputeKind: "not_done" });
      const { userId: who } = await makeOfficeActor("officer", booking.officeId);
      const { userId: stranger } = await makeOfficeActor("officer");
      return { who, stranger, address: office.dispute(booking.id) };
    },
  },
];
