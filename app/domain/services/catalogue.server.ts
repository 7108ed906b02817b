import { eq, sql } from "drizzle-orm";
import { splitPrice } from "#app/domain/eligibility/price-split.ts";
import { summaryOfCounts } from "#app/domain/reviews/statistics.ts";
import type { Id } from "#app/values/id.ts";
import { type Day, dayOf } from "#app/values/time.ts";
import { db } from "#db/client.server.ts";
import { offers } from "#db/schema/services.ts";
import { findPlace, listChoices, type Place } from "./catalogue-choices.server.ts";
import { countOf, MOST_COUNTED, PAGE, rowsOf, type Shape } from "./catalogue-statements.server.ts";
import { priceFor, type Situation, termsOf } from "./situation.ts";

/** What a reader looks for; `situation` changes the prices shown, not what is found. */
export type CatalogueWish = {
  words?: string | undefined;
  street?: string | undefined;
  communityId?: Id<"community"> | undefined;
  kind?: string | undefined;
  day?: Day | undefined;
  situation?: Situation | undefined;
  after?: Id<"offer"> | undefined;
};

export type CataloguePage = Awaited<ReturnType<typeof findCatalogue>>;
export type CatalogueRow = CataloguePage["rows"][number];

/** A page of what can be booked at `now`, with the choices for its filters; as many queries with one row as with twenty. */
export async function findCatalogue(wish: CatalogueWish, now: Date) {
  const [place, after] = await Promise.all([
    findPlace(wish),
    wish.after ? afterQuery.execute({ id: wish.after }) : [],
  ]);
  const today = dayOf(now);
  const values = valuesOf(wish, { now, place, after: after[0] });
  const shape = shapeOf(values);
  const [found, [counted], choices] = await Promise.all([
    rowsOf(shape).execute(values),
    countOf(shape).execute(values),
    listChoices(place.office?.id, today),
  ]);
  const rows = found.slice(0, PAGE).map((row) => rowFor(row, wish.situation, today));
  const total = counted?.total ?? 0;
  return {
    ...place,
    ...choices,
    today,
    rows,
    total,
    capped: total === MOST_COUNTED,
    next: found.length > PAGE ? (rows.at(-1)?.id ?? null) : null,
  };
}

type After = { officeId: Id<"office">; title: string } | undefined;

const afterQuery = db
  .select({ officeId: offers.officeId, title: offers.title })
  .from(offers)
  .where(eq(offers.id, sql.placeholder("id")))
  .prepare("catalogue_after");

function valuesOf(wish: CatalogueWish, seen: { now: Date; place: Place; after: After }) {
  const words = (wish.words ?? "").toLowerCase().split(/\s+/).filter(Boolean).slice(0, 5);
  const today = dayOf(seen.now);
  return {
    now: seen.now.toISOString(),
    from: wish.day && wish.day > today ? wish.day : today,
    officeId: seen.place.office?.id,
    communityId: wish.communityId,
    kind: wish.kind,
    words: words.length > 0 ? words : undefined,
    patterns: words.map((word) => `%${word.replaceAll(/[\\%_]/g, "\\$&")}%`),
    day: wish.day,
    afterOffice: seen.after?.officeId,
    afterTitle: seen.after?.title,
    afterId: seen.after && wish.after,
  };
}

function shapeOf(values: ReturnType<typeof valuesOf>): Shape {
  return {
    office: values.officeId !== undefined,
    community: values.communityId !== undefined,
    kind: values.kind !== undefined,
    words: values.words !== undefined,
    day: values.day !== undefined,
    after: values.afterId !== undefined,
  };
}

type FoundRow = Awaited<ReturnType<ReturnType<typeof rowsOf>["execute"]>>[number];

function rowFor(row: FoundRow, situation: Situation | undefined, today: Day) {
  const { id, title, mode, price, durationMinutes, organization, office, subsidy } = row;
  const { nextDay, seatsFree } = row;
  return {
    id,
    title,
    mode,
    durationMinutes,
    organization,
    office,
    split: priceFor(price, subsidy, situation, today),
    /** What somebody pays for whom the subsidy is; null where there is none. */
    withSubsidy: subsidy && splitPrice(price, termsOf(subsidy), undefined, undefined).residentShare,
    nextDay,
    seatsFree,
    ratings: summaryOfCounts(row.ratings ?? { rated: 0, satisfied: 0, ratingSum: 0 }),
  };
}
