import { expect, test } from "vitest";
import { changeBankAccount } from "#app/domain/payment-batches/bank-account.server.ts";
import { makeBatch } from "#app/domain/payment-batches/make.server.ts";
import { startSession } from "#app/http/sessions.server.ts";
import { newId } from "#app/values/id.ts";
import { actOf, makeOfficeActor } from "#db/seed/factories/accounts.ts";
import { makeAcceptedMilestone } from "#db/seed/factories/delivery.ts";
import { loader } from "./bank-file.ts";

test("the bank's file has a line an order, and downloaded again it has the same bytes", async () => {
  const made = await makeAcceptedMilestone();
  const account = { name: "阳光社工", bank: "工行南湖支行", number: "1202020119800012345" };
  await changeBankAccount(await actOf(made.contract.manager), account);
  const finance = await makeOfficeActor("finance", made.contract.officeId);
  const batchId = newId<"payment_batch">();
  await makeBatch(await actOf(finance), { batchId, milestoneIds: [made.milestone.id] });

  const context = { nonce: "", requestId: "", clientAddress: "" };
  const cookie = (await startSession(finance.userId, true)).split(";")[0] ?? "";
  const download = async () => {
    const request = new Request("http://own.invalid/file", { headers: { Cookie: cookie } });
    const response = await loader({ request, params: { batchId }, context });
    return new Uint8Array(await response.arrayBuffer());
  };
  const bytes = await download();
  expect(await download()).toEqual(bytes);
  const [heading, line, rest] = new TextDecoder().decode(bytes).split("\r\n");
  expect(heading).toBe("序号,收款户名,收款账号,开户行,金额（元）,用途/附言,唯一流水号");
  expect(line).toMatch(
    /^1,阳光社工,1202020119800012345,工行南湖支行,108\.00,政府购买服务 合同\S+ 中期,PL\d{8}001$/,
  );
  expect(rest).toBe("");
});
