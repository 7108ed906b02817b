import { and, count, eq, or, type SQL, sql } from "drizzle-orm";
import type { Manager, OfficeStaff } from "#app/domain/act.ts";
import { inOrder, type Sort } from "#app/domain/in-order.server.ts";
import { holdsWords } from "#app/domain/tenders/matching.server.ts";
import { db } from "#db/client.server.ts";
import { contracts } from "#db/schema/contracts.ts";
import { organizations } from "#db/schema/organizations.ts";
import { tenders } from "#db/schema/tenders.ts";
import type { ContractStatus } from "./contract.ts";
import { contractsOf } from "./lock.server.ts";
import { contractLines } from "./queries.server.ts";

export const CONTRACTS_A_PAGE = 20;

export const contractSorts = ["number", "value", "period"] as const;
type ContractSort = (typeof contractSorts)[number];

export type OwnContractsWish = {
  words?: string | undefined;
  status?: ContractStatus | undefined;
  /** Those that wait for a signature first, then the newest, unless told otherwise. */
  sort?: Sort<ContractSort> | undefined;
};

const sortKeys: Record<ContractSort | "waiting", SQL> = {
  waiting: sql`(${contracts.status} = 'pending')`,
  number: sql`${contracts.number}`,
  value: sql`${contracts.value}`,
  period: sql`${contracts.endsOn}`,
};

/** The contracts of the reader's office or organization: a page after the contract `after`, or all of them for a download. */
export async function listOwnContracts(
  by: OfficeStaff | Manager,
  wish: OwnContractsWish = {},
  page: { after?: string | undefined; limit?: number } = {},
) {
  const sort = wish.sort ?? { by: "waiting", descending: true };
  const { orderBy, beyond } = inOrder({
    key: sortKeys[sort.by],
    id: contracts.id,
    descending: sort.descending,
    from: sql`${contracts}`,
    after: page.after,
  });
  const rows = contractLines()
    .innerJoin(tenders, eq(tenders.id, contracts.tenderId))
    .where(and(matching(by, wish), beyond))
    .orderBy(orderBy);
  return page.limit ? await rows.limit(page.limit) : await rows;
}

/** How many there are of them. */
export async function countOwnContracts(by: OfficeStaff | Manager, wish: OwnContractsWish) {
  const [found] = await db
    .select({ count: count() })
    .from(contracts)
    .innerJoin(organizations, eq(organizations.id, contracts.organizationId))
    .innerJoin(tenders, eq(tenders.id, contracts.tenderId))
    .where(matching(by, wish));
  return found?.count ?? 0;
}

function matching(by: OfficeStaff | Manager, { words, status }: OwnContractsWish) {
  return and(
    contractsOf(by),
    status && eq(contracts.status, status),
    words
      ? or(
          holdsWords(tenders.grams, tenders.title, words),
          holdsWords(organizations.grams, organizations.name, words),
        )
      : undefined,
  );
}
