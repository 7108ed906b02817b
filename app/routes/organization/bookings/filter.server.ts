import { z } from "zod";
import { bookingStates } from "#app/domain/bookings/booking.ts";
import type { BookingFilter } from "#app/domain/bookings/organization-queries.server.ts";
import { askedOf, id } from "#app/http/params.server.ts";
import { isDay } from "#app/values/time.ts";

const day = z.string().refine(isDay).optional().catch(undefined);
const Filter = z.object({
  from: day,
  to: day,
  state: z.enum(bookingStates).optional().catch(undefined),
  offerId: id<"offer">().optional().catch(undefined),
});

/** The filter in the address; what is no filter is left out. */
export function bookingFilter(request: Request): BookingFilter {
  const { from, to, state, offer } = Object.fromEntries(askedOf(request));
  return Filter.parse({ from, to, state, offerId: offer });
}
