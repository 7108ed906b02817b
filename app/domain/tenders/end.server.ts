import { and, eq } from "drizzle-orm";
import type { Act } from "#app/domain/act.ts";
import { dropUnsignedContract } from "#app/domain/contracts/drop-unsigned.server.ts";
import { postFundEvent } from "#app/domain/fund/post.server.ts";
import { step } from "#app/domain/lifecycle.ts";
import { announce } from "#app/domain/publish-notice.server.ts";
import { record } from "#app/domain/record.server.ts";
import { fen } from "#app/values/money.ts";
import type { Tx } from "#db/client.server.ts";
import { projectBalances } from "#db/schema/ledger.ts";
import { projects } from "#db/schema/projects.ts";
import { tenders } from "#db/schema/tenders.ts";
import type { LockedTender } from "./lock.server.ts";
import { tenderLifecycle } from "./tender.ts";

const eventNames = { fail: "tender.failed", cancel: "tender.cancelled" } as const;

type Ending = Pick<LockedTender, "id" | "officeId" | "projectId" | "status">;

/** A locked tender ends without a contract: what was reserved for it goes back to the fund, and everybody can read why. */
export async function endTender(
  tx: Tx,
  act: Act,
  tender: Ending,
  how: "fail" | "cancel",
  reason: string,
): Promise<void> {
  const { id: tenderId, officeId } = tender;
  const status = step(tenderLifecycle, tender.status, how);
  await releaseReserved(tx, act, tender, reason);
  await dropUnsignedContract(tx, tenderId);
  await tx
    .update(tenders)
    .set({ status, endedAt: act.at, endedReason: reason })
    .where(eq(tenders.id, tenderId));
  await record(tx, act, officeId, { name: eventNames[how], tenderId, reason });
  await announce(tx);
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
