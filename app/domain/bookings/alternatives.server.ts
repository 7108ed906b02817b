import { listFreeDays, listFreeSessions } from "#app/domain/services/availability.server.ts";
import type { Id } from "#app/values/id.ts";
import { addDays, dayOf } from "#app/values/time.ts";
import type { Mode } from "./booking.ts";

/** Another time that can be booked instead; a seat has a session. */
export type Alternative = { startsAt: Date; sessionId: Id<"service_session"> | null };

type Wanted = {
  offerId: Id<"offer">;
  mode: Mode;
  startsAt: Date;
  now: Date;
  /** A booking that would move away. */
  except?: Id<"booking"> | undefined;
};

const DAYS_BEFORE = 3;
const DAYS_AFTER = 10;
const MOST = 3;

/** Up to three times that are free and nearest to the one that was wanted, in order of time. */
export async function listAlternatives(wanted: Wanted): Promise<Alternative[]> {
  const { offerId, mode, startsAt, now, except } = wanted;
  const day = dayOf(startsAt);
  const around = [addDays(day, -DAYS_BEFORE), addDays(day, DAYS_AFTER)] as const;
  const distance = (alternative: Alternative) =>
    Math.abs(alternative.startsAt.getTime() - startsAt.getTime());
  const free =
    mode === "seat"
      ? (await listFreeSessions(offerId, ...around, now)).map(toSession)
      : (await listFreeDays(offerId, ...around, now, except)).flatMap(({ starts }) =>
          starts.map(({ start }) => ({ startsAt: start, sessionId: null })),
        );
  return free
    .filter((alternative) => distance(alternative) > 0)
    .sort((a, b) => distance(a) - distance(b))
    .slice(0, MOST)
    .sort((a, b) => a.startsAt.getTime() - b.startsAt.getTime());
}

const toSession = (session: { id: Id<"service_session">; startsAt: Date }): Alternative => ({
  startsAt: session.startsAt,
  sessionId: session.id,
});
