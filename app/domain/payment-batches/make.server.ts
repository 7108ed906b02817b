import { and, asc, eq, inArray } from "drizzle-orm";
import type { Act, Finance } from "#app/domain/act.ts";
import { databaseNow } from "#app/domain/clock.server.ts";
import { nextDocumentNumber, shortNumber } from "#app/domain/offices/document-number.server.ts";
import { record } from "#app/domain/record.server.ts";
import { Refusal } from "#app/domain/refusal.ts";
import { payments as words } from "#app/i18n/zh/payments.ts";
import type { Id } from "#app/values/id.ts";
import { type Fen, fen } from "#app/values/money.ts";
import { dayOf } from "#app/values/time.ts";
import { db, type Tx } from "#db/client.server.ts";
import { contracts, milestones } from "#db/schema/contracts.ts";
import { paymentBatches, paymentOrders } from "#db/schema/payment-batches.ts";
import { lockContracts } from "./lock.server.ts";
import { MOST_ORDERS, serialOf } from "./payment-order.ts";
import { payable } from "./queries.server.ts";

export type NewBatch = {
  /** Made once per form shown: a second click makes no second batch. */
  batchId: Id<"payment_batch">;
  milestoneIds: Id<"milestone">[];
};

type Payable = Awaited<ReturnType<typeof payable>>[number];
type Order = Payable & { accountId: Id<"bank_account">; pay: Fen };

/**
 * Finance puts accepted milestones into a batch for the bank: each in one live order, to the account that counts now. What
 * she accepted herself, what has no account and what another batch holds is refused.
 */
export async function makeBatch({ by }: Act<Finance>, wish: NewBatch): Promise<void> {
  const { batchId } = wish;
  const { officeId, userId: madeBy } = by;
  const milestoneIds = [...new Set(wish.milestoneIds)];
  if (milestoneIds.length === 0 || milestoneIds.length > MOST_ORDERS) {
    throw new Refusal("batch.nothing");
  }
  await db.transaction(async (tx) => {
    const scope = and(eq(contracts.officeId, officeId), inArray(milestones.id, milestoneIds));
    await lockContracts(tx, await contractsIn(tx, milestoneIds));
    if (await tx.$count(paymentBatches, eq(paymentBatches.id, batchId))) return;
    const found = await payable(tx, scope);
    if (found.length < milestoneIds.length) throw new Refusal("batch.in_another");
    const orders = found.map((one) => orderOf(one, madeBy));

    const at = await databaseNow(tx);
    const year = Number(dayOf(at).slice(0, 4));
    const next = await nextDocumentNumber(tx, officeId, "payment_batch", year);
    const number = shortNumber(year, next);
    await tx.insert(paymentBatches).values({ id: batchId, officeId, number, madeAt: at, madeBy });
    await tx.insert(paymentOrders).values(
      orders.map((order, index) => ({
        officeId,
        batchId,
        position: index + 1,
        milestoneId: order.id,
        bankAccountId: order.accountId,
        serial: serialOf(number, index + 1),
        amount: order.pay,
        purpose: words.purpose(order.contractNumber, order.name),
      })),
    );
    const amount = fen(orders.reduce((sum, { pay }) => sum + pay, 0));
    const event = { name: "payment_batch.made", batchId, orders: orders.length, amount } as const;
    await record(tx, { by, at }, officeId, event);
  });
}

async function contractsIn(tx: Tx, milestoneIds: Id<"milestone">[]) {
  const rows = await tx
    .selectDistinct({ id: milestones.contractId })
    .from(milestones)
    .where(inArray(milestones.id, milestoneIds))
    .orderBy(asc(milestones.contractId));
  return rows.map(({ id }) => id);
}

function orderOf(one: Payable, payer: Id<"user">): Order {
  const { accountId, pay } = one;
  if (one.acceptedBy === payer) throw new Refusal("batch.own_acceptance");
  if (!accountId) throw new Refusal("batch.no_account");
  if (!pay) throw new Error("an accepted milestone has a pay");
  return { ...one, accountId, pay };
}
