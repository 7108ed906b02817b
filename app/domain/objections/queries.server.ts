import { and, asc, eq, sql } from "drizzle-orm";
import type { OfficeStaff } from "#app/domain/act.ts";
import type { Id } from "#app/values/id.ts";
import { db } from "#db/client.server.ts";
import { objections } from "#db/schema/objections.ts";
import { tenders } from "#db/schema/tenders.ts";

const said = {
  id: objections.id,
  from: sql<
    "organization" | "resident"
  >`case when ${objections.residentId} is null then 'organization' else 'resident' end`,
  text: objections.text,
  writtenAt: objections.writtenAt,
  upheld: objections.upheld,
  reason: objections.reason,
};

const objectionsQuery = db
  .select(said)
  .from(objections)
  .where(eq(objections.tenderId, sql.placeholder("tenderId")))
  .orderBy(asc(objections.writtenAt), asc(objections.id))
  .prepare("objections_to_tender");

/** What was objected to buying from one supplier, and decided on it, oldest first, by kind of author alone. */
export const listObjections = (tenderId: Id<"tender">) => objectionsQuery.execute({ tenderId });

/** The title of a tender to which one may object now, or could; undefined where nobody can. */
export async function findObjectable(tenderId: Id<"tender">) {
  const [found] = await db
    .select({
      id: tenders.id,
      title: tenders.title,
      method: tenders.method,
      open: sql<boolean>`${tenders.status} = 'publicised' and tender_clock(${tenders.suspendedAt}) < ${tenders.standstillEndsAt}`,
    })
    .from(tenders)
    .where(and(eq(tenders.id, tenderId), sql`${tenders.publicisedAt} is not null`));
  return found;
}

/** An objection to the office's tender, to be decided. */
export async function findObjection(
  { officeId }: OfficeStaff,
  tenderId: Id<"tender">,
  objectionId: Id<"objection">,
) {
  const [found] = await db
    .select({ ...said, title: tenders.title, recommendedBy: tenders.recommendedBy })
    .from(objections)
    .innerJoin(tenders, eq(tenders.id, objections.tenderId))
    .where(
      and(
        eq(objections.id, objectionId),
        eq(objections.tenderId, tenderId),
        eq(tenders.officeId, officeId),
      ),
    );
  return found;
}
