import { and, asc, desc, eq, isNotNull, isNull, lt, type SQL, sql } from "drizzle-orm";
import type { AnyPgColumn } from "drizzle-orm/pg-core";
import type { Manager, Operator } from "#app/domain/act.ts";
import { summaryOfCounts } from "#app/domain/reviews/statistics.ts";
import type { Id } from "#app/values/id.ts";
import type { Day } from "#app/values/time.ts";
import { db } from "#db/client.server.ts";
import { users } from "#db/schema/accounts.ts";
import { contracts } from "#db/schema/contracts.ts";
import { offices } from "#db/schema/offices.ts";
import { organizations } from "#db/schema/organizations.ts";
import { contractSummaries } from "#db/schema/statistics.ts";
import type { Grade } from "./document.ts";
import { givenGrade, gradeColumns, gradedAtLeast } from "./document-queries.server.ts";
import { type OrganizationStanding, standingOf } from "./organization.ts";
import { findStanding, isSuspended, listSuspensions } from "./suspension.server.ts";

const PAGE = 20;

const listed = {
  id: organizations.id,
  name: organizations.name,
  creditCode: organizations.creditCode,
  verifiedAt: organizations.verifiedAt,
  registeredAt: organizations.registeredAt,
  rejectedReason: organizations.rejectedReason,
  suspended: isSuspended,
  ...gradeColumns,
};

type Wanted = {
  words?: string | undefined;
  /** Only those whose grade counts on this day and is at least so high. */
  graded?: { atLeast: Grade; on: Day } | undefined;
  after?: Id<"organization"> | undefined;
};

/** Verified organizations, newest first, whose name holds the words; `next` is where the next page begins. */
export async function listOrganizations({ after, ...wanted }: Wanted) {
  return await pageOf(and(wantedOf(wanted), after && lt(organizations.id, after)));
}

/** How many verified organizations are wanted. */
export async function countOrganizations(wanted: Omit<Wanted, "after"> = {}): Promise<number> {
  return await db.$count(organizations, wantedOf(wanted));
}

const wantedOf = ({ words = "", graded }: Wanted) =>
  and(
    isNotNull(organizations.verifiedAt),
    named(words),
    graded && gradedAtLeast(graded.atLeast, graded.on),
  );

type WantedByOperator = {
  words: string;
  standing: OrganizationStanding | undefined;
  after: Id<"organization"> | undefined;
};

/** Every organization that ever registered, for the operator. */
export async function listAllOrganizations(_by: Operator, wanted: WantedByOperator) {
  const { words, standing, after } = wanted;
  const all = and(named(words), standing && ofStanding[standing]);
  const [page, total] = await Promise.all([
    pageOf(and(all, after && lt(organizations.id, after))),
    db.$count(organizations, all),
  ]);
  const rows = page.rows.map((row) => ({ ...row, standing: standingOf(row) }));
  return { ...page, rows, total };
}

const ofStanding = {
  verified: isNotNull(organizations.verifiedAt),
  waiting: and(isNull(organizations.verifiedAt), isNull(organizations.rejectedReason)),
  rejected: and(isNull(organizations.verifiedAt), isNotNull(organizations.rejectedReason)),
} satisfies Record<OrganizationStanding, SQL | undefined>;

async function pageOf(condition: SQL | undefined) {
  const found = await db
    .select(listed)
    .from(organizations)
    .where(condition)
    .orderBy(desc(organizations.id))
    .limit(PAGE + 1);
  const rows = found.slice(0, PAGE).map(withGrade);
  return { rows, next: found.length > PAGE ? (rows.at(-1)?.id ?? null) : null };
}

/** A row with its grade as one thing. */
function withGrade<Row extends { grade: number | null; gradeExpiresOn: Day | null }>(row: Row) {
  const { grade: _grade, gradeExpiresOn: _expiresOn, ...rest } = row;
  return { ...rest, grade: givenGrade(row) };
}

