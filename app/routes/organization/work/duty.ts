import type { BookingState, Mode } from "#app/domain/bookings/booking.ts";
import { checkInClosesAt, checkInOpensAt } from "#app/domain/bookings/delivery.ts";
import { type CopaymentMethod, canBePaid } from "#app/domain/payments/copayment.ts";
import type { Fen } from "#app/values/money.ts";

type Worked = {
  state: BookingState;
  mode: Mode;
  startsAt: Date;
  endsAt: Date;
  residentShare: Fen;
  paidBy: CopaymentMethod | null;
};

type Duty =
  | { name: "early"; from: Date; pays: false }
  | { name: "ready" | "late" | "inside" | "pay" | "waiting" | "over"; pays: boolean };

/** What the worker does next with a booking, and whether the resident's share may be taken. */
export function dutyOf(booking: Worked, now: Date): Duty {
  const { state, startsAt, residentShare, paidBy } = booking;
  if (state === "confirmed") {
    const from = checkInOpensAt(startsAt);
    if (now < from) return { name: "early", from, pays: false };
    return { name: now < checkInClosesAt(booking) ? "ready" : "late", pays: false };
  }
  const pays = canBePaid(state) && residentShare > 0 && !paidBy;
  if (state === "checked_in") return { name: "inside", pays };
  if (pays) return { name: "pay", pays };
  return { name: state === "delivered" ? "waiting" : "over", pays };
}
