import { and, asc, count, eq, gte, type SQL, sql } from "drizzle-orm";
import type { Day } from "#app/values/time.ts";
import { db } from "#db/client.server.ts";
import { contracts } from "#db/schema/contracts.ts";
import { offices } from "#db/schema/offices.ts";
import { organizations } from "#db/schema/organizations.ts";
import { offerCommunities, offers, programmes, serviceSessions } from "#db/schema/services.ts";
import { offerSummaries } from "#db/schema/statistics.ts";
import { firstDay, hasFreeStart, isStaffed, lastDay, sessionIsFree } from "./free-day.server.ts";

export const PAGE = 20;
/** Counting stops here, so that it costs the same with any number of offices. */
export const MOST_COUNTED = 200;

/** Which filters are set: each combination is a statement of its own, prepared once. */
export type Shape = Record<"office" | "community" | "kind" | "words" | "day" | "after", boolean>;

const now = sql`${sql.placeholder("now")}`;
const from = sql`${sql.placeholder("from")}`;

/** One page of published offers that can be booked, in order of title within an office, and one row more. */
export const rowsOf = remembered((shape) => {
  const seat = nextSession();
  const visit = nextVisitDay();
  return db
    .select({
      id: offers.id,
      title: offers.title,
      mode: offers.mode,
      price: offers.price,
      durationMinutes: offers.durationMinutes,
      organization: organizations.name,
      office: offices.name,
      subsidy: {
        rateBp: programmes.rateBp,
        capPerVisit: programmes.capPerVisit,
        ageFrom: programmes.ageFrom,
        lowIncomeOnly: programmes.lowIncomeOnly,
        disabledOnly: programmes.disabledOnly,
        registeredOnly: programmes.registeredOnly,
        validFrom: programmes.validFrom,
        validTo: programmes.validTo,
      },
      ratings: {
        rated: offerSummaries.rated,
        satisfied: offerSummaries.satisfied,
        ratingSum: offerSummaries.ratingSum,
      },
      seatDay: seat.day,
      seatsFree: seat.free,
      visitDay: visit.day,
    })
    .from(offers)
    .innerJoin(contracts, eq(contracts.id, offers.contractId))
    .innerJoin(organizations, eq(organizations.id, offers.organizationId))
    .innerJoin(offices, eq(offices.id, offers.officeId))
    .leftJoin(programmes, eq(programmes.id, offers.programmeId))
    .leftJoin(offerSummaries, eq(offerSummaries.offerId, offers.id))
    .leftJoinLateral(seat, sql`true`)
    .leftJoinLateral(visit, sql`true`)
    .where(wanted(shape))
    .orderBy(asc(offers.officeId), asc(offers.title), asc(offers.id))
    .limit(PAGE + 1)
    .prepare(`catalogue_rows_${nameOf(shape)}`);
});

/** How many there are in all, up to `MOST_COUNTED`. */
export const countOf = remembered((shape) => {
  const found = db
    .select({ id: offers.id })
    .from(offers)
    .innerJoin(contracts, eq(contracts.id, offers.contractId))
    .where(wanted({ ...shape, after: false }))
    .limit(MOST_COUNTED)
    .as("found");
  return db
    .select({ total: count() })
    .from(found)
    .prepare(`catalogue_count_${nameOf(shape)}`);
});

function wanted(shape: Shape): SQL | undefined {
  const day = sql`${sql.placeholder("day")}::date`;
  const key = sql`(${offers.officeId}, ${offers.title}, ${offers.id})`;
  return and(
    offers.published,
    eq(contracts.status, "active"),
    gte(contracts.endsOn, sql`${from}::date`),
    shape.office ? eq(offers.officeId, sql.placeholder("officeId")) : undefined,
    shape.community ? serves() : undefined,
    shape.kind ? eq(offers.serviceType, sql.placeholder("kind")) : undefined,
    shape.words ? holdsWords() : undefined,
    shape.day ? openOn(day) : undefined,
    shape.after
      ? sql`${key} > (${sql.placeholder("afterOffice")}::uuid, ${sql.placeholder("afterTitle")}, ${sql.placeholder("afterId")}::uuid)`
      : undefined,
  );
}

const serves = () => sql`exists (
  select from ${offerCommunities}
  where ${offerCommunities.offerId} = ${offers.id}
    and ${offerCommunities.communityId} = ${sql.placeholder("communityId")})`;

/** The index finds the words by their 1- and 2-grams, the text itself decides. */
function holdsWords(): SQL {
  const words = sql`${sql.placeholder("words")}::text[]`;
  const text = sql`lower(${offers.title} || ' ' || ${offers.description} || ' ' || ${offers.initials})`;
  return sql`${offers.grams} @> (
      select array_agg(gram) from unnest(${words}) as word, unnest(search_grams(word)) as gram)
    and not exists (select from unnest(${words}) as word where strpos(${text}, word) = 0)`;
}

/** Free seats that day, or somebody on duty: what is booked of a visit's day shows in its row, and the booking decides. */
const openOn = (day: SQL) => sql`${day} between ${firstDay(now, day)} and ${lastDay(now)}
  and case ${offers.mode}
    when 'seat' then exists (
      select from ${serviceSessions} where ${serviceSessions.day} = ${day} and ${sessionIsFree(now)})
    else ${isStaffed(day)} end`;

function nextSession() {
  const { day, capacity, taken, startsAt } = serviceSessions;
  return db
    .select({ day, free: sql<number>`${capacity} - ${taken}`.as("free") })
    .from(serviceSessions)
    .where(
      and(
        sessionIsFree(now),
        sql`${day} between ${firstDay(now, from)} and ${lastDay(now)}`,
        eq(offers.mode, "seat"),
      ),
    )
    .orderBy(asc(day), asc(startsAt))
    .limit(1)
    .as("seat");
}

const AHEAD_DAYS = 14;

/** The first day within two weeks on which a visit can start. */
function nextVisitDay() {
  const day = sql`days.day::date`;
  const last = sql`least(${lastDay(now)}, ${from}::date + ${sql.raw(String(AHEAD_DAYS - 1))})`;
  return db
    .select({ day: sql<Day | null>`${day}::text`.as("free_day") })
    .from(sql`generate_series(${firstDay(now, from)}, ${last}, interval '1 day') as days(day)`)
    .where(and(eq(offers.mode, "visit"), hasFreeStart(day, now)))
    .limit(1)
    .as("visit");
}

function nameOf(shape: Shape): string {
  return Object.entries(shape)
    .flatMap(([name, set]) => (set ? [name] : []))
    .join("_");
}

/** The same function, which makes its result once for each shape. */
function remembered<Made>(make: (shape: Shape) => Made): (shape: Shape) => Made {
  const made = new Map<string, Made>();
  return (shape) => {
    const known = made.get(nameOf(shape)) ?? make(shape);
    made.set(nameOf(shape), known);
    return known;
  };
}
