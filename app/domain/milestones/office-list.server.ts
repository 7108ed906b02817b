import { and, eq, or, type SQL, sql } from "drizzle-orm";
import type { OfficeStaff } from "#app/domain/act.ts";
import type { MilestoneState } from "#app/domain/contracts/contract.ts";
import { inOrder, type Sort } from "#app/domain/in-order.server.ts";
import { holdsWords } from "#app/domain/tenders/matching.server.ts";
import { db } from "#db/client.server.ts";
import { contracts, milestones } from "#db/schema/contracts.ts";
import { organizations } from "#db/schema/organizations.ts";
import { tenders } from "#db/schema/tenders.ts";
import { milestoneLine } from "./queries.server.ts";

type Reader = Pick<OfficeStaff, "officeId">;

export const MILESTONES_A_PAGE = 20;

export const milestoneSorts = ["due", "cap"] as const;
type MilestoneSort = (typeof milestoneSorts)[number];

export type MilestonesWish = {
  words?: string | undefined;
  state?: MilestoneState | undefined;
  /** Those that wait for the office first, then the next due, unless told otherwise. */
  sort?: Sort<MilestoneSort> | undefined;
};

const sortKeys: Record<MilestoneSort | "waiting", SQL> = {
  waiting: sql`(case ${milestones.state} when 'claimed' then '1 ' when 'accepted' then '2 ' when 'scheduled' then '3 ' else '4 ' end || ${milestones.dueOn})`,
  due: sql`${milestones.dueOn}`,
  cap: sql`${milestones.cap}`,
};

/** The milestones of the office's signed contracts: a page after the milestone `after`, or all of them for a download. */
export async function listOfficeMilestones(
  by: Reader,
  wish: MilestonesWish = {},
  page: { after?: string | undefined; limit?: number } = {},
) {
  const sort = wish.sort ?? { by: "waiting", descending: false };
  const { orderBy, beyond } = inOrder({
    key: sortKeys[sort.by],
    id: milestones.id,
    descending: sort.descending,
    from: sql`${milestones}`,
    after: page.after,
  });
  const rows = db
    .select(milestoneLine)
    .from(milestones)
    .innerJoin(contracts, eq(contracts.id, milestones.contractId))
    .innerJoin(organizations, eq(organizations.id, contracts.organizationId))
    .innerJoin(tenders, eq(tenders.id, contracts.tenderId))
    .where(and(matching(by, wish), beyond))
    .orderBy(orderBy);
  return page.limit ? await rows.limit(page.limit) : await rows;
}

/** How many there are of them. */
export async function countOfficeMilestones(by: Reader, wish: MilestonesWish): Promise<number> {
  const [found] = await db
    .select({ count: sql<number>`count(*)::int` })
    .from(milestones)
    .innerJoin(contracts, eq(contracts.id, milestones.contractId))
    .innerJoin(organizations, eq(organizations.id, contracts.organizationId))
    .innerJoin(tenders, eq(tenders.id, contracts.tenderId))
    .where(matching(by, wish));
  return found?.count ?? 0;
}

function matching({ officeId }: Reader, { words, state }: MilestonesWish) {
  return and(
    eq(contracts.officeId, officeId),
    sql`${contracts.activatedAt} is not null`,
    state && eq(milestones.state, state),
    words
      ? or(
          holdsWords(tenders.grams, tenders.title, words),
          holdsWords(organizations.grams, organizations.name, words),
        )
      : undefined,
  );
}
