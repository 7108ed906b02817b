import { and, eq } from "drizzle-orm";
import type { Act } from "#app/domain/act.ts";
import { dropUnsignedContracts } from "#app/domain/contracts/drop-unsigned.server.ts";
import type { DomainEvent } from "#app/domain/events.ts";
import { postFundEvent } from "#app/domain/fund/post.server.ts";
import { step } from "#app/domain/lifecycle.ts";
import { announce } from "#app/domain/publish-notice.server.ts";
import { record } from "#app/domain/record.server.ts";
import type { Id } from "#app/values/id.ts";
import { fen } from "#app/values/money.ts";
import type { Tx } from "#db/client.server.ts";
import { projectBalances } from "#db/schema/ledger.ts";
import { projects } from "#db/schema/projects.ts";
import { tenders } from "#db/schema/tenders.ts";
import { endSuspension } from "./end-suspension.server.ts";
import type { LockedTender } from "./lock.server.ts";
import {
  type CancellationCode,
  type FailureCode,
  tenderLifecycle,
  type UpheldCode,
} from "./tender.ts";

type Ending = Pick<LockedTender, "id" | "officeId" | "projectId" | "status">;

/** How and why a tender ends: the code for statistics and filters, the reason for people. */
export type End =
  | { how: "fail"; code: FailureCode; reason: string }
  | { how: "cancel"; code: CancellationCode | UpheldCode; reason: string };

/** A locked tender ends without a contract: what was reserved for it goes back to the fund, and everybody can read why. */
export async function endTender(tx: Tx, act: Act, tender: Ending, end: End): Promise<void> {
  const { id: tenderId, officeId } = tender;
  const status = step(tenderLifecycle, tender.status, end.how);
  await releaseReserved(tx, act, tender, end.reason);
  await dropUnsignedContracts(tx, tenderId);
  await endSuspension(tx, tender, { until: act.at });
  await tx
    .update(tenders)
    .set({
      status,
      suspendedAt: null,
      endedAt: act.at,
      endedCode: end.code,
      endedReason: end.reason,
    })
    .where(eq(tenders.id, tenderId));
  await record(tx, act, officeId, eventOf(tenderId, end));
  await announce(tx);
}

function eventOf(tenderId: Id<"tender">, end: End): DomainEvent {
  return end.how === "fail"
    ? { name: "tender.failed", tenderId, code: end.code, reason: end.reason }
    : { name: "tender.cancelled", tenderId, code: end.code, reason: end.reason };
}

async function releaseReserved(tx: Tx, act: Act, tender: Ending, memo: string) {
  const { id: entityId, officeId, projectId } = tender;
  const [held] = await tx
    .select({ fundId: projects.fundId, amount: projectBalances.amount })
    .from(projects)
    .innerJoin(projectBalances, eq(projectBalances.projectId, projects.id))
    .where(and(eq(projects.id, projectId), eq(projectBalances.account, "reserved")));
  if (!held?.fundId || held.amount === fen(0)) return;
  const { fundId, amount } = held;
  const kind = "release";
  await postFundEvent(tx, act, {
    officeId,
    fundId,
    kind,
    entityId,
    projectId,
    amounts: { amount },
    memo,
  });
}
