import { eq } from "drizzle-orm";
import type { Act, Officer } from "#app/domain/act.ts";
import { record } from "#app/domain/record.server.ts";
import { Refusal, type RefusalCode } from "#app/domain/refusal.ts";
import type { Id } from "#app/values/id.ts";
import { db } from "#db/client.server.ts";
import { milestones } from "#db/schema/contracts.ts";
import { lockContract } from "./lock.server.ts";
import { type MilestoneProblem, type MilestoneTerms, milestoneProblems } from "./terms.ts";

/** How each thing wrong with milestones is said. */
export const milestoneRefusals = {
  count: "milestones.count",
  cap: "milestones.cap",
  sum: "milestones.sum",
  order: "milestones.order",
  period: "milestones.period",
} as const satisfies Record<MilestoneProblem, RefusalCode>;

/** The officer divides the value into one to four milestones; refused once either side has signed. */
export async function divideContract(
  act: Act<Officer>,
  { contractId, terms }: { contractId: Id<"contract">; terms: MilestoneTerms[] },
) {
  await db.transaction(async (tx) => {
    const contract = await lockContract(tx, act.by, contractId);
    const { status, officeSignedAt, organizationSignedAt, value, officeId } = contract;
    if (status !== "pending") throw new Refusal("lifecycle.not_now");
    if (officeSignedAt || organizationSignedAt) throw new Refusal("milestones.signed");
    const [problem] = milestoneProblems(terms, value, contract);
    if (problem) throw new Refusal(milestoneRefusals[problem]);

    await tx.delete(milestones).where(eq(milestones.contractId, contractId));
    await tx
      .insert(milestones)
      .values(terms.map((term, index) => ({ contractId, position: index + 1, ...term })));
    await record(tx, act, officeId, { name: "contract.divided", contractId, parts: terms.length });
  });
}
