import { and, asc, eq, isNull } from "drizzle-orm";
import type { Id } from "#app/values/id.ts";
import { db } from "#db/client.server.ts";
import { contractAmendments, contractTerminations } from "#db/schema/contract-changes.ts";

import type { AmendmentLine } from "./contract-detail.ts";

const amendmentsQuery = () =>
  db
    .select({
      id: contractAmendments.id,
      number: contractAmendments.number,
      documentNumber: contractAmendments.documentNumber,
      state: contractAmendments.state,
      code: contractAmendments.code,
      text: contractAmendments.text,
      valueChange: contractAmendments.valueChange,
      newValue: contractAmendments.newValue,
      quantityChange: contractAmendments.quantityChange,
      newEndsOn: contractAmendments.newEndsOn,
      parts: contractAmendments.parts,
      proposedBy: contractAmendments.proposedBy,
      proposedAt: contractAmendments.proposedAt,
      agreedAt: contractAmendments.agreedAt,
      at: contractAmendments.at,
    })
    .from(contractAmendments)
    .$dynamic();

/** A contract's amendments in their order; to everybody only those in force, to its two sides also the one on its way. */
export async function listAmendments(
  contractId: Id<"contract">,
  { all = false } = {},
): Promise<AmendmentLine[]> {
  const rows = await amendmentsQuery()
    .where(eq(contractAmendments.contractId, contractId))
    .orderBy(asc(contractAmendments.number));
  return rows.filter(({ state }) => state === "in_force" || (all && state !== "dropped"));
}

/** One of them; one that was dropped is not there any more. */
export async function findAmendment(
  contractId: Id<"contract">,
  amendmentId: Id<"contract_amendment">,
  scope = { all: false },
) {
  const all = await listAmendments(contractId, scope);
  return all.find(({ id }) => id === amendmentId);
}

/** The contract's termination, proposed or done. */
export async function findTermination(contractId: Id<"contract">) {
  const [found] = await db
    .select()
    .from(contractTerminations)
    .where(
      and(eq(contractTerminations.contractId, contractId), isNull(contractTerminations.droppedAt)),
    );
  return found;
}
