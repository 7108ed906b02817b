import { eq } from "drizzle-orm";
import type { Act } from "#app/domain/act.ts";
import { postFundEvent } from "#app/domain/fund/post.server.ts";
import type { Fen } from "#app/values/money.ts";
import type { Tx } from "#db/client.server.ts";
import { one } from "#db/rows.ts";
import { projects } from "#db/schema/projects.ts";
import type { LockedMilestone } from "./lock.server.ts";

/** One of a milestone's movements in the ledger of the fund that its project is bought from; nothing moves nothing. */
export async function moveMilestoneMoney(
  tx: Tx,
  act: Act,
  { contract, milestone }: LockedMilestone,
  kind: "accept" | "deduct" | "pay" | "claw_back",
  amount: Fen,
  /** Of a movement that a milestone may have several of: what it is about instead. */
  about: { entityId?: string; memo?: string } = {},
): Promise<void> {
  if (amount === 0) return;
  const { officeId, projectId } = contract;
  const { fundId } = one(
    await tx.select({ fundId: projects.fundId }).from(projects).where(eq(projects.id, projectId)),
  );
  if (!fundId) throw new Error("the project has no fund");
  const { id: entityId, name: memo } = milestone;
  const movement = { officeId, fundId, projectId, kind, amounts: { amount } };
  await postFundEvent(tx, act, { ...movement, entityId, memo, ...about });
}
