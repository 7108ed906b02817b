import { and, eq, inArray, isNotNull, ne, notInArray, sql } from "drizzle-orm";
import { type Fen, fen } from "#app/values/money.ts";
import { dayOf, ZONE } from "#app/values/time.ts";
import type { db, Tx } from "#db/client.server.ts";
import { contracts } from "#db/schema/contracts.ts";
import { funds } from "#db/schema/fund.ts";
import { projects } from "#db/schema/projects.ts";
import { tenders } from "#db/schema/tenders.ts";
import { methodSettings } from "./method.ts";
import { findForbiddenItem } from "./negative-list.server.ts";
import { findThresholds } from "./rules.server.ts";
import { methods, type TenderStatus } from "./tender.ts";
import { allowedMethods, type LikePurchase, limitOf } from "./thresholds.ts";

type Reader = Tx | typeof db;
type Tender = Pick<
  typeof tenders.$inferSelect,
  "id" | "officeId" | "title" | "profile" | "method" | "invitedOrganizationId"
>;
type Project = Pick<
  typeof projects.$inferSelect,
  "ceiling" | "serviceType" | "budgetItem" | "fundId"
>;

const ended: TenderStatus[] = ["draft", "consulting", "failed", "cancelled"];
const onTheWay: TenderStatus[] = [
  "in_review",
  "open",
  "closed",
  "evaluating",
  "recommended",
  "publicised",
  "awarded",
];
const closedMethods = methods.filter((method) => !methodSettings[method].open);

/**
 * What the thresholds and the office's other purchases of the year say of a tender: the methods that its value allows,
 * like purchases that are not open either, and what the invited supplier already gets, in fen; and whether it may be
 * bought as a service at all.
 */
export async function findMarket(reader: Reader, tender: Tender, project: Project, now: Date) {
  const bands = await findThresholds(reader);
  const allowed = project.ceiling === null ? [] : allowedMethods(bands, project.ceiling);
  return {
    allowed,
    limit: limitOf(bands, tender),
    alike: await listLikePurchases(reader, tender, project),
    supplierTotal: await supplierTotalOf(reader, tender, now),
    forbidden: (await findForbiddenItem(reader, tender.title)) !== undefined,
  };
}

export type Market = Awaited<ReturnType<typeof findMarket>>;

/** The office's purchases of the same budget item, kind of service and year that are not open; none beside an open one. */
async function listLikePurchases(
  reader: Reader,
  { id, officeId, method }: Tender,
  { serviceType, budgetItem, fundId }: Project,
): Promise<LikePurchase[]> {
  if (methodSettings[method].open || !serviceType || !fundId) return [];
  const rows = await reader
    .select({
      tenderId: tenders.id,
      title: tenders.title,
      method: tenders.method,
      ceiling: projects.ceiling,
    })
    .from(tenders)
    .innerJoin(projects, eq(projects.id, tenders.projectId))
    .innerJoin(funds, eq(funds.id, projects.fundId))
    .where(
      and(
        eq(tenders.officeId, officeId),
        ne(tenders.id, id),
        notInArray(tenders.status, ended),
        inArray(tenders.method, closedMethods),
        eq(projects.serviceType, serviceType),
        eq(projects.budgetItem, budgetItem),
        eq(funds.year, sql`(select f.year from ${funds} f where f.id = ${fundId})`),
      ),
    )
    .orderBy(tenders.id);
  return rows.map((row) => ({ ...row, ceiling: row.ceiling ?? fen(0) }));
}

/** What the office gave the invited organization this year by the same method, and what is on its way to it. */
async function supplierTotalOf(
  reader: Reader,
  { id, officeId, method, invitedOrganizationId }: Tender,
  now: Date,
): Promise<Fen> {
  if (!invitedOrganizationId) return fen(0);
  const [row] = await reader
    .select({
      total: sql<string>`coalesce(sum(coalesce(${contracts.value}, ${projects.ceiling})), 0)`,
    })
    .from(tenders)
    .innerJoin(projects, eq(projects.id, tenders.projectId))
    .leftJoin(contracts, and(eq(contracts.tenderId, tenders.id), isNotNull(contracts.activatedAt)))
    .where(
      and(
        eq(tenders.officeId, officeId),
        ne(tenders.id, id),
        eq(tenders.method, method),
        eq(tenders.invitedOrganizationId, invitedOrganizationId),
        inArray(tenders.status, [...onTheWay, "contracted"]),
        sql`extract(year from coalesce(${tenders.publishedAt}, ${now.toISOString()}::timestamptz) at time zone ${ZONE}) = ${yearOf(now)}`,
      ),
    );
  return fen(Number(row?.total ?? 0));
}

const yearOf = (at: Date) => Number(dayOf(at).slice(0, 4));
