import { and, asc, eq, isNull } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { OfficeStaff } from "#app/domain/act.ts";
import type { Id } from "#app/values/id.ts";
import { db } from "#db/client.server.ts";
import { users } from "#db/schema/accounts.ts";
import { funds, yearEnds } from "#db/schema/fund.ts";

const toFund = alias(funds, "to_fund");
const decider = alias(users, "decider");

/** What was proposed and decided of the fund's year end, in its rounds. */
export async function listYearEnds({ officeId }: OfficeStaff, fundId: Id<"fund">) {
  return await db
    .select({
      id: yearEnds.id,
      decision: yearEnds.decision,
      toFundId: yearEnds.toFundId,
      to: toFund.name,
      note: yearEnds.note,
      proposedById: yearEnds.proposedBy,
      proposedBy: users.name,
      proposedAt: yearEnds.proposedAt,
      decidedBy: decider.name,
      decidedAt: yearEnds.decidedAt,
      approved: yearEnds.approved,
      amount: yearEnds.amount,
    })
    .from(yearEnds)
    .innerJoin(funds, eq(funds.id, yearEnds.fundId))
    .innerJoin(users, eq(users.id, yearEnds.proposedBy))
    .leftJoin(toFund, eq(toFund.id, yearEnds.toFundId))
    .leftJoin(decider, eq(decider.id, yearEnds.decidedBy))
    .where(and(eq(yearEnds.fundId, fundId), eq(funds.officeId, officeId)))
    .orderBy(asc(yearEnds.round));
}

/** The funds of the office whose year end waits for an approver. */
export async function listYearEndsToDecide({ officeId }: Pick<OfficeStaff, "officeId">) {
  return await db
    .select({ fundId: funds.id, name: funds.name, year: funds.year })
    .from(yearEnds)
    .innerJoin(funds, eq(funds.id, yearEnds.fundId))
    .where(and(eq(funds.officeId, officeId), isNull(yearEnds.decidedAt)))
    .orderBy(asc(yearEnds.proposedAt));
}
