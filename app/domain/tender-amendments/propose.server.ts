import { and, eq } from "drizzle-orm";
import type { Act, Officer } from "#app/domain/act.ts";
import { record } from "#app/domain/record.server.ts";
import { Refusal } from "#app/domain/refusal.ts";
import { areCapsOver } from "#app/domain/tenders/readiness.ts";
import { type Id, newId } from "#app/values/id.ts";
import { db } from "#db/client.server.ts";
import { tenderAmendments } from "#db/schema/tender-amendments.ts";
import { amendmentProblem, changesBetween, type TenderTerms } from "./amendment.ts";
import { lockAmendable } from "./lock.server.ts";

export type TenderAmendmentWish = {
  tenderId: Id<"tender">;
  /** The whole file as it is to be; without a deadline it keeps the one that it has. */
  terms: TenderTerms;
  /** Whether it only corrects a slip of the pen. */
  slip: boolean;
  reason: string;
};

/** The officer proposes to amend a tender that takes bids; one amendment at a time, so that each is decided knowing the last. */
export async function proposeTenderAmendment(act: Act<Officer>, wish: TenderAmendmentWish) {
  const { tenderId, terms, slip, reason } = wish;
  const { officeId, userId: proposedBy } = act.by;
  return await db.transaction(async (tx) => {
    const { tender, terms: from } = await lockAmendable(tx, officeId, tenderId);
    const to = { ...terms, deadline: terms.deadline ?? from.deadline };
    const ofTender = eq(tenderAmendments.tenderId, tenderId);
    const waiting = and(ofTender, eq(tenderAmendments.state, "proposed"));
    if (await tx.$count(tenderAmendments, waiting)) {
      throw new Refusal("tender_amendment.another_open");
    }
    const problem = amendmentProblem({ from, to, slip }, tender.rules, tender.now);
    if (problem) throw new Refusal(problem);
    if (to.ceiling && areCapsOver(tender, to.ceiling)) {
      throw new Refusal("tender.caps_over_ceiling");
    }
    const id = newId<"tender_amendment">();
    const changes = changesBetween(from, to);
    const proposed = { proposedBy, proposedAt: tender.now };
    await tx.insert(tenderAmendments).values({ id, tenderId, slip, changes, reason, ...proposed });
    const said = { name: "tender.amendment_proposed", tenderId, amendmentId: id } as const;
    await record(tx, act, officeId, said);
    return id;
  });
}
