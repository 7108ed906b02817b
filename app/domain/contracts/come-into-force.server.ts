import { and, asc, eq } from "drizzle-orm";
import type { Act } from "#app/domain/act.ts";
import { postFundEvent } from "#app/domain/fund/post.server.ts";
import { step } from "#app/domain/lifecycle.ts";
import { announce } from "#app/domain/publish-notice.server.ts";
import { record } from "#app/domain/record.server.ts";
import { Refusal } from "#app/domain/refusal.ts";
import type { LockedTender } from "#app/domain/tenders/lock.server.ts";
import { tenderLifecycle } from "#app/domain/tenders/tender.ts";
import { type Fen, fen } from "#app/values/money.ts";
import type { Tx } from "#db/client.server.ts";
import { one } from "#db/rows.ts";
import { contracts } from "#db/schema/contracts.ts";
import { projects } from "#db/schema/projects.ts";
import { tenders } from "#db/schema/tenders.ts";
import { contractLifecycle } from "./contract.ts";

type Contract = typeof contracts.$inferSelect;

/**
 * Once the last contract of an awarded tender bears both signatures, all come into force together: each one's value is
 * committed, what they stay below the ceiling goes back to the fund, and the tender is over. Says whether that was so.
 */
export async function comeIntoForce(tx: Tx, act: Act, tender: LockedTender): Promise<boolean> {
  const expected = await tx
    .select()
    .from(contracts)
    .where(and(eq(contracts.tenderId, tender.id), eq(contracts.status, "pending")))
    .orderBy(asc(contracts.id))
    .for("update");
  const unsigned = expected.some((one) => !(one.officeSignedAt && one.organizationSignedAt));
  if (unsigned || expected.length === 0) return false;

  const status = step(tenderLifecycle, tender.status, "contract");
  await commit(tx, act, tender, expected);
  for (const contract of expected) await activate(tx, act, contract);
  await tx.update(tenders).set({ status }).where(eq(tenders.id, tender.id));
  await announce(tx);
  return true;
}

/** The saving goes back with the last of them. */
async function commit(tx: Tx, act: Act, { projectId }: LockedTender, expected: Contract[]) {
  const project = one(await tx.select().from(projects).where(eq(projects.id, projectId)));
  const { officeId, fundId, ceiling } = project;
  if (!fundId || !ceiling) throw new Error(`project ${projectId} has no fund or no ceiling`);
  const left = ceiling - expected.reduce((sum, { value }) => sum + value, 0);
  if (left < 0) throw new Refusal("contract.over_ceiling");
  for (const [index, { id: entityId, value: amount }] of expected.entries()) {
    const saving: Fen = fen(index === expected.length - 1 ? left : 0);
    const movement = { officeId, fundId, kind: "sign", entityId, projectId } as const;
    await postFundEvent(tx, act, { ...movement, amounts: { amount, saving } });
  }
}

async function activate(tx: Tx, act: Act, { id: contractId, officeId, status, value }: Contract) {
  await tx
    .update(contracts)
    .set({ status: step(contractLifecycle, status, "activate"), activatedAt: act.at })
    .where(eq(contracts.id, contractId));
  await record(tx, act, officeId, { name: "contract.activated", contractId, value });
}
