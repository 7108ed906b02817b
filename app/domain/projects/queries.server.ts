import { and, asc, eq, inArray, type SQL, sql } from "drizzle-orm";
import type { OfficeStaff } from "#app/domain/act.ts";
import { inOrder, type Sort } from "#app/domain/in-order.server.ts";
import { holdsWords } from "#app/domain/tenders/matching.server.ts";
import { statusNow } from "#app/domain/tenders/status-now.server.ts";
import type { TenderStatus } from "#app/domain/tenders/tender.ts";
import type { Id } from "#app/values/id.ts";
import { db } from "#db/client.server.ts";
import { users } from "#db/schema/accounts.ts";
import { communities, serviceTypes } from "#db/schema/offices.ts";
import { projectCommunities, projects } from "#db/schema/projects.ts";
import { tenders } from "#db/schema/tenders.ts";

export const PROJECTS_A_PAGE = 20;

export const projectSorts = ["number", "ceiling", "deadline"] as const;
type ProjectSort = (typeof projectSorts)[number];

export type ProjectListWish = {
  words?: string | undefined;
  status?: TenderStatus | undefined;
  communityId?: Id<"community"> | undefined;
  /** Newest first unless told otherwise. */
  sort?: Sort<ProjectSort> | undefined;
};

const sortKeys: Record<ProjectSort, SQL> = {
  number: sql`${projects.number}`,
  ceiling: sql`coalesce(${projects.ceiling}, 0)`,
  deadline: sql`coalesce(${tenders.deadline}, 'infinity'::timestamptz)`,
};

const namesOfCommunities = sql<string[]>`array(select ${communities.name} from ${projectCommunities}
  join ${communities} on ${communities.id} = ${projectCommunities.communityId}
  where ${projectCommunities.projectId} = ${projects.id} order by ${communities.name})`;

/** The office's projects with their tenders: a page after the tender `after`, or all of them for a download. */
export async function listProjects(
  by: OfficeStaff,
  wish: ProjectListWish,
  page: { after?: string | undefined; limit?: number } = {},
) {
  const sort = wish.sort ?? { by: "number", descending: true };
  const { orderBy, beyond } = inOrder({
    key: sortKeys[sort.by],
    id: tenders.id,
    descending: sort.descending,
    from: sql`${tenders} join ${projects} on ${projects.id} = ${tenders.projectId}`,
    after: page.after,
  });
  const rows = db
    .select({
      id: tenders.id,
      number: projects.number,
      title: projects.title,
      status: statusNow,
      communities: namesOfCommunities,
      serviceTypeZh: serviceTypes.zh,
      serviceTypeEn: serviceTypes.en,
      targetGroup: projects.targetGroup,
      quantity: projects.quantity,
      unit: projects.unit,
      ceiling: projects.ceiling,
      startsOn: projects.startsOn,
      endsOn: projects.endsOn,
      deadline: tenders.deadline,
      author: users.name,
      importNote: projects.importNote,
    })
    .from(tenders)
    .innerJoin(projects, eq(projects.id, tenders.projectId))
    .innerJoin(users, eq(users.id, tenders.authorId))
    .leftJoin(serviceTypes, eq(serviceTypes.code, projects.serviceType))
    .where(and(matching(by, wish), beyond))
    .orderBy(orderBy);
  return page.limit ? await rows.limit(page.limit) : await rows;
}

/** How many there are of them. */
export async function countProjects(by: OfficeStaff, wish: ProjectListWish): Promise<number> {
  const [row] = await db
    .select({ count: sql<number>`count(*)::int` })
    .from(tenders)
    .innerJoin(projects, eq(projects.id, tenders.projectId))
    .where(matching(by, wish));
  return row?.count ?? 0;
}

export async function listCommunities({ officeId }: OfficeStaff) {
  return await db
    .select({ id: communities.id, name: communities.name })
    .from(communities)
    .where(eq(communities.officeId, officeId))
    .orderBy(asc(communities.name));
}

function matching({ officeId }: OfficeStaff, { words, status, communityId }: ProjectListWish) {
  return and(
    eq(tenders.officeId, officeId),
    words ? holdsWords(tenders.grams, tenders.title, words) : undefined,
    status ? eq(statusNow, status) : undefined,
    communityId ? inArray(tenders.projectId, projectsOf(communityId)) : undefined,
  );
}

const projectsOf = (communityId: Id<"community">) =>
  db
    .select({ id: projectCommunities.projectId })
    .from(projectCommunities)
    .where(eq(projectCommunities.communityId, communityId));
