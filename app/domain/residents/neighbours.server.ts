import { and, asc, eq, gte, inArray, lt, or, sql } from "drizzle-orm";
import type { CommunityWorker } from "#app/domain/act.ts";
import { holdingStates } from "#app/domain/bookings/booking.ts";
import type { Id } from "#app/values/id.ts";
import { addDays, type Day, instantOf } from "#app/values/time.ts";
import { db } from "#db/client.server.ts";
import { bookings } from "#db/schema/bookings.ts";
import { communities, offices, sites } from "#db/schema/offices.ts";
import { organizations, workers } from "#db/schema/organizations.ts";
import { residents } from "#db/schema/residents.ts";
import { offers } from "#db/schema/services.ts";

const PAGE = 20;

const ofCommunity = ({ officeId, communityId }: CommunityWorker) =>
  and(eq(residents.officeId, officeId), eq(residents.communityId, communityId));

type Wanted = { words?: string | undefined; after?: string | undefined };

/** A page of the community's residents by name; `words` are part of a name, a phone number or an account. */
export async function listNeighbours(by: CommunityWorker, { words = "", after }: Wanted) {
  const looked = words.trim();
  const filter = and(
    ofCommunity(by),
    looked
      ? or(
          sql`strpos(${residents.name}, ${looked}) > 0`,
          sql`strpos(${residents.phone}, ${looked}) > 0`,
        )
      : undefined,
  );
  const last = sql`(select c.name, c.id from ${residents} c where c.id = ${after})`;
  const [found, total] = await Promise.all([
    db
      .select({
        id: residents.id,
        name: residents.name,
        phone: residents.phone,
        bornOn: residents.bornOn,
        hasAccount: sql<boolean>`${residents.userId} is not null`,
      })
      .from(residents)
      .where(and(filter, after ? sql`(${residents.name}, ${residents.id}) > ${last}` : undefined))
      .orderBy(asc(residents.name), asc(residents.id))
      .limit(PAGE + 1),
    db.$count(residents, filter),
  ]);
  const rows = found.slice(0, PAGE);
  return { rows, total, next: found.length > PAGE ? (rows.at(-1)?.id ?? null) : null };
}

/** A resident of the worker's own community; undefined for anybody else. */
export async function findNeighbour(by: CommunityWorker, id: Id<"resident">) {
  const [found] = await db
    .select({
      id: residents.id,
      name: residents.name,
      phone: residents.phone,
      bornOn: residents.bornOn,
      registered: residents.registered,
      lowIncome: residents.lowIncome,
      disabilityGrade: residents.disabilityGrade,
      hasAddress: sql<boolean>`${residents.addressSealed} is not null`,
      hasAccount: sql<boolean>`${residents.userId} is not null`,
    })
    .from(residents)
    .where(and(ofCommunity(by), eq(residents.id, id)));
  return found;
}

/** Whom to call: the community's bookings on the day, in order of time, with the phone of each resident. */
export function listCalls(by: CommunityWorker, day: Day, residentId?: Id<"resident">) {
  return db
    .select({
      id: bookings.id,
      state: bookings.state,
      startsAt: bookings.startsAt,
      endsAt: bookings.endsAt,
      residentId: residents.id,
      resident: residents.name,
      phone: residents.phone,
      title: offers.title,
      organization: organizations.name,
      worker: workers.name,
      site: sites.name,
      residentShare: bookings.residentShare,
    })
    .from(bookings)
    .innerJoin(residents, eq(residents.id, bookings.residentId))
    .innerJoin(offers, eq(offers.id, bookings.offerId))
    .innerJoin(organizations, eq(organizations.id, bookings.organizationId))
    .leftJoin(workers, eq(workers.id, bookings.workerId))
    .leftJoin(sites, eq(sites.id, offers.siteId))
    .where(
      and(
        eq(bookings.officeId, by.officeId),
        ofCommunity(by),
        inArray(bookings.state, [...holdingStates]),
        gte(bookings.startsAt, instantOf(day, 0)),
        residentId
          ? eq(bookings.residentId, residentId)
          : lt(bookings.startsAt, instantOf(addDays(day, 1), 0)),
      ),
    )
    .orderBy(asc(bookings.startsAt), asc(bookings.id))
    .limit(500);
}

/** Names and phone for the head of the community's pages. */
export async function findCommunity(by: CommunityWorker) {
  const [found] = await db
    .select({ name: communities.name, office: offices.name, helpPhone: offices.helpPhone })
    .from(communities)
    .innerJoin(offices, eq(offices.id, communities.officeId))
    .where(eq(communities.id, by.communityId));
  return found;
}
