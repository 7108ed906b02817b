import { and, asc, eq, gt, isNull, lte, type SQL, sql } from "drizzle-orm";
import type { Operator } from "#app/domain/act.ts";
import { type Day, instantOf } from "#app/values/time.ts";
import { db } from "#db/client.server.ts";
import { consultations } from "#db/schema/consultations.ts";
import { offices } from "#db/schema/offices.ts";
import { tenders } from "#db/schema/tenders.ts";

const MOST = 100;

/** Of every office, what ends on a day: bids, standstills and comments on drafts. The day's 24:00 belongs to it. */
export async function listDeadlinesOn(_by: Operator, day: Day) {
  const [closing, standing, consulted] = await Promise.all([
    listEnding(tenders.deadline, and(eq(tenders.status, "open"), within(tenders.deadline, day))),
    listEnding(
      tenders.standstillEndsAt,
      and(eq(tenders.status, "publicised"), within(tenders.standstillEndsAt, day)),
    ),
    listEnding(
      consultations.closesAt,
      and(isNull(consultations.endedAt), within(consultations.closesAt, day)),
    ),
  ]);
  return [
    ...closing.map((row) => ({ ...row, what: "bids" as const })),
    ...standing.map((row) => ({ ...row, what: "standstill" as const })),
    ...consulted.map((row) => ({ ...row, what: "comments" as const })),
  ];
}

type Ending =
  | typeof tenders.deadline
  | typeof tenders.standstillEndsAt
  | typeof consultations.closesAt;

const within = (ending: Ending, day: Day) =>
  and(gt(ending, instantOf(day, 0)), lte(ending, instantOf(day, 1440)));

/** A draft has no more than one consultation that has not ended. */
const listEnding = (ending: Ending, which: SQL | undefined) =>
  db
    .select({
      id: tenders.id,
      title: tenders.title,
      office: offices.name,
      at: sql<Date>`${ending}`.mapWith(tenders.deadline),
    })
    .from(tenders)
    .innerJoin(offices, eq(offices.id, tenders.officeId))
    .leftJoin(
      consultations,
      and(eq(consultations.tenderId, tenders.id), isNull(consultations.endedAt)),
    )
    .where(which)
    .orderBy(asc(ending))
    .limit(MOST);
