import type { Act } from "#app/domain/act.ts";
import type { Booking } from "#app/domain/bookings/move.server.ts";
import type { Tx } from "#db/client.server.ts";

/**
 * A way for the resident's share to reach the organization. `proof` is what the way accepts as having been paid: a worker's
 * word at the service point, a verified webhook online. The amount is never the payer's to choose: the booking has fixed it.
 */
export type PaymentPort<Proof> = {
  /** Records the payment of a locked booking, once: a second proof of another payment is refused. */
  take: (tx: Tx, act: Act, booking: Booking, proof: Proof) => Promise<void>;
};
