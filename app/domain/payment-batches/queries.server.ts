import { and, asc, desc, eq, lt, type SQL, sql } from "drizzle-orm";
import type { OfficeStaff } from "#app/domain/act.ts";
import type { Id } from "#app/values/id.ts";
import { fen } from "#app/values/money.ts";
import { db, type Tx } from "#db/client.server.ts";
import { users } from "#db/schema/accounts.ts";
import { contracts, milestones } from "#db/schema/contracts.ts";
import { organizations } from "#db/schema/organizations.ts";
import {
  bankAccounts,
  bankResults,
  paymentBatches,
  paymentOrders,
} from "#db/schema/payment-batches.ts";
import { isCurrentAccount } from "./bank-account.server.ts";

const PAGE = 20;

const inLiveOrder = sql`exists (select from payment_orders o where o.milestone_id = ${milestones.id} and o.state in ('sent', 'paid'))`;

/** The accepted milestones of the office that no bank was told to pay, the longest waiting first. */
export async function listPayable({ officeId }: Pick<OfficeStaff, "officeId">) {
  return await payable(db, eq(contracts.officeId, officeId));
}

/** Milestones that are owed and in no live order, each with the account that counts and why the bank did not pay it before. */
export const payable = (reader: Tx | typeof db, scope: SQL | undefined) =>
  reader
    .select({
      id: milestones.id,
      name: milestones.name,
      contractId: contracts.id,
      contractNumber: contracts.number,
      contract: contracts.title,
      organization: organizations.name,
      pay: milestones.pay,
      acceptedAt: milestones.acceptedAt,
      acceptedBy: milestones.acceptedBy,
      accountId: bankAccounts.id,
      accountName: bankAccounts.name,
      bank: bankAccounts.bank,
      numberEnd: bankAccounts.numberEnd,
      accountChangedAt: bankAccounts.changedAt,
      failedReason: sql<
        string | null
      >`(select o.failed_reason from payment_orders o where o.milestone_id = ${milestones.id} and o.state = 'failed' order by o.answered_at desc limit 1)`,
    })
    .from(milestones)
    .innerJoin(contracts, eq(contracts.id, milestones.contractId))
    .innerJoin(organizations, eq(organizations.id, contracts.organizationId))
    .leftJoin(bankAccounts, isCurrentAccount)
    .where(
      and(
        scope,
        eq(milestones.state, "accepted"),
        sql`${milestones.pay} > 0 and not ${inLiveOrder}`,
      ),
    )
    .orderBy(asc(milestones.acceptedAt), asc(milestones.id))
    .limit(500);

/** The office's batches, newest first, with what became of their orders; `next` is where the next page begins. */
export async function listBatches({ officeId }: OfficeStaff, after?: Id<"payment_batch">) {
  const counted = (state: string) =>
    sql<number>`(count(*) filter (where ${paymentOrders.state} = ${state}))::int`;
  const found = await db
    .select({
      id: paymentBatches.id,
      number: paymentBatches.number,
      madeAt: paymentBatches.madeAt,
      madeBy: users.name,
      amount: sql`sum(${paymentOrders.amount})`.mapWith((sum) => fen(Number(sum))),
      orders: sql<number>`count(*)::int`,
      sent: counted("sent"),
      paid: counted("paid"),
      failed: counted("failed"),
      withdrawn: counted("withdrawn"),
    })
    .from(paymentBatches)
    .innerJoin(users, eq(users.id, paymentBatches.madeBy))
    .innerJoin(paymentOrders, eq(paymentOrders.batchId, paymentBatches.id))
    .where(
      and(eq(paymentBatches.officeId, officeId), after ? lt(paymentBatches.id, after) : undefined),
    )
    .groupBy(paymentBatches.id, users.id)
    .orderBy(desc(paymentBatches.id))
    .limit(PAGE + 1);
  const rows = found.slice(0, PAGE);
  return { rows, next: found.length > PAGE ? (rows.at(-1)?.id ?? null) : null };
}

/** A batch of the office with its orders in their order, and the bank's answers that were uploaded for it. */
export async function findBatch({ officeId }: OfficeStaff, batchId: Id<"payment_batch">) {
  const [batch] = await db
    .select({
      id: paymentBatches.id,
      number: paymentBatches.number,
      madeAt: paymentBatches.madeAt,
      madeBy: users.name,
      withdrawnReason: paymentBatches.withdrawnReason,
    })
    .from(paymentBatches)
    .innerJoin(users, eq(users.id, paymentBatches.madeBy))
    .where(and(eq(paymentBatches.id, batchId), eq(paymentBatches.officeId, officeId)));
  if (!batch) return undefined;
  const [orders, results] = await Promise.all([
    listOrders(db, batchId),
    db
      .select({
        id: bankResults.id,
        fileName: bankResults.fileName,
        uploadedAt: bankResults.uploadedAt,
        recordedAt: bankResults.recordedAt,
      })
      .from(bankResults)
      .where(eq(bankResults.batchId, batchId))
      .orderBy(asc(bankResults.uploadedAt)),
  ]);
  return { ...batch, orders, results };
}

/** A batch's orders in their order, each with its account and who accepted its milestone. */
export const listOrders = (reader: Tx | typeof db, batchId: Id<"payment_batch">) =>
  reader
    .select({
      id: paymentOrders.id,
      position: paymentOrders.position,
      serial: paymentOrders.serial,
      amount: paymentOrders.amount,
      purpose: paymentOrders.purpose,
      state: paymentOrders.state,
      failedReason: paymentOrders.failedReason,
      bankReference: paymentOrders.bankReference,
      milestoneId: milestones.id,
      contractId: milestones.contractId,
      acceptedBy: milestones.acceptedBy,
      accountName: bankAccounts.name,
      bank: bankAccounts.bank,
      numberEnd: bankAccounts.numberEnd,
    })
    .from(paymentOrders)
    .innerJoin(milestones, eq(milestones.id, paymentOrders.milestoneId))
    .innerJoin(bankAccounts, eq(bankAccounts.id, paymentOrders.bankAccountId))
    .where(eq(paymentOrders.batchId, batchId))
    .orderBy(asc(paymentOrders.position));
