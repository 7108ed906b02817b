import { databaseNow } from "#app/domain/clock.server.ts";
import { listMovements } from "#app/domain/fund/movements.server.ts";
import { proposeYearEnd } from "#app/domain/fund/propose-year-end.server.ts";
import { setAside } from "#app/domain/fund/set-aside.server.ts";
import { paths } from "#app/paths.ts";
import { newId } from "#app/values/id.ts";
import { yuan } from "#app/values/money.ts";
import { dayOf } from "#app/values/time.ts";
import { actOf, makeCommunity, makeOfficeActor } from "#db/seed/factories/accounts.ts";
import { makeFund } from "#db/seed/factories/fund.ts";
import type { FormRow } from "./form-row.ts";

const { office } = paths;

/** A fund, who keeps it, and who keeps another office's. */
async function ownFund(wish: Parameters<typeof makeFund>[0] = {}) {
  const { id: fundId, finance, officeId } = await makeFund(wish);
  const other = await makeOfficeActor("finance");
  return { fundId, officeId, finance, who: finance.userId, stranger: other.userId };
}

/** A fund of the year before with a proposal for its end, and who decides. */
async function endedYear() {
  const year = Number(dayOf(await databaseNow()).slice(0, 4)) - 1;
  const made = await ownFund({ year });
  const { fundId, finance, officeId } = made;
  const proposal = { fundId, decision: "surplus", toFundId: null, note: "会议纪要" } as const;
  await proposeYearEnd(await actOf(finance), proposal);
  const approver = await makeOfficeActor("approver", officeId);
  return { fundId, who: approver.userId };
}

export const fundRows: FormRow[] = [
  {
    route: "routes/office/fund/new-fund.tsx",
    asks: ["year", "name", "source"],
    setting: async () => {
      const { userId: who } = await makeOfficeActor("finance");
      return { who, address: office.newFund, right: { year: "2026" } };
    },
  },
  {
    route: "routes/office/fund/allocation.tsx",
    asks: ["amount", "memo"],
    setting: async () => {
      const { fundId, who, stranger } = await ownFund();
      return { who, stranger, address: office.allocation(fundId) };
    },
  },
  {
    route: "routes/office/fund/task-allocation.tsx",
    asks: ["amount", "documentNumber", "department", "purpose"],
    setting: async () => {
      const { fundId, who, stranger } = await ownFund();
      return { who, stranger, address: office.taskAllocation(fundId) };
    },
  },
  {
    route: "routes/office/fund/set-aside.tsx",
    asks: ["communityId", "amount", "memo"],
    setting: async () => {
      const { fundId, officeId, who, stranger } = await ownFund();
      await makeCommunity(officeId);
      return { who, stranger, address: office.setAside(fundId) };
    },
  },
  {
    route: "routes/office/fund/give-back.tsx",
    asks: ["amount", "memo"],
    setting: async () => {
      const { fundId, officeId, finance, who, stranger } = await ownFund();
      const { id: communityId } = await makeCommunity(officeId);
      const wish = { fundId, transferId: newId(), communityId, amount: yuan(500), memo: "议事" };
      const partId = await setAside(await actOf(finance), wish);
      return { who, stranger, address: office.giveBack(partId) };
    },
  },
  {
    route: "routes/office/fund/reversal.tsx",
    asks: ["reason"],
    setting: async () => {
      const { fundId, officeId, finance } = await ownFund();
      const [movement] = await listMovements(finance, fundId);
      const { userId: who } = await makeOfficeActor("approver", officeId);
      const { userId: stranger } = await makeOfficeActor("approver");
      return { who, stranger, address: office.reversal(movement?.id ?? "") };
    },
  },
  {
    route: "routes/office/fund/year-end.tsx",
    asks: ["decision", "note"],
    setting: async () => {
      const year = Number(dayOf(await databaseNow()).slice(0, 4)) - 1;
      const { fundId, officeId, who, stranger } = await ownFund({ year });
      await makeFund({ officeId, year: year + 1 });
      const right = { decision: "carry_over" };
      return { who, stranger, address: office.yearEnd(fundId), right };
    },
  },
  {
    route: "routes/office/fund/year-end-decision.tsx",
    asks: ["answer"],
    setting: async () => {
      const { fundId, who } = await endedYear();
      const { userId: stranger } = await makeOfficeActor("approver");
      return { who, stranger, address: office.yearEndDecision(fundId) };
    },
  },
];
