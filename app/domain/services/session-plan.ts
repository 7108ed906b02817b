import type { Period } from "#app/domain/bookings/booking.ts";
import {
  addDays,
  addTo,
  type Day,
  daysBetween,
  instantOf,
  minutes,
  type Weekday,
  weekday,
} from "#app/values/time.ts";

/** Which sessions to open: starts are minutes of the day, a whole day starts with the morning. */
export type SessionWish = {
  from: Day;
  to: Day;
  weekdays: readonly Weekday[];
  periods: readonly Period[];
  morningStart: number;
  afternoonStart: number;
  /** Whether make-up workdays (调休上班日) count like the weekdays chosen. */
  makeUpDays: boolean;
};

type OpenSession = { day: Day; period: Period; startsAt: Date; endsAt: Date };

/** "there" was opened before; "clash" overlaps another session of the same offer; "past" has begun already. */
export type PlannedSession = OpenSession & { state: "new" | "there" | "clash" | "past" };
export type SkippedDay = { day: Day; name: string };

/** What decides besides the wish: the offer's term and length, its sessions so far, and the calendar. */
export type PlanBasis = {
  now: Date;
  startsOn: Day;
  endsOn: Day;
  durationMinutes: number;
  existing: readonly OpenSession[];
  calendar: readonly { day: Day; kind: "holiday" | "workday"; name: string }[];
};

/** Every session that the wish asks for, in order of time, and the holidays that it leaves out. */
export function planSessions(wish: SessionWish, basis: PlanBasis) {
  const special = new Map(basis.calendar.map((entry) => [entry.day, entry]));
  const first = wish.from < basis.startsOn ? basis.startsOn : wish.from;
  const last = wish.to > basis.endsOn ? basis.endsOn : wish.to;
  const skipped: SkippedDay[] = [];
  const sessions: PlannedSession[] = [];
  for (let ahead = 0; ahead <= daysBetween(first, last); ahead += 1) {
    const day = addDays(first, ahead);
    const entry = special.get(day);
    const makeUp = entry?.kind === "workday" && wish.makeUpDays;
    if (!makeUp && !wish.weekdays.includes(weekday(day))) continue;
    if (entry?.kind === "holiday") skipped.push({ day, name: entry.name });
    else sessions.push(...sessionsOf(day, wish, basis));
  }
  return { sessions, skipped };
}

function sessionsOf(day: Day, wish: SessionWish, basis: PlanBasis): PlannedSession[] {
  const others = basis.existing.filter((session) => session.day === day);
  const planned: PlannedSession[] = [];
  for (const period of [...wish.periods].sort((a, b) => startOf(a, wish) - startOf(b, wish))) {
    const startsAt = instantOf(day, startOf(period, wish));
    const session = {
      day,
      period,
      startsAt,
      endsAt: addTo(startsAt, minutes(basis.durationMinutes)),
    };
    planned.push({ ...session, state: stateOf(session, [...others, ...planned], basis.now) });
  }
  return planned;
}

function stateOf(session: OpenSession, others: readonly OpenSession[], now: Date) {
  if (others.some(({ period }) => period === session.period)) return "there";
  if (session.startsAt <= now) return "past";
  return others.some((other) => overlap(other, session)) ? "clash" : "new";
}

const startOf = (period: Period, wish: SessionWish): number =>
  period === "afternoon" ? wish.afternoonStart : wish.morningStart;

const overlap = (a: OpenSession, b: OpenSession): boolean =>
  a.startsAt < b.endsAt && b.startsAt < a.endsAt;
