import type { listWork } from "#app/domain/bookings/work-queries.server.ts";

export type Work = Awaited<ReturnType<typeof listWork>>[number];

type Slot = Pick<Work, "startsAt" | "endsAt" | "offer" | "site"> & { key: string; work: Work[] };

/** A day's work by when and what: a visit stands alone, the seats of a session stand together. */
export function slotsOf(work: readonly Work[]): Slot[] {
  const slots = new Map<string, Slot>();
  for (const booking of work) {
    const { startsAt, endsAt, offer, site } = booking;
    const key = `${startsAt.toISOString()} ${endsAt.toISOString()} ${offer}`;
    const slot = slots.get(key) ?? { key, startsAt, endsAt, offer, site, work: [] };
    slot.work.push(booking);
    slots.set(key, slot);
  }
  return [...slots.values()];
}
