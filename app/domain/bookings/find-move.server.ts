import type { Act, Resident } from "#app/domain/act.ts";
import type { Id } from "#app/values/id.ts";
import type { Day } from "#app/values/time.ts";
import {
  type Choice,
  type Chosen,
  findChoice,
  findOfferToBook,
  listDaysToBook,
  listTimes,
  type Time,
} from "./choices.server.ts";
import { findOwnBooking, type OwnBooking } from "./own-queries.server.ts";

/** Where a booking could go, as far as it was chosen: the days, or a day's times, or the one time to confirm. */
export type Move = {
  booking: OwnBooking;
  day?: Day;
  days?: { day: Day; free: number }[];
  times?: Time[];
  choice?: Choice;
};

/** For the resident's own booking; undefined for anybody else's, and for a choice that does not exist. */
export async function findMove(
  act: Act<Resident>,
  bookingId: Id<"booking">,
  chosen: Chosen & { day: Day | undefined },
): Promise<Move | undefined> {
  const booking = await findOwnBooking(act.by, bookingId);
  if (!booking) return undefined;
  const { offerId } = booking;
  const moving = { except: bookingId };
  if (chosen.startsAt || chosen.sessionId) {
    const choice = await findChoice(act, offerId, chosen, moving);
    return choice && { booking, choice };
  }
  const found = await findOfferToBook(act, offerId);
  if (!found || found.problem) return { booking, days: [] };
  const { offer, now } = found;
  if (!chosen.day) return { booking, days: await listDaysToBook(offer, now, moving) };
  return { booking, day: chosen.day, times: await listTimes(offer, chosen.day, now, moving) };
}
