import { and, asc, desc, eq, isNull } from "drizzle-orm";
import type { OfficeStaff } from "#app/domain/act.ts";
import { methodSettings } from "#app/domain/tenders/method.ts";
import { rulesNow } from "#app/domain/tenders/rules.server.ts";
import type { Id } from "#app/values/id.ts";
import { db } from "#db/client.server.ts";
import { users } from "#db/schema/accounts.ts";
import { openerKeys } from "#db/schema/bids.ts";
import { funds } from "#db/schema/fund.ts";
import { memberships } from "#db/schema/memberships.ts";
import { serviceTypes } from "#db/schema/offices.ts";
import { projectCommunities, projects } from "#db/schema/projects.ts";
import { criteria, tenders } from "#db/schema/tenders.ts";
import { listCommunities } from "./queries.server.ts";

/** What an officer can choose from for a project: the office's own communities, funds and openers, and every kind of service. */
export async function listDraftChoices(by: OfficeStaff) {
  const [communities, kinds, ownFunds, openers] = await Promise.all([
    listCommunities(by),
    db.select().from(serviceTypes).orderBy(asc(serviceTypes.position)),
    db
      .select({ id: funds.id, year: funds.year, name: funds.name })
      .from(funds)
      .where(and(eq(funds.officeId, by.officeId), isNull(funds.closedAt)))
      .orderBy(desc(funds.year), asc(funds.name)),
    listOpeners(by),
  ]);
  return { communities, serviceTypes: kinds, funds: ownFunds, openers };
}

/** The office's openers, and whether each has made her key. */
async function listOpeners({ officeId }: OfficeStaff) {
  const rows = await db
    .select({ id: users.id, name: users.name, keyMadeAt: openerKeys.createdAt })
    .from(memberships)
    .innerJoin(users, eq(users.id, memberships.userId))
    .leftJoin(openerKeys, eq(openerKeys.userId, users.id))
    .where(
      and(
        eq(memberships.officeId, officeId),
        eq(memberships.role, "opener"),
        isNull(users.disabledAt),
      ),
    )
    .orderBy(asc(users.name), asc(users.id));
  return rows.map(({ keyMadeAt, ...opener }) => ({ ...opener, hasKey: keyMadeAt !== null }));
}

/** A draft of the office as its form shows it, and whether it is one still. */
export async function findDraft({ officeId }: OfficeStaff, tenderId: Id<"tender">) {
  const [found] = await db
    .select({ tenders, projects, rules: rulesNow })
    .from(tenders)
    .innerJoin(projects, eq(projects.id, tenders.projectId))
    .where(and(eq(tenders.id, tenderId), eq(tenders.officeId, officeId)));
  if (!found) return undefined;
  const served = await db
    .select({ id: projectCommunities.communityId })
    .from(projectCommunities)
    .where(eq(projectCommunities.projectId, found.projects.id));
  return {
    tender: found.tenders,
    rules: found.rules,
    project: found.projects,
    communityIds: served.map(({ id }) => id),
  };
}

/** A draft's criteria in their order, with what its profile allows and whether it is a draft still. */
export async function findDraftCriteria({ officeId }: OfficeStaff, tenderId: Id<"tender">) {
  const [tender] = await db
    .select({
      id: tenders.id,
      title: tenders.title,
      method: tenders.method,
      status: tenders.status,
      rules: rulesNow,
    })
    .from(tenders)
    .where(and(eq(tenders.id, tenderId), eq(tenders.officeId, officeId)));
  if (!tender) return undefined;
  const { scoring } = methodSettings[tender.method];
  const rows = await db
    .select()
    .from(criteria)
    .where(eq(criteria.tenderId, tenderId))
    .orderBy(asc(criteria.position));
  return { ...tender, scoring, criteria: rows };
}
