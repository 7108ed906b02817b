import { and, asc, count, desc, eq, isNotNull, or, type SQL, sql } from "drizzle-orm";
import type { Manager, OfficeStaff } from "#app/domain/act.ts";
import { tenderNow } from "#app/domain/tenders/status-now.server.ts";
import type { Id } from "#app/values/id.ts";
import { db } from "#db/client.server.ts";
import { tenderSuspensions } from "#db/schema/challenges.ts";
import { contracts, milestones } from "#db/schema/contracts.ts";
import { offices } from "#db/schema/offices.ts";
import { organizations } from "#db/schema/organizations.ts";
import { projects } from "#db/schema/projects.ts";
import { contractSummaries } from "#db/schema/statistics.ts";
import { tenders } from "#db/schema/tenders.ts";
import { listAmendments } from "./changes.server.ts";
import type { ContractStatus } from "./contract.ts";

const PAGE = 20;

const line = {
  id: contracts.id,
  number: contracts.number,
  title: contracts.title,
  status: contracts.status,
  office: offices.name,
  organizationId: contracts.organizationId,
  organization: organizations.name,
  value: contracts.value,
  startsOn: contracts.startsOn,
  endsOn: contracts.endsOn,
  officeSignedAt: contracts.officeSignedAt,
  organizationSignedAt: contracts.organizationSignedAt,
  activatedAt: contracts.activatedAt,
};

/** Contracts as lists show them. */
export const contractLines = () =>
  db
    .select(line)
    .from(contracts)
    .innerJoin(offices, eq(offices.id, contracts.officeId))
    .innerJoin(organizations, eq(organizations.id, contracts.organizationId))
    .$dynamic();

export type ContractFilter = { q?: string; status?: ContractStatus; after?: string };

/** Contracts that came into force, the newest first, twenty a page; `next` is where the following page starts. */
export async function listPublicContracts({ after, ...filter }: ContractFilter) {
  const wanted = inForce(filter);
  const rows = await contractLines()
    .innerJoin(tenders, eq(tenders.id, contracts.tenderId))
    .where(and(wanted, after ? startingAfter(after) : undefined))
    .orderBy(desc(contracts.activatedAt), desc(contracts.id))
    .limit(PAGE + 1);
  const shown = rows.slice(0, PAGE);
  const last = shown.at(-1);
  return { rows: shown, next: rows.length > PAGE && last ? last.id : null };
}

/** How many there are on all pages. */
export async function countPublicContracts(filter: ContractFilter): Promise<number> {
  const [found] = await db
    .select({ count: count() })
    .from(contracts)
    .innerJoin(organizations, eq(organizations.id, contracts.organizationId))
    .innerJoin(tenders, eq(tenders.id, contracts.tenderId))
    .where(inForce(filter));
  return found?.count ?? 0;
}

const pausedSinceAward = sql`coalesce((select sum(extract(epoch from s.until - greatest(s."from", ${tenders.awardedAt})))
  from ${tenderSuspensions} s where s.tender_id = ${tenders.id} and s.until > ${tenders.awardedAt}), 0)`;

const detailQuery = db
  .select({
    ...line,
    officeId: contracts.officeId,
    projectId: contracts.projectId,
    tenderId: contracts.tenderId,
    quantity: contracts.quantity,
    unit: contracts.unit,
    text: contracts.text,
    ceiling: projects.ceiling,
    awardedAt: tenders.awardedAt,
    booked: contractSummaries.booked,
    delivered: contractSummaries.delivered,
    noticeNumber: tenders.noticeNumber,
    performanceShareBp: contracts.performanceShareBp,
    signingDays: sql<number | null>`(${tenders.rules} ->> 'signingDays')::int`,
    suspended: sql<boolean>`${tenders.suspendedAt} is not null`,
    /** For how long the tender was suspended since the award, in milliseconds. */
    paused: sql<number>`(${pausedSinceAward} * 1000)::float8`,
    signingOver: sql<boolean>`coalesce(${tenders.awardedAt} + (${tenders.rules} ->> 'signingDays')::int * interval '1 day'
      + ${pausedSinceAward} * interval '1 second' < ${tenderNow}, false)`,
    terminatedAt: contracts.terminatedAt,
    terminatedReason: contracts.terminatedReason,
    closedAt: contracts.closedAt,
  })
  .from(contracts)
  .innerJoin(offices, eq(offices.id, contracts.officeId))
  .innerJoin(organizations, eq(organizations.id, contracts.organizationId))
  .innerJoin(projects, eq(projects.id, contracts.projectId))
  .innerJoin(tenders, eq(tenders.id, contracts.tenderId))
  .leftJoin(contractSummaries, eq(contractSummaries.contractId, contracts.id))
  .where(eq(contracts.id, sql.placeholder("contractId")))
  .prepare("contract_detail");

const progressQuery = db
  .select({
    status: contracts.status,
    booked: contractSummaries.booked,
    delivered: contractSummaries.delivered,
  })
  .from(contracts)
  .leftJoin(contractSummaries, eq(contractSummaries.contractId, contracts.id))
  .where(eq(contracts.tenderId, sql.placeholder("tenderId")))
  .orderBy(sql`${contractSummaries.delivered} desc nulls last`)
  .limit(1)
  .prepare("contract_progress");

/** How far the contract of a tender has come; of several, the one that delivered most. */
export async function findProgress(tenderId: Id<"tender">) {
  const [found] = await progressQuery.execute({ tenderId });
  return found;
}

const milestonesQuery = db
  .select({
    id: milestones.id,
    position: milestones.position,
    name: milestones.name,
    dueOn: milestones.dueOn,
    cap: milestones.cap,
    state: milestones.state,
    claimedAt: milestones.claimedAt,
    acceptedAt: milestones.acceptedAt,
    paidAt: milestones.paidAt,
    pay: milestones.pay,
  })
  .from(milestones)
  .where(eq(milestones.contractId, sql.placeholder("contractId")))
  .orderBy(asc(milestones.position))
  .prepare("contract_milestones");

/** A contract as everybody may read it, from the day it was drawn up. */
export async function findPublicContract(contractId: Id<"contract">) {
  const [contract] = await detailQuery.execute({ contractId });
  if (!contract) return undefined;
  const [all, amendments] = await Promise.all([
    milestonesQuery.execute({ contractId }),
    listAmendments(contractId),
  ]);
  return { ...contract, milestones: all, amendments };
}

/** The same, for the office or the organization that is a side of it; to others it is not theirs. */
export async function findOwnContract(by: OfficeStaff | Manager, contractId: Id<"contract">) {
  const contract = await findPublicContract(contractId);
  if (!contract) return undefined;
  const own =
    by.role === "manager"
      ? contract.organizationId === by.organizationId
      : contract.officeId === by.officeId;
  return own ? contract : undefined;
}

function inForce({ q, status }: ContractFilter): SQL | undefined {
  return and(
    isNotNull(contracts.activatedAt),
    status && eq(contracts.status, status),
    q ? named(q) : undefined,
  );
}

/** Holds where the contract's title or its organization's name contains the words. */
function named(q: string): SQL | undefined {
  const grams = sql`search_grams(${q})`;
  return or(
    sql`${tenders.grams} @> ${grams} and strpos(lower(${tenders.title}), lower(${q})) > 0`,
    sql`${organizations.grams} @> ${grams} and strpos(lower(${organizations.name}), lower(${q})) > 0`,
  );
}

function startingAfter(contractId: string): SQL {
  return sql`(${contracts.activatedAt}, ${contracts.id}) < (select c.activated_at, c.id from contracts c where c.id = ${contractId})`;
}
