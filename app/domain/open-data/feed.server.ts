import { and, asc, desc, eq, inArray, isNotNull, or, type SQL, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { foundBy } from "#app/domain/searches/matching.server.ts";
import type { Search } from "#app/domain/searches/search.ts";
import type { Id } from "#app/values/id.ts";
import { db } from "#db/client.server.ts";
import { contracts, milestones } from "#db/schema/contracts.ts";
import { events, purchaseSubject } from "#db/schema/events.ts";
import { offices } from "#db/schema/offices.ts";
import { tenders } from "#db/schema/tenders.ts";
import {
  type News,
  newsOfDrafts,
  newsworthy,
  type PublicEvent,
  publicEvents,
} from "./contracting-process.ts";
import { findProcesses } from "./processes.server.ts";
import type { Publisher } from "./publisher.ts";
import type { Release } from "./release.ts";
import { releasesOf } from "./releases.ts";

const PAGE = 50;

const paidContract = alias(contracts, "paid_contract");

/** The public events of published tenders; one that might still be overtaken by another is not yet among them. */
const publicEventsQuery = (names: readonly (PublicEvent["name"] | News)[], condition?: SQL) =>
  db
    .select({
      id: events.id,
      name: events.name,
      at: events.at,
      tenderId: tenders.id,
      title: tenders.title,
      office: offices.name,
    })
    .from(events)
    .leftJoin(contracts, sql`${contracts.id} = (${events.detail} ->> 'contractId')::uuid`)
    .leftJoin(milestones, sql`${milestones.id} = (${events.detail} ->> 'milestoneId')::uuid`)
    .leftJoin(paidContract, eq(paidContract.id, milestones.contractId))
    .innerJoin(
      tenders,
      sql`${tenders.id} = coalesce(${paidContract.tenderId}, ${contracts.tenderId}, (${events.detail} ->> 'tenderId')::uuid)`,
    )
    .innerJoin(offices, eq(offices.id, tenders.officeId))
    .where(
      and(
        isNotNull(purchaseSubject(events.detail)),
        inArray(events.name, [...names]),
        or(isNotNull(tenders.publishedAt), inArray(events.name, [...newsOfDrafts])),
        sql`${events.transaction} < pg_snapshot_xmin(pg_current_snapshot())`,
        condition,
      ),
    );

/** All releases in the order in which they came about, fifty a page; `next` is where the following page begins. */
export async function listReleases(publisher: Publisher, after: Id<"event"> | undefined) {
  const beyond =
    after &&
    sql`(${events.transaction}, ${events.id}) > (select last.transaction, last.id from ${events} last where last.id = ${after})`;
  const found = await publicEventsQuery(publicEvents, beyond)
    .orderBy(asc(events.transaction), asc(events.id))
    .limit(PAGE + 1);
  const shown = found.slice(0, PAGE);
  const processes = await findProcesses([...new Set(shown.map(({ tenderId }) => tenderId))]);
  const all = new Map<string, Release>(
    processes.flatMap((process) =>
      releasesOf(process, publisher).map((release) => [release.id, release]),
    ),
  );
  return {
    releases: shown.flatMap(({ id }) => all.get(id) ?? []),
    next: found.length > PAGE ? shown.at(-1)?.id : undefined,
  };
}

/** The fifty newest drafts, notices and results; with a search the newest notices alone that it finds. */
export async function listNews(search?: Search) {
  const wanted = search && foundBy(search);
  const rows = await publicEventsQuery(search ? ["tender.published"] : news, wanted)
    .orderBy(desc(events.transaction), desc(events.id))
    .limit(PAGE);
  return rows.flatMap(({ name, ...row }) => (isNews(name) ? [{ name, ...row }] : []));
}

const news = [...newsworthy, ...newsOfDrafts] as const;
const isNews = (name: string): name is News => news.some((one) => one === name);

/** The contracting process of one published tender, as its releases. */
export async function findReleases(
  publisher: Publisher,
  tenderId: Id<"tender">,
): Promise<Release[]> {
  const [process] = await findProcesses([tenderId]);
  return process ? releasesOf(process, publisher) : [];
}

/** Every contracting process, the first published first, a few at a time. */
export async function* everyProcess(publisher: Publisher): AsyncGenerator<Release[]> {
  let page = await listPublished(undefined);
  while (page.length > 0) {
    for (const process of await findProcesses(page)) yield releasesOf(process, publisher);
    page = await listPublished(page.at(-1));
  }
}

async function listPublished(after: Id<"tender"> | undefined): Promise<Id<"tender">[]> {
  const { publishedAt, id } = tenders;
  const later =
    after &&
    sql`(${publishedAt}, ${id}) > (select last.published_at, last.id from tenders last where last.id = ${after})`;
  const rows = await db
    .select({ id })
    .from(tenders)
    .where(and(isNotNull(publishedAt), later))
    .orderBy(asc(publishedAt), asc(id))
    .limit(PAGE);
  return rows.map((row) => row.id);
}
