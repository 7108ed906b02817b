import { z } from "zod";
import type { Chosen } from "#app/domain/bookings/choices.server.ts";
import { askedOf, id } from "#app/http/params.server.ts";
import { type Day, isDay } from "#app/values/time.ts";

const start = z.iso.datetime({ offset: true }).transform((text) => new Date(text));

/** What was chosen so far, as the address says it; what cannot be read was not chosen. */
export function chosenIn(request: Request): Chosen & { day: Day | undefined } {
  const searchParams = askedOf(request);
  const day = searchParams.get("day") ?? "";
  return {
    day: isDay(day) ? day : undefined,
    startsAt: start.safeParse(searchParams.get("start")).data,
    sessionId: id<"service_session">().safeParse(searchParams.get("session")).data,
  };
}
