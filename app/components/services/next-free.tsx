import { useFormat, useMessages } from "#app/i18n/messages.ts";
import type { Day } from "#app/values/time.ts";

/** The next day on which a service has room, and of a session how many seats. */
export function NextFree({
  nextDay,
  seatsFree,
}: {
  nextDay: Day | null;
  seatsFree: number | null;
}) {
  const { catalogue } = useMessages().services;
  const format = useFormat();
  if (!nextDay) return catalogue.full;
  const named = format.dayLong(nextDay);
  return seatsFree === null ? named : catalogue.seatsLeft(named, format.count(seatsFree, "seat"));
}
