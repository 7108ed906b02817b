import { eq } from "drizzle-orm";
import type { Act, Finance } from "#app/domain/act.ts";
import { databaseNow } from "#app/domain/clock.server.ts";
import { announce } from "#app/domain/publish-notice.server.ts";
import { record } from "#app/domain/record.server.ts";
import { Refusal } from "#app/domain/refusal.ts";
import type { Id } from "#app/values/id.ts";
import type { Fen } from "#app/values/money.ts";
import { db, type Tx } from "#db/client.server.ts";
import { contracts } from "#db/schema/contracts.ts";
import { clawBacks } from "#db/schema/payment-batches.ts";
import { lockMilestone } from "./lock.server.ts";
import { moveMilestoneMoney } from "./money.server.ts";

export type ClawBack = {
  milestoneId: Id<"milestone">;
  /** Made once per form shown. */
  clawBackId: Id<"claw_back">;
  amount: Fen;
  reason: string;
  /** The bank's reference of the money that came in; a second time it is refused. */
  bankReference: string;
};

/** Money of a paid milestone has come back to the office's account, and is available again; never more than was paid. */
export async function clawBack({ by }: Act<Finance>, wish: ClawBack): Promise<void> {
  const { milestoneId, clawBackId: id, amount, reason, bankReference } = wish;
  const { officeId } = by;
  await db.transaction(async (tx) => {
    const locked = await lockMilestone(tx, eq(contracts.officeId, officeId), milestoneId);
    const earlier = await listClawBacks(tx, milestoneId);
    if (earlier.some((row) => row.id === id)) return;
    const { state, pay } = locked.milestone;
    if (state !== "paid" || pay === null) throw new Refusal("lifecycle.not_now");
    const returned = earlier.reduce((sum, row) => sum + row.amount, 0);
    if (returned + amount > pay) throw new Refusal("claw_back.too_much");
    const act = { by, at: await databaseNow(tx) };
    const values = { id, officeId, milestoneId, amount, reason, bankReference };
    const [made] = await tx.insert(clawBacks).values(values).onConflictDoNothing().returning();
    if (!made) throw new Refusal("claw_back.known_reference");
    await moveMilestoneMoney(tx, act, locked, "claw_back", amount, { entityId: id, memo: reason });
    const event = { name: "milestone.clawed_back", milestoneId, amount, reason } as const;
    await record(tx, act, officeId, { ...event, reference: bankReference });
    await announce(tx);
  });
}

const listClawBacks = (tx: Tx, milestoneId: Id<"milestone">) =>
  tx.select().from(clawBacks).where(eq(clawBacks.milestoneId, milestoneId));
