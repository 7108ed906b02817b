import { eq } from "drizzle-orm";
import type { Approver, Finance, Resident } from "#app/domain/act.ts";
import { databaseNow } from "#app/domain/clock.server.ts";
import { allocateForTask, allocateFund } from "#app/domain/fund/allocate.server.ts";
import { listMovements } from "#app/domain/fund/movements.server.ts";
import { openFund } from "#app/domain/fund/open.server.ts";
import { reverseMovement } from "#app/domain/fund/reverse.server.ts";
import { setAside } from "#app/domain/fund/set-aside.server.ts";
import { acceptMilestone } from "#app/domain/milestones/accept.server.ts";
import { answerCheck } from "#app/domain/milestones/answer-check.server.ts";
import { claimMilestone } from "#app/domain/milestones/claim.server.ts";
import { changeBankAccount } from "#app/domain/payment-batches/bank-account.server.ts";
import { makeBatch } from "#app/domain/payment-batches/make.server.ts";
import type { Id } from "#app/values/id.ts";
import { newId } from "#app/values/id.ts";
import { yuan } from "#app/values/money.ts";
import { dayOf } from "#app/values/time.ts";
import { db } from "../../client.server.ts";
import { milestoneChecks, milestones } from "../../schema/index.ts";
import type { Street } from "./buying.ts";
import type { buyServices } from "./purchases.ts";
import { goBack, goToNow } from "./time.ts";

type Contract = Awaited<ReturnType<typeof buyServices>>["dayCare"];
type Treasury = { finance: Finance; approver: Approver; communityId: Id<"community"> };

/**
 * The year's money: the budget, of which a part is set aside for a community, and a second fund with money that came with
 * a task and an allocation that was written down wrongly and reversed. Answers the fund that the street buys from.
 */
export async function openFunds({ finance: by, approver, communityId }: Treasury) {
  const act = { by, at: await databaseNow() };
  const year = Number(dayOf(act.at).slice(0, 4));
  const fundId = await openFund(act, { year, name: "社区服务购买资金", source: "budget" });
  const budget = { allocationId: newId(), amount: yuan(2_400_000), memo: "年度预算批复" };
  await allocateFund(act, { fundId, ...budget });
  const council = { transferId: newId(), amount: yuan(60_000), memo: "社区议事协商项目经费" };
  await setAside(act, { fundId, communityId, ...council });

  const special = await openFund(act, { year, name: "适老服务专项资金", source: "special" });
  await allocateForTask(act, {
    fundId: special,
    allocationId: newId(),
    amount: yuan(120_000),
    documentNumber: `区民发〔${year}〕18号`,
    department: "区民政局",
    purpose: "失能老人家庭照护补贴试点",
  });
  const mistyped = { allocationId: newId(), amount: yuan(300_000), memo: "省级补助" };
  await allocateFund(act, { fundId: special, ...mistyped });
  const wrong = (await listMovements(by, special)).find(({ memo }) => memo === mistyped.memo);
  if (!wrong) throw new Error("the wrong allocation is not on record");
  const reason = "多录了一个零，应为30,000元";
  await reverseMovement(
    { by: approver, at: await databaseNow() },
    { transactionId: wrong.id, reason },
  );
  const right = { allocationId: newId(), amount: yuan(30_000), memo: "省级补助" };
  await allocateFund(act, { fundId: special, ...right });
  return fundId;
}

/** The first part of a contract is claimed, confirmed and accepted, and waits at the bank in a batch. */
export async function payByBank(street: Street, contract: Contract, neighbours: Resident[]) {
  const { officeId, staff } = street;
  await goBack(2, 9);
  await changeBankAccount(
    { by: contract.manager, at: await databaseNow() },
    {
      name: "南湖阳光社会工作服务中心",
      bank: "中国工商银行南湖支行",
      number: "1202020119800012345",
    },
  );
  const all = await db.select().from(milestones).where(eq(milestones.contractId, contract.id));
  const first = all.find(({ position }) => position === 1);
  if (!first) throw new Error("the contract has no milestone");
  const milestoneId = first.id;
  await claimMilestone({ by: contract.manager, at: await databaseNow() }, { milestoneId });
  await confirmAll(milestoneId, neighbours);
  const officer = { role: "officer", userId: staff.officer, officeId } as const;
  await acceptMilestone({ by: officer, at: await databaseNow() }, { milestoneId });
  await goBack(1, 10);
  const finance = { role: "finance", userId: staff.finance, officeId } as const;
  const batch = { batchId: newId<"payment_batch">(), milestoneIds: [milestoneId] };
  await makeBatch({ by: finance, at: await databaseNow() }, batch);
  await goToNow();
}

async function confirmAll(milestoneId: Id<"milestone">, neighbours: Resident[]) {
  const asked = await db
    .select()
    .from(milestoneChecks)
    .where(eq(milestoneChecks.milestoneId, milestoneId));
  for (const { bookingId, residentId } of asked) {
    const by = neighbours.find((neighbour) => neighbour.residentId === residentId);
    if (!by) throw new Error("a stranger was served");
    const answer = { milestoneId, bookingId, confirmed: true, note: "" };
    await answerCheck({ by, at: await databaseNow() }, answer);
  }
}
