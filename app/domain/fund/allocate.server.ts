import type { Act, Finance } from "#app/domain/act.ts";
import { record } from "#app/domain/record.server.ts";
import type { Id } from "#app/values/id.ts";
import type { Fen } from "#app/values/money.ts";
import { db } from "#db/client.server.ts";
import { fundTasks } from "#db/schema/fund.ts";
import { isBooked } from "./is-booked.server.ts";
import { lockFund, postFundEvent } from "./post.server.ts";

/** What a higher department asks for, with the money for it (费随事转). */
export type FundTask = { documentNumber: string; department: string; purpose: string };

export type Allocation = {
  fundId: Id<"fund">;
  /** Made once per form shown: a second click allocates nothing more. */
  allocationId: string;
  amount: Fen;
  /** Where the money comes from, such as the number of the budget document. */
  memo: string;
};

/** Money given to the office's fund becomes available in it. */
export async function allocateFund(act: Act<Finance>, allocation: Allocation): Promise<void> {
  const { fundId, allocationId: entityId, amount, memo } = allocation;
  const { officeId } = act.by;
  await db.transaction(async (tx) => {
    await lockFund(tx, officeId, fundId);
    if (await isBooked(tx, "allocate", entityId)) return;
    const movement = { officeId, fundId, entityId, amounts: { amount }, memo };
    await postFundEvent(tx, act, { ...movement, kind: "allocate" });
    await record(tx, act, officeId, { name: "fund.allocated", fundId, amount, memo });
  });
}

/** Money that arrives with a task becomes available, and stays named after the task. */
export async function allocateForTask(
  act: Act<Finance>,
  { fundId, allocationId, amount, ...task }: Omit<Allocation, "memo"> & FundTask,
): Promise<void> {
  const { officeId } = act.by;
  const id = allocationId as Id<"fund_task">;
  const memo = `${task.documentNumber} ${task.department} ${task.purpose}`;
  await db.transaction(async (tx) => {
    await lockFund(tx, officeId, fundId);
    if (await isBooked(tx, "allocate_task", id)) return;
    const movement = { officeId, fundId, entityId: id, amounts: { amount }, memo };
    await postFundEvent(tx, act, { ...movement, kind: "allocate_task" });
    await tx.insert(fundTasks).values({ id, fundId, amount, ...task });
    const { documentNumber } = task;
    await record(tx, act, officeId, {
      name: "fund.task_allocated",
      fundId,
      amount,
      documentNumber,
    });
  });
}
