import { eq } from "drizzle-orm";
import type { Act } from "#app/domain/act.ts";
import type { Booking } from "#app/domain/bookings/move.server.ts";
import { Refusal } from "#app/domain/refusal.ts";
import type { Id } from "#app/values/id.ts";
import type { Tx } from "#db/client.server.ts";
import { one } from "#db/rows.ts";
import { copayments } from "#db/schema/bookings.ts";
import { record } from "../record.server.ts";
import type { CopaymentMethod } from "./copayment.ts";
import type { PaymentPort } from "./port.server.ts";

type Taken = { method: CopaymentMethod; takenBy: Id<"user"> };

/** Cash or card at the door or the desk, on the word of whoever took it. */
export const servicePoint: PaymentPort<Taken> = { take: takeAtServicePoint };

async function takeAtServicePoint(tx: Tx, act: Act, booking: Booking, proof: Taken) {
  const { id: bookingId, residentShare: amount, officeId } = booking;
  const { method, takenBy: recordedBy } = proof;
  const [taken] = await tx
    .insert(copayments)
    .values({ bookingId, amount, method, recordedBy, recordedAt: act.at })
    .onConflictDoNothing({ target: copayments.bookingId })
    .returning({ id: copayments.id });
  if (taken) await record(tx, act, officeId, { name: "copayment.recorded", bookingId, amount });
  else await refuseOther(tx, bookingId, method);
}

/** The same record sent twice is one; another one is refused. */
async function refuseOther(tx: Tx, bookingId: Id<"booking">, method: CopaymentMethod) {
  const first = one(
    await tx
      .select({ method: copayments.method })
      .from(copayments)
      .where(eq(copayments.bookingId, bookingId)),
  );
  if (first.method !== method) throw new Refusal("copayment.recorded_already");
}