const verifiedQuery = db
  .select({ ...listed, introduction: organizations.introduction, street: offices.name })
  .from(organizations)
  .leftJoin(offices, eq(offices.id, organizations.officeId))
  .where(and(eq(organizations.id, sql.placeholder("id")), isNotNull(organizations.verifiedAt)))
  .prepare("verified_organization");

const contractsQuery = db
  .select({
    id: contracts.id,
    number: contracts.number,
    title: contracts.title,
    status: contracts.status,
    value: contracts.value,
    office: offices.name,
    startsOn: contracts.startsOn,
    endsOn: contracts.endsOn,
  })
  .from(contracts)
  .innerJoin(offices, eq(offices.id, contracts.officeId))
  .where(and(eq(contracts.organizationId, sql.placeholder("id")), isNotNull(contracts.activatedAt)))
  .orderBy(desc(contracts.activatedAt))
  .limit(100)
  .prepare("contracts_of_organization");

const ratingsQuery = db
  .select({
    rated: total(contractSummaries.rated),
    satisfied: total(contractSummaries.satisfied),
    ratingSum: total(contractSummaries.ratingSum),
  })
  .from(contractSummaries)
  .innerJoin(contracts, eq(contracts.id, contractSummaries.contractId))
  .where(eq(contracts.organizationId, sql.placeholder("id")))
  .prepare("ratings_of_organization");

/** A verified organization as everybody may see it, with the contracts it has signed and what residents rated it under all of them. */
export async function findOrganization(id: Id<"organization">) {
  const [[organization], signed, [counts], suspensions] = await Promise.all([
    verifiedQuery.execute({ id }),
    contractsQuery.execute({ id }),
    ratingsQuery.execute({ id }),
    listSuspensions(id),
  ]);
  if (!organization || !counts) return undefined;
  return {
    ...withGrade(organization),
    contracts: signed,
    ratings: summaryOfCounts(counts),
    suspensions,
  };
}

/** The reader's own organization with its standing. */
export async function findOwnOrganization(by: Manager) {
  return await findWithStanding(by.organizationId);
}

/** Any organization, for the operator who checks it. */
export async function findOrganizationToCheck(_by: Operator, id: Id<"organization">) {
  return await findWithStanding(id);
}

/** Registrations that wait for the operator, longest first. */
export async function listOrganizationsToCheck(_by: Operator) {
  return await db
    .select({
      id: organizations.id,
      name: organizations.name,
      registeredAt: organizations.registeredAt,
    })
    .from(organizations)
    .where(ofStanding.waiting)
    .orderBy(asc(organizations.registeredAt))
    .limit(100);
}

async function findWithStanding(id: Id<"organization">) {
  const [row] = await db
    .select({
      id: organizations.id,
      name: organizations.name,
      kind: organizations.kind,
      creditCode: organizations.creditCode,
      officeId: organizations.officeId,
      street: offices.name,
      leader: users.name,
      introduction: organizations.introduction,
      contactName: organizations.contactName,
      contactPhone: organizations.contactPhone,
      registeredAt: organizations.registeredAt,
      verifiedAt: organizations.verifiedAt,
      rejectedReason: organizations.rejectedReason,
      ...gradeColumns,
    })
    .from(organizations)
    .leftJoin(offices, eq(offices.id, organizations.officeId))
    .leftJoin(users, eq(users.id, organizations.leaderId))
    .where(eq(organizations.id, id));
  const suspension = row && (await findStanding(db, id));
  return row && { ...withGrade(row), standing: standingOf(row), suspension };
}

function total(counted: AnyPgColumn) {
  return sql<number>`coalesce(sum(${counted}), 0)::int`;
}

/** Chinese search: the index finds names by their 1- and 2-grams, the text itself decides. */
function named(words: string) {
  const wanted = words.trim();
  if (!wanted) return undefined;
  return and(
    sql`${organizations.grams} @> search_grams(${wanted})`,
    sql`strpos(lower(${organizations.name}), lower(${wanted})) > 0`,
  );
}
