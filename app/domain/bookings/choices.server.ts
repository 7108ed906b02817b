import { eq, inArray } from "drizzle-orm";
import type { Act, Resident } from "#app/domain/act.ts";
import type { RefusalCode } from "#app/domain/refusal.ts";
import {
  listFreeDays,
  listFreeSessions,
  listFreeStarts,
  listSessionsOf,
} from "#app/domain/services/availability.server.ts";
import type { Id } from "#app/values/id.ts";
import { addDays, addTo, type Day, dayOf, minutes } from "#app/values/time.ts";
import { db } from "#db/client.server.ts";
import { sites } from "#db/schema/offices.ts";
import { organizations, workers } from "#db/schema/organizations.ts";
import { offers } from "#db/schema/services.ts";
import { isElsewhere, listAlternatives } from "./alternatives.server.ts";
import type { Period } from "./booking.ts";
import { findTerms, problemOf, quoteOn, type Terms } from "./terms.server.ts";

type Moving = { except?: Id<"booking"> | undefined };
type Offer = Terms["offer"];

/** The offer as somebody who books it sees it, and why she cannot, if so; undefined for another office's. */
export async function findOfferToBook({ by }: Act<Resident>, offerId: Id<"offer">) {
  const [terms, place] = await Promise.all([findTerms(by, { offerId }), findPlace(offerId)]);
  if (!terms || !place) return undefined;
  return { offer: terms.offer, ...place, now: terms.now, problem: problemOf(terms) };
}

async function findPlace(offerId: Id<"offer">) {
  const [place] = await db
    .select({
      organization: organizations.name,
      site: { name: sites.name, address: sites.address },
    })
    .from(offers)
    .innerJoin(organizations, eq(organizations.id, offers.organizationId))
    .leftJoin(sites, eq(sites.id, offers.siteId))
    .where(eq(offers.id, offerId));
  return place;
}

/** The days on which something is free, each with how many seats or starting times. */
export async function listDaysToBook(
  offer: Offer,
  now: Date,
  { except }: Moving = {},
): Promise<{ day: Day; free: number }[]> {
  const today = dayOf(now);
  const last = addDays(today, offer.horizonDays);
  if (offer.mode === "visit") {
    const free = await listFreeDays(offer.id, today, last, now, except);
    return free.map(({ day, starts }) => ({ day, free: starts.length }));
  }
  const seats = new Map<Day, number>();
  for (const { day, free } of await listFreeSessions(offer.id, today, last, now)) {
    seats.set(day, (seats.get(day) ?? 0) + free);
  }
  return [...seats].map(([day, free]) => ({ day, free }));
}

/** A time of a day: a visit's start, or a session with its free seats (none when it is full). */
export type Time = {
  startsAt: Date;
  endsAt: Date;
  session: { id: Id<"service_session">; period: Period; free: number } | null;
};

/** The times of the day in order; a session that is full or over is named too, with no free seat. */
export async function listTimes(
  offer: Offer,
  day: Day,
  now: Date,
  { except }: Moving = {},
): Promise<Time[]> {
  if (offer.mode === "visit") {
    const starts = await listFreeStarts(offer.id, day, now, except);
    return starts.map(({ start }) => ({
      startsAt: start,
      endsAt: addTo(start, minutes(offer.durationMinutes)),
      session: null,
    }));
  }
  const [all, bookable] = await Promise.all([
    listSessionsOf(offer.id, day, day),
    listFreeSessions(offer.id, day, day, now),
  ]);
  return all.map(({ id, period, startsAt, endsAt, free }) => ({
    startsAt,
    endsAt,
    session: { id, period, free: bookable.some((session) => session.id === id) ? free : 0 },
  }));
}

export type Chosen = { startsAt?: Date | undefined; sessionId?: Id<"service_session"> | undefined };

/**
 * All that the resident checks before she says yes: the time, the price for her, who could come. When
 * the time can no longer be had, `problem` says why and up to three others are named.
 */
export async function findChoice(
  { by, at }: Act<Resident>,
  offerId: Id<"offer">,
  { startsAt, sessionId }: Chosen,
  { except }: Moving = {},
) {
  const asked = { offerId, sessionId, day: startsAt && dayOf(startsAt) };
  const [terms, place] = await Promise.all([findTerms(by, asked), findPlace(offerId)]);
  const start = terms?.session?.startsAt ?? startsAt;
  if (!terms || !place || !start) return undefined;
  const { offer, resident, session } = terms;
  if ((offer.mode === "seat") !== Boolean(session)) return undefined;
  const end = session?.endsAt ?? addTo(start, minutes(offer.durationMinutes));
  const time = { startsAt: start, endsAt: end };
  const [team, elsewhere] = await Promise.all([
    session ? [] : listTeam(offerId, start, at, except),
    isElsewhere(by, time, except),
  ]);
  const problem =
    problemOf(terms, start) ?? (elsewhere ? "booking.same_time" : lackOf(terms, team));
  return {
    ...{ offer, ...place, ...time, problem, hasAddress: resident.hasAddress },
    sessionId: session?.id ?? null,
    quote: quoteOn(terms, dayOf(start)),
    workers: await listNames(team),
    alternatives: problem ? await listAlternatives({ ...time, by, offer, now: at, except }) : [],
  };
}

export type Choice = NonNullable<Awaited<ReturnType<typeof findChoice>>>;

function lackOf({ session }: Terms, team: Id<"worker">[]): RefusalCode | undefined {
  if (session) return session.free > 0 ? undefined : "booking.full";
  return team.length > 0 ? undefined : "booking.taken";
}

async function listTeam(
  offerId: Id<"offer">,
  start: Date,
  now: Date,
  except: Id<"booking"> | undefined,
) {
  const free = await listFreeStarts(offerId, dayOf(start), now, except);
  return free.find((other) => other.start.getTime() === start.getTime())?.workers ?? [];
}

async function listNames(ids: Id<"worker">[]) {
  if (ids.length === 0) return [];
  return await db
    .select({ id: workers.id, name: workers.name })
    .from(workers)
    .where(inArray(workers.id, ids))
    .orderBy(workers.name, workers.id);
}
