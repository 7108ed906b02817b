import { and, asc, eq, inArray, sql } from "drizzle-orm";
import type { Id } from "#app/values/id.ts";
import { addDays, type Day, dayOf } from "#app/values/time.ts";
import { db } from "#db/client.server.ts";
import { contracts } from "#db/schema/contracts.ts";
import { communities, offices, serviceTypes, sites } from "#db/schema/offices.ts";
import { organizations, workers } from "#db/schema/organizations.ts";
import { offerCommunities, offers, offerWorkers, programmes } from "#db/schema/services.ts";
import { contractSummaries } from "#db/schema/statistics.ts";
import { listFreeDays, listSessionsOf } from "./availability.server.ts";
import { listSituations } from "./catalogue-choices.server.ts";
import { type BookingTerms, bookableWindow, isBookable } from "./duty.ts";
import { findRatings } from "./ratings.server.ts";
import { priceFor, type Situation, type Subsidy } from "./situation.ts";

/** A day on which the offer can be booked: the free starts of a visit, or the sessions with their free seats. */
export type Opening = {
  day: Day;
  starts: Date[];
  sessions: { id: Id<"service_session">; startsAt: Date; endsAt: Date; free: number }[];
};

const AHEAD_DAYS = 14;

const offerQuery = db
  .select({
    id: offers.id,
    title: offers.title,
    description: offers.description,
    mode: offers.mode,
    serviceType: offers.serviceType,
    kind: { zh: serviceTypes.zh, en: serviceTypes.en },
    price: offers.price,
    durationMinutes: offers.durationMinutes,
    noticeHours: offers.noticeHours,
    horizonDays: offers.horizonDays,
    cancelCutoffHours: offers.cancelCutoffHours,
    office: { id: offices.id, name: offices.name, helpPhone: offices.helpPhone },
    organization: { id: organizations.id, name: organizations.name },
    contract: {
      id: contracts.id,
      tenderId: contracts.tenderId,
      number: contracts.number,
      title: contracts.title,
      status: contracts.status,
      startsOn: contracts.startsOn,
      endsOn: contracts.endsOn,
    },
    site: { name: sites.name, address: sites.address },
    programme: {
      name: programmes.name,
      rateBp: programmes.rateBp,
      capPerVisit: programmes.capPerVisit,
      monthlyQuota: programmes.monthlyQuota,
      ageFrom: programmes.ageFrom,
      lowIncomeOnly: programmes.lowIncomeOnly,
      disabledOnly: programmes.disabledOnly,
      registeredOnly: programmes.registeredOnly,
      validFrom: programmes.validFrom,
      validTo: programmes.validTo,
    },
    booked: contractSummaries.booked,
    delivered: contractSummaries.delivered,
  })
  .from(offers)
  .innerJoin(contracts, eq(contracts.id, offers.contractId))
  .innerJoin(offices, eq(offices.id, offers.officeId))
  .innerJoin(organizations, eq(organizations.id, offers.organizationId))
  .innerJoin(serviceTypes, eq(serviceTypes.code, offers.serviceType))
  .leftJoin(sites, eq(sites.id, offers.siteId))
  .leftJoin(programmes, eq(programmes.id, offers.programmeId))
  .leftJoin(contractSummaries, eq(contractSummaries.contractId, contracts.id))
  .where(
    and(
      eq(offers.id, sql.placeholder("id")),
      offers.published,
      inArray(contracts.status, ["active", "completed"]),
    ),
  )
  .prepare("offer_page");

const servedQuery = db
  .select({ name: communities.name })
  .from(offerCommunities)
  .innerJoin(communities, eq(communities.id, offerCommunities.communityId))
  .where(eq(offerCommunities.offerId, sql.placeholder("id")))
  .orderBy(asc(communities.name))
  .prepare("offer_communities");

const staffQuery = db
  .select({ name: workers.name })
  .from(offerWorkers)
  .innerJoin(workers, and(eq(workers.id, offerWorkers.workerId), workers.active))
  .where(eq(offerWorkers.offerId, sql.placeholder("id")))
  .orderBy(asc(workers.name))
  .prepare("offer_staff");

export type OfferPage = NonNullable<Awaited<ReturnType<typeof findOfferPage>>>;

/** A published offer as everybody may see it at `now`, with its prices, places and ratings. */
export async function findOfferPage(id: Id<"offer">, now: Date) {
  const [offer] = await offerQuery.execute({ id });
  if (!offer) return undefined;
  const today = dayOf(now);
  const terms = { ...offer, ...offer.contract };
  const [served, staff, situations, openings, ratings] = await Promise.all([
    servedQuery.execute({ id }),
    staffQuery.execute({ id }),
    listSituations(offer.office.id, today),
    offer.contract.status === "active" ? listOpenings(offer, terms, now) : [],
    findRatings({ offerId: id, officeId: offer.office.id, serviceType: offer.serviceType }, now),
  ]);
  return {
    ...offer,
    communities: served.map(({ name }) => name),
    staff: staff.map(({ name }) => name),
    prices: pricesOf(offer.price, offer.programme, situations, today),
    openings,
    ratings,
  };
}

type OfferRow = Awaited<ReturnType<typeof offerQuery.execute>>[number];

/** What everybody pays, then what each situation pays. */
function pricesOf(
  price: OfferRow["price"],
  subsidy: Subsidy | null,
  situations: readonly Situation[],
  today: Day,
) {
  const everybody = { situation: null, split: priceFor(price, null, undefined, today) };
  if (!subsidy) return [everybody];
  const special = situations.map((situation) => ({
    situation,
    split: priceFor(price, subsidy, situation, today),
  }));
  return [everybody, ...special];
}

async function listOpenings(
  { id, mode }: Pick<OfferRow, "id" | "mode">,
  terms: BookingTerms,
  now: Date,
): Promise<Opening[]> {
  const { firstDay } = bookableWindow(terms, now);
  const last = addDays(firstDay, AHEAD_DAYS - 1);
  if (mode === "visit") {
    const days = await listFreeDays(id, firstDay, last, now);
    return days.map(({ day, starts }) => ({
      day,
      starts: starts.map(({ start }) => start),
      sessions: [],
    }));
  }
  const byDay = new Map<Day, Opening>();
  for (const session of await listSessionsOf(id, firstDay, last)) {
    if (!isBookable(terms, session.startsAt, now)) continue;
    const opening = byDay.get(session.day) ?? { day: session.day, starts: [], sessions: [] };
    opening.sessions.push(session);
    byDay.set(session.day, opening);
  }
  return [...byDay.values()];
}
