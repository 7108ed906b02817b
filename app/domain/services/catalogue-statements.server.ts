import { and, asc, count, eq, gte, type SQL, sql } from "drizzle-orm";
import { db } from "#db/client.server.ts";
import { contracts } from "#db/schema/contracts.ts";
import { offices } from "#db/schema/offices.ts";
import { organizations } from "#db/schema/organizations.ts";
import { offerCommunities, offers, programmes } from "#db/schema/services.ts";
import { offerSummaries } from "#db/schema/statistics.ts";
import { isFreeOn, nextFree } from "./free-day.server.ts";

export const PAGE = 20;
/** Counting stops here, so that it costs the same with any number of offices. */
export const MOST_COUNTED = 200;

/** Which filters are set: each combination is a statement of its own, prepared once. */
export type Shape = Record<"office" | "community" | "kind" | "words" | "day" | "after", boolean>;

const now = sql`${sql.placeholder("now")}`;
const from = sql`${sql.placeholder("from")}::date`;

/** One page of published offers that can be booked, in order of title within an office, and one row more. */
export const rowsOf = remembered((shape) => {
  const page = pageOf(shape);
  const next = nextFree(page, now, from);
  return db
    .select({
      id: page.id,
      title: page.title,
      mode: page.mode,
      price: page.price,
      durationMinutes: page.durationMinutes,
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
      nextDay: next.day,
      seatsFree: next.seats,
    })
    .from(page)
    .innerJoin(organizations, eq(organizations.id, page.organizationId))
    .innerJoin(offices, eq(offices.id, page.officeId))
    .leftJoin(programmes, eq(programmes.id, page.programmeId))
    .leftJoin(offerSummaries, eq(offerSummaries.offerId, page.id))
    .leftJoinLateral(next, sql`true`)
    .orderBy(asc(page.officeId), asc(page.title), asc(page.id))
    .prepare(`catalogue_rows_${nameOf(shape)}`);
});

/** Chosen before anything is looked up for them. */
const pageOf = (shape: Shape) =>
  db
    .select({
      id: offers.id,
      officeId: offers.officeId,
      organizationId: offers.organizationId,
      programmeId: offers.programmeId,
      title: offers.title,
      mode: offers.mode,
      price: offers.price,
      durationMinutes: offers.durationMinutes,
      noticeHours: offers.noticeHours,
      horizonDays: offers.horizonDays,
      startsOn: contracts.startsOn,
      endsOn: contracts.endsOn,
    })
    .from(offers)
    .innerJoin(contracts, eq(contracts.id, offers.contractId))
    .where(wanted(shape))
    .orderBy(asc(offers.officeId), asc(offers.title), asc(offers.id))
    .limit(literally(PAGE + 1))
    .as("page");

/** How many there are in all, up to `MOST_COUNTED`. */
export const countOf = remembered((shape) => {
  const found = db
    .select({ id: offers.id })
    .from(offers)
    .innerJoin(contracts, eq(contracts.id, offers.contractId))
    .where(wanted({ ...shape, after: false }))
    .limit(literally(MOST_COUNTED))
    .as("found");
  return db
    .select({ total: count() })
    .from(found)
    .prepare(`catalogue_count_${nameOf(shape)}`);
});

// What PostgreSQL cannot see beforehand in any plan, it does not plan for anew at each request: of a city with a thousand
// offices, planning alone took ten times as long as reading the page. Limits stand in the text; values that change how many
// rows it expects are asked by a SELECT of their own.

/** Drizzle would make a parameter of it. */
const literally = (limit: number) => sql.raw(String(limit)) as unknown as number;
const unseen = (name: string, type: "uuid" | "text" | "text[]" | "date") =>
  sql`(select ${sql.placeholder(name)}::${sql.raw(type)})`;

function wanted(shape: Shape): SQL | undefined {
  const key = sql`(${offers.officeId}, ${offers.title}, ${offers.id})`;
  return and(
    offers.published,
    sql`${contracts.status} = 'active'`,
    shape.day ? isFreeOn(sql`${sql.placeholder("day")}::date`, now) : isInForce(),
    shape.office ? eq(offers.officeId, sql.placeholder("officeId")) : undefined,
    shape.community ? serves() : undefined,
    shape.kind ? eq(offers.serviceType, sql.placeholder("kind")) : undefined,
    shape.words ? holdsWords() : undefined,
    shape.after
      ? sql`${key} > (${unseen("afterOffice", "uuid")}, ${unseen("afterTitle", "text")}, ${unseen("afterId", "uuid")})`
      : undefined,
  );
}

const isInForce = () => gte(contracts.endsOn, unseen("from", "date"));

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
    and ${text} like all (${unseen("patterns", "text[]")}::text[])`;
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
