import { and, asc, eq, gte, lte, sql } from "drizzle-orm";
import type { Id } from "#app/values/id.ts";
import type { Day } from "#app/values/time.ts";
import { db } from "#db/client.server.ts";
import { communities, offices, serviceTypes } from "#db/schema/offices.ts";
import { programmes } from "#db/schema/services.ts";
import { type Situation, situationsOf, usualSituations } from "./situation.ts";

const placesQuery = db
  .select({ id: offices.id, name: offices.name })
  .from(offices)
  .limit(2)
  .prepare("places");
const placeOfCommunityQuery = db
  .select({ id: offices.id, name: offices.name })
  .from(communities)
  .innerJoin(offices, eq(offices.id, communities.officeId))
  .where(eq(communities.id, sql.placeholder("id")))
  .prepare("place_of_community");
const placeNamedQuery = db
  .select({ id: offices.id, name: offices.name })
  .from(offices)
  .where(sql`strpos(${offices.name}, ${sql.placeholder("name")}) > 0`)
  .orderBy(asc(offices.name))
  .limit(1)
  .prepare("place_named");

/** The office looked at: that of the community, that of the name, or the only one there is. */
export async function findPlace({
  communityId,
  street,
}: {
  communityId?: Id<"community"> | undefined;
  street?: string | undefined;
}) {
  const [all, [chosen]] = await Promise.all([
    placesQuery.execute(),
    communityId
      ? placeOfCommunityQuery.execute({ id: communityId })
      : street
        ? placeNamedQuery.execute({ name: street })
        : [],
  ]);
  const only = all.length === 1 ? all[0] : undefined;
  return { office: chosen ?? only ?? null, severalOffices: all.length > 1 };
}

const kindsQuery = db
  .select({ code: serviceTypes.code, zh: serviceTypes.zh, en: serviceTypes.en })
  .from(serviceTypes)
  .orderBy(asc(serviceTypes.position))
  .prepare("kinds");
const communitiesQuery = db
  .select({ id: communities.id, name: communities.name })
  .from(communities)
  .where(eq(communities.officeId, sql.placeholder("officeId")))
  .orderBy(asc(communities.name))
  .prepare("communities_of_office");
const rulesQuery = db
  .select({
    ageFrom: programmes.ageFrom,
    lowIncomeOnly: programmes.lowIncomeOnly,
    disabledOnly: programmes.disabledOnly,
  })
  .from(programmes)
  .where(
    and(
      eq(programmes.officeId, sql.placeholder("officeId")),
      lte(programmes.validFrom, sql.placeholder("today")),
      gte(programmes.validTo, sql.placeholder("today")),
    ),
  )
  .prepare("rules_of_programmes");

/** The situations that an office's subsidies of today tell apart. */
export const listSituations = async (officeId: Id<"office">, today: Day): Promise<Situation[]> =>
  situationsOf(await rulesQuery.execute({ officeId, today }));

/** What the filters of an office's catalogue offer to choose from. */
export async function listChoices(officeId: Id<"office"> | undefined, today: Day) {
  const [kinds, served, situations] = await Promise.all([
    kindsQuery.execute(),
    officeId ? communitiesQuery.execute({ officeId }) : [],
    officeId ? listSituations(officeId, today) : usualSituations,
  ]);
  return { kinds, communities: served, situations };
}

export type Place = Awaited<ReturnType<typeof findPlace>>;
