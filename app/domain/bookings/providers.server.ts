import { and, asc, eq, type SQL, sql } from "drizzle-orm";
import { splitPrice } from "#app/domain/eligibility/price-split.ts";
import { summaryOfCounts } from "#app/domain/reviews/statistics.ts";
import { nextFree } from "#app/domain/services/free-day.server.ts";
import { termsOf } from "#app/domain/services/situation.ts";
import type { Id } from "#app/values/id.ts";
import { dayOf, monthOf } from "#app/values/time.ts";
import { db } from "#db/client.server.ts";
import { contractCounters, contracts } from "#db/schema/contracts.ts";
import { organizations } from "#db/schema/organizations.ts";
import { residents } from "#db/schema/residents.ts";
import { offers, personalQuotas, programmes } from "#db/schema/services.ts";
import { offerSummaries } from "#db/schema/statistics.ts";
import type { Provider } from "./provider.ts";
import { quoteOn } from "./terms.server.ts";

const placeholder = {
  offer: sql.placeholder("offerId"),
  resident: sql.placeholder("residentId"),
  month: sql.placeholder("month"),
  now: sql`${sql.placeholder("now")}`,
  today: sql`${sql.placeholder("today")}::date`,
};

/** The same kind of service, bought by the same tender; for a resident, where it comes to her. */
const wanted: SQL | undefined = and(
  offers.published,
  sql`${contracts.status} = 'active'`,
  sql`${contracts.endsOn} >= ${placeholder.today}`,
  sql`(${contracts.tenderId}, ${offers.serviceType}, ${offers.mode}) = (select c.tender_id, o.service_type, o.mode
    from offers o join contracts c on c.id = o.contract_id where o.id = ${placeholder.offer})`,
  sql`(${residents.id} is null or exists (select from offer_communities oc
    where oc.offer_id = ${offers.id} and oc.community_id = ${residents.communityId}))`,
);

const term = { startsOn: contracts.startsOn, endsOn: contracts.endsOn };
const { id, noticeHours, horizonDays } = offers;
const next = nextFree(
  { id, noticeHours, horizonDays, ...term },
  placeholder.now,
  placeholder.today,
);

const providersQuery = db
  .select({
    offer: { id: offers.id, title: offers.title, price: offers.price },
    organization: { id: organizations.id, name: organizations.name },
    programme: programmes,
    ratings: {
      rated: offerSummaries.rated,
      satisfied: offerSummaries.satisfied,
      ratingSum: offerSummaries.ratingSum,
    },
    resident: {
      bornOn: residents.bornOn,
      communityId: residents.communityId,
      registered: residents.registered,
      lowIncome: residents.lowIncome,
      disabilityGrade: residents.disabilityGrade,
      hasAddress: sql<boolean>`${residents.addressSealed} is not null`,
    },
    contractLeft: sql<number>`(${contractCounters.fundLimit} - ${contractCounters.fundReserved} - ${contractCounters.fundUsed})::float8`,
    quotaHad: sql<number>`coalesce(${personalQuotas.reserved} + ${personalQuotas.used}, 0)::float8`,
    nextDay: next.day,
    seatsFree: next.seats,
  })
  .from(offers)
  .innerJoin(contracts, eq(contracts.id, offers.contractId))
  .innerJoin(contractCounters, eq(contractCounters.contractId, contracts.id))
  .innerJoin(organizations, eq(organizations.id, offers.organizationId))
  .leftJoin(programmes, eq(programmes.id, offers.programmeId))
  .leftJoin(offerSummaries, eq(offerSummaries.offerId, offers.id))
  .leftJoin(residents, eq(residents.id, placeholder.resident))
  .leftJoin(
    personalQuotas,
    and(
      eq(personalQuotas.residentId, residents.id),
      eq(personalQuotas.programmeId, programmes.id),
      eq(personalQuotas.month, placeholder.month),
    ),
  )
  .leftJoinLateral(next, sql`true`)
  .where(wanted)
  .orderBy(asc(organizations.name), asc(offers.id))
  .prepare("providers");

/**
 * Who offers the service of an offer under the same tender, the cheapest for the resident (without one, for everybody)
 * first, in one query; nobody where only one organization does. Prices are as of today.
 */
export async function listProviders(
  offerId: Id<"offer">,
  now: Date,
  residentId: Id<"resident"> | null = null,
): Promise<Provider[]> {
  const today = dayOf(now);
  const values = { offerId, residentId, now: now.toISOString(), today, month: monthOf(today) };
  const found = await providersQuery.execute(values);
  if (new Set(found.map(({ organization }) => organization.id)).size < 2) return [];
  return found
    .map(({ resident, ratings, ...row }) => ({
      id: row.offer.id,
      title: row.offer.title,
      organization: row.organization,
      own: row.offer.id === offerId,
      split: resident
        ? quoteOn({ ...row, resident }, today)
        : splitPrice(row.offer.price, undefined, undefined, undefined),
      withSubsidy:
        row.programme && !resident
          ? splitPrice(row.offer.price, termsOf(row.programme), undefined, undefined).residentShare
          : null,
      nextDay: row.nextDay,
      seatsFree: row.seatsFree,
      ratings: summaryOfCounts(ratings ?? { rated: 0, satisfied: 0, ratingSum: 0 }),
    }))
    .sort((a, b) => a.split.residentShare - b.split.residentShare);
}
