import { and, eq, sql } from "drizzle-orm";
import type { Resident } from "#app/domain/act.ts";
import {
  eligible,
  type Ineligibility,
  type PriceSplit,
  splitPrice,
} from "#app/domain/eligibility/price-split.ts";
import { Refusal, type RefusalCode } from "#app/domain/refusal.ts";
import { bookableWindow } from "#app/domain/services/duty.ts";
import type { Id } from "#app/values/id.ts";
import { type Fen, fen } from "#app/values/money.ts";
import { addTo, type Day, dayOf, minutes, monthOf } from "#app/values/time.ts";
import { db } from "#db/client.server.ts";
import {
  bookings,
  contractCounters,
  contracts,
  offers,
  personalQuotas,
  programmes,
  residents,
  serviceSessions,
} from "#db/schema/index.ts";

const placeholder = {
  offer: sql.placeholder("offerId"),
  resident: sql.placeholder("residentId"),
  session: sql.placeholder("sessionId"),
  month: sql.placeholder("month"),
  key: sql.placeholder("key"),
};

const termsQuery = db
  .select({
    offer: offers,
    contractStatus: contracts.status,
    startsOn: contracts.startsOn,
    endsOn: contracts.endsOn,
    resident: {
      bornOn: residents.bornOn,
      communityId: residents.communityId,
      registered: residents.registered,
      lowIncome: residents.lowIncome,
      disabilityGrade: residents.disabilityGrade,
      hasAddress: sql<boolean>`${residents.addressSealed} is not null`,
    },
    session: {
      id: serviceSessions.id,
      day: serviceSessions.day,
      startsAt: serviceSessions.startsAt,
      endsAt: serviceSessions.endsAt,
      free: sql<number>`${serviceSessions.capacity} - ${serviceSessions.taken}`,
    },
    programme: programmes,
    served: sql<boolean>`exists (select from offer_communities oc where oc.offer_id = ${offers.id} and oc.community_id = ${residents.communityId})`,
    contractLeft: sql<number>`(${contractCounters.fundLimit} - ${contractCounters.fundReserved} - ${contractCounters.fundUsed})::float8`,
    quotaHad: sql<number>`coalesce(${personalQuotas.reserved} + ${personalQuotas.used}, 0)::float8`,
    earlier: { id: bookings.id, reference: bookings.reference },
    now: sql<string>`clock_now()`,
  })
  .from(offers)
  .innerJoin(contracts, eq(contracts.id, offers.contractId))
  .innerJoin(contractCounters, eq(contractCounters.contractId, offers.contractId))
  .innerJoin(
    residents,
    and(eq(residents.id, placeholder.resident), eq(residents.officeId, offers.officeId)),
  )
  .leftJoin(
    serviceSessions,
    and(eq(serviceSessions.id, placeholder.session), eq(serviceSessions.offerId, offers.id)),
  )
  .leftJoin(programmes, eq(programmes.id, offers.programmeId))
  .leftJoin(
    personalQuotas,
    and(
      eq(personalQuotas.residentId, residents.id),
      eq(personalQuotas.programmeId, programmes.id),
      eq(
        personalQuotas.month,
        sql`coalesce(to_char(${serviceSessions.day}, 'YYYY-MM'), ${placeholder.month})`,
      ),
    ),
  )
  .leftJoin(
    bookings,
    and(eq(bookings.residentId, residents.id), eq(bookings.idempotencyKey, placeholder.key)),
  )
  .where(eq(offers.id, placeholder.offer))
  .prepare("booking_terms");

export type Terms = NonNullable<Awaited<ReturnType<typeof findTerms>>>;
export type Asked = {
  offerId: Id<"offer">;
  sessionId?: Id<"service_session"> | undefined;
  day?: Day | undefined;
  key?: string;
};

const NONE = "00000000-0000-0000-0000-000000000000";

/** All that decides whether, when and at what price the resident can book the offer, in one query. */
export async function findTerms(by: Resident, { offerId, sessionId, day, key }: Asked) {
  const [found] = await termsQuery.execute({
    offerId,
    residentId: by.residentId,
    sessionId: sessionId ?? NONE,
    month: day ? monthOf(day) : "",
    key: key ?? NONE,
  });
  return found && { ...found, now: new Date(found.now) };
}

/** The same for a command: an offer of another office is not found. */
export async function needTerms(by: Resident, asked: Asked): Promise<Terms> {
  const terms = await findTerms(by, asked);
  if (!terms) throw new Refusal("not_found");
  return terms;
}

/** Why the resident cannot book the offer at all, or not for that instant; places and money aside. */
export function problemOf(terms: Terms, startsAt?: Date): RefusalCode | undefined {
  const { offer, served, contractStatus, startsOn, endsOn, now } = terms;
  if (!offer.published || contractStatus !== "active") return "booking.offer_closed";
  if (!served) return "booking.outside_communities";
  if (!startsAt) return undefined;
  const window = bookableWindow({ ...offer, startsOn, endsOn }, now);
  const day = dayOf(startsAt);
  if (startsAt < window.notBefore || day < window.firstDay) return "booking.too_soon";
  return day > window.lastDay ? "booking.too_far" : undefined;
}

/** Refuses unless the resident can book the offer for that instant, places and money aside. */
export function checkBookable(terms: Terms, startsAt: Date): void {
  const problem = problemOf(terms, startsAt);
  if (problem) throw new Refusal(problem);
}

/** The price on the day of the service; `reasons` says why the programme does not pay. */
export type Quote = PriceSplit & { programme: string | null; reasons: Ineligibility[] };

type Quotable = Pick<Terms, "resident" | "programme" | "quotaHad" | "contractLeft"> & {
  offer: Pick<Terms["offer"], "price">;
};

export function quoteOn(terms: Quotable, day: Day): Quote {
  const { offer, resident, programme, quotaHad, contractLeft } = terms;
  if (!programme) {
    return { ...splitPrice(offer.price, undefined, undefined, undefined), programme, reasons: [] };
  }
  const { reasons } = eligible(programme, resident, day);
  const subsidy = { rateBp: programme.rateBp, capPerVisitFen: programme.capPerVisit };
  const split = splitPrice(
    offer.price,
    reasons.length === 0 ? subsidy : undefined,
    fen(programme.monthlyQuota - quotaHad),
    fen(contractLeft),
  );
  return { ...split, programme: programme.name, reasons };
}

/** The price as the resident saw it and said yes to; refuses when it is dearer for her by now. */
export function agreedQuote(terms: Terms, day: Day, agreed: Fen): Quote {
  const quote = quoteOn(terms, day);
  if (quote.residentShare > agreed) throw new Refusal("booking.price_changed");
  return quote;
}

/** When the resident is served (`startsAt` to `endsAt`) and when the worker is taken (`from` to `to`). */
export function timeOf({ offer }: Pick<Terms, "offer">, startsAt: Date) {
  const endsAt = addTo(startsAt, minutes(offer.durationMinutes));
  return {
    startsAt,
    endsAt,
    from: addTo(startsAt, minutes(-offer.bufferBeforeMinutes)),
    to: addTo(endsAt, minutes(offer.bufferAfterMinutes)),
  };
}
