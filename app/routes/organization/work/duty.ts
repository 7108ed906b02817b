import type { BookingState } from "#app/domain/bookings/booking.ts";
import { checkInOpensAt } from "#app/domain/bookings/delivery.ts";
import { type CopaymentMethod, canBePaid } from "#app/domain/payments/copayment.ts";
import type { Fen } from "#app/values/money.ts";

type Worked = {
  state: BookingState;
  startsAt: Date;
  residentShare: Fen;
  paidBy: CopaymentMethod | null;
};

type Duty =
  | { name: "early"; from: Date; pays: false }
  | { name: "ready" | "inside" | "pay" | "waiting" | "over"; pays: boolean };

/** What the worker does next with a booking, and whether the resident's share may be taken. */
export function dutyOf({ state, startsAt, residentShare, paidBy }: Worked, now: Date): Duty {
  const from = checkInOpensAt(startsAt);
  if (state === "confirmed") {
    return now < from ? { name: "early", from, pays: false } : { name: "ready", pays: false };
  }
  const pays = canBePaid(state) && residentShare > 0 && !paidBy;
  if (state === "checked_in") return { name: "inside", pays };
  if (pays) return { name: "pay", pays };
  return { name: state === "delivered" ? "waiting" : "over", pays };
}
