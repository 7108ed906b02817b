import { and, asc, eq } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { OfficeStaff } from "#app/domain/act.ts";
import type { Id } from "#app/values/id.ts";
import { db } from "#db/client.server.ts";
import { users } from "#db/schema/accounts.ts";
import { projects } from "#db/schema/projects.ts";
import { tenderAmendments } from "#db/schema/tender-amendments.ts";
import { tenders } from "#db/schema/tenders.ts";
import { rulesNow } from "../tenders/rules.server.ts";
import { statusNow } from "../tenders/status-now.server.ts";

/** What was amended in a tender's file, for everybody to read, oldest first. */
export async function listTenderAmendments(tenderId: Id<"tender">) {
  return await db
    .select({
      id: tenderAmendments.id,
      number: tenderAmendments.number,
      slip: tenderAmendments.slip,
      changes: tenderAmendments.changes,
      reason: tenderAmendments.reason,
      decidedAt: tenderAmendments.decidedAt,
    })
    .from(tenderAmendments)
    .where(and(eq(tenderAmendments.tenderId, tenderId), eq(tenderAmendments.state, "approved")))
    .orderBy(asc(tenderAmendments.number));
}

/** The office's tender with the terms that an amendment would change. */
export async function findAmendable({ officeId }: OfficeStaff, tenderId: Id<"tender">) {
  const [found] = await db
    .select({
      id: tenders.id,
      status: statusNow,
      rules: rulesNow,
      terms: {
        title: tenders.title,
        contractDraft: tenders.contractDraft,
        deadline: tenders.deadline,
        need: projects.need,
        targetGroup: projects.targetGroup,
        quantity: projects.quantity,
        unit: projects.unit,
        ceiling: projects.ceiling,
        startsOn: projects.startsOn,
        endsOn: projects.endsOn,
      },
    })
    .from(tenders)
    .innerJoin(projects, eq(projects.id, tenders.projectId))
    .where(and(eq(tenders.id, tenderId), eq(tenders.officeId, officeId)));
  return found;
}

const proposer = alias(users, "proposer");

/** An amendment of the office's tender, whatever has become of it. */
export async function findTenderAmendment(
  { officeId }: OfficeStaff,
  tenderId: Id<"tender">,
  amendmentId: Id<"tender_amendment">,
) {
  const [found] = await db
    .select({
      amendment: tenderAmendments,
      proposer: proposer.name,
      title: tenders.title,
      status: statusNow,
    })
    .from(tenderAmendments)
    .innerJoin(tenders, eq(tenders.id, tenderAmendments.tenderId))
    .innerJoin(proposer, eq(proposer.id, tenderAmendments.proposedBy))
    .where(
      and(
        eq(tenderAmendments.id, amendmentId),
        eq(tenderAmendments.tenderId, tenderId),
        eq(tenders.officeId, officeId),
      ),
    );
  return found;
}
