import { and, gt, inArray, lt, ne } from "drizzle-orm";
import type { Resident } from "#app/domain/act.ts";
import { listFreeDays, listFreeSessions } from "#app/domain/services/availability.server.ts";
import type { Id } from "#app/values/id.ts";
import { addDays, addTo, dayOf, instantOf, minutes } from "#app/values/time.ts";
import { db } from "#db/client.server.ts";
import { bookings } from "#db/schema/bookings.ts";
import { holdingStates } from "./booking.ts";
import { ofResident } from "./scope.server.ts";
import type { Terms } from "./terms.server.ts";

/** Another time that can be booked instead; a seat has a session. */
export type Alternative = {
  startsAt: Date;
  endsAt: Date;
  sessionId: Id<"service_session"> | null;
};

type Span = { startsAt: Date; endsAt: Date };
type Wanted = Span & {
  by: Resident;
  offer: Pick<Terms["offer"], "id" | "mode" | "durationMinutes">;
  now: Date;
  /** A booking that would move away. */
  except?: Id<"booking"> | undefined;
};

const DAYS_BEFORE = 3;
const DAYS_AFTER = 10;
const MOST = 3;

/** Up to three times that are free, for the resident too, and nearest to the one wanted; in order of time. */
export async function listAlternatives(wanted: Wanted): Promise<Alternative[]> {
  const { by, startsAt, except } = wanted;
  const from = addDays(dayOf(startsAt), -DAYS_BEFORE);
  const to = addDays(dayOf(startsAt), DAYS_AFTER);
  const around = { startsAt: instantOf(from, 0), endsAt: instantOf(to, 1440) };
  const [free, own] = await Promise.all([
    wanted.offer.mode === "seat" ? freeSeats(wanted, from, to) : freeVisits(wanted, from, to),
    listOwnTimes(by, around, except),
  ]);
  const distance = (other: Span) => Math.abs(other.startsAt.getTime() - startsAt.getTime());
  return free
    .filter((other) => distance(other) > 0 && !own.some((span) => overlap(span, other)))
    .sort((a, b) => distance(a) - distance(b))
    .slice(0, MOST)
    .sort((a, b) => a.startsAt.getTime() - b.startsAt.getTime());
}

type Days = [from: Parameters<typeof listFreeDays>[1], to: Parameters<typeof listFreeDays>[2]];

async function freeSeats({ offer, now }: Wanted, ...days: Days): Promise<Alternative[]> {
  const sessions = await listFreeSessions(offer.id, ...days, now);
  return sessions.map(({ id: sessionId, startsAt, endsAt }) => ({ startsAt, endsAt, sessionId }));
}

async function freeVisits({ offer, now, except }: Wanted, ...days: Days): Promise<Alternative[]> {
  const free = await listFreeDays(offer.id, ...days, now, except);
  return free.flatMap(({ starts }) =>
    starts.map(({ start }) => ({
      startsAt: start,
      endsAt: addTo(start, minutes(offer.durationMinutes)),
      sessionId: null,
    })),
  );
}

/** Whether the resident has another booking at that time. */
export async function isElsewhere(
  by: Resident,
  span: Span,
  except: Id<"booking"> | undefined,
): Promise<boolean> {
  return (await listOwnTimes(by, span, except)).length > 0;
}

function listOwnTimes(by: Resident, { startsAt, endsAt }: Span, except: Id<"booking"> | undefined) {
  return db
    .select({ startsAt: bookings.startsAt, endsAt: bookings.endsAt })
    .from(bookings)
    .where(
      and(
        ofResident(by),
        inArray(bookings.state, [...holdingStates]),
        lt(bookings.startsAt, endsAt),
        gt(bookings.endsAt, startsAt),
        except && ne(bookings.id, except),
      ),
    );
}

const overlap = (a: Span, b: Span): boolean => a.startsAt < b.endsAt && b.startsAt < a.endsAt;
