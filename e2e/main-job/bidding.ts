import { expect, type Page } from "@playwright/test";
import { paths } from "#app/paths.ts";
import { press, type World, zh } from "./world.ts";

const bidders = [
  { account: "yangguang", price: "486000" },
  { account: "kangle", price: "495000" },
  { account: "linli", price: "479000" },
];

/** Three organizations ask, bid in sealed form and keep their receipts; one thinks again. */
export async function bidSealed(world: World, tenderId: string): Promise<void> {
  for (const [index, bidder] of bidders.entries()) {
    const manager = await world.enter(bidder.account);
    await world.inspect(manager);
    await manager.goto(paths.organization.tenders);
    await world.inspect(manager);
    if (index === 1) await ask(world, manager, tenderId);
    await bid(world, manager, tenderId, bidder.price);
    if (index === 2) await bid(world, manager, tenderId, "481000");
    await manager.close();
  }
  await answer(world, tenderId);
}

async function ask({ inspect }: World, manager: Page, tenderId: string) {
  const { question } = zh.bids;
  await manager.goto(paths.organization.question(tenderId));
  await inspect(manager);
  await manager.getByLabel(question.text).fill("空巢老人名单由社区提供，还是由我们排查？");
  await press(manager, question.submit);
  await manager.goto(paths.organization.tender(tenderId));
  await inspect(manager);
}

async function answer({ enter, inspect }: World, tenderId: string) {
  const officer = await enter("liwen");
  await officer.goto(paths.office.tender(tenderId));
  await officer
    .getByRole("link", { name: zh.office.tender.toAnswer, exact: false })
    .first()
    .click();
  await officer.waitForURL(/\/questions\//);
  await inspect(officer);
  await officer.getByLabel(zh.office.question.answer).fill("名单由社区提供，签合同后三日内交接。");
  await press(officer, zh.office.question.submit);
  await officer.goto(paths.tender(tenderId));
  await expect(officer.getByText("签合同后三日内交接")).toBeVisible();
  await expect(officer.getByText("康乐养老服务社")).toHaveCount(0);
  await officer.close();
}

async function bid({ inspect }: World, manager: Page, tenderId: string, price: string) {
  const { form } = zh.bids;
  await manager.goto(paths.organization.bid(tenderId));
  await inspect(manager);
  await fillBid(manager, price);
  await manager.getByRole("button", { name: form.next }).click();
  const body = await sealAndSend(manager);
  expect(body).toContain("ciphertext");
  expect(body).not.toContain("每周上门");
  expect(body).not.toContain(price);
  await expect(manager.getByText(zh.bids.receipt.confirmed)).toBeVisible();
  await inspect(manager);
}

/** Type a whole bid into the form that is open. */
export async function fillBid(manager: Page, price: string): Promise<void> {
  const { form } = zh.bids;
  await manager.getByLabel(form.price).fill(price);
  await manager
    .getByLabel(form.plan, { exact: true })
    .fill("每周上门探访两次，节假日不停，发现异常当天报告社区。");
  await manager.getByLabel(form.team, { exact: true }).fill("社工三名、护理员六名，均持证上岗。");
  for (const response of await manager.getByLabel(/^回应/).all()) {
    await response.fill("见服务方案：每位老人一人一档，每月向社区报告。");
  }
  await manager.getByLabel(form.contactName).fill("陈立");
  await manager.getByLabel(form.contactPhone).fill("0571-5550-2000");
}

/** Seal and hand in what was checked; the fields that left the browser, of a file its name and size. */
export async function sealAndSend(manager: Page): Promise<string> {
  await manager.locator("form#bid").evaluate((form) =>
    form.addEventListener("formdata", (event) => {
      const { formData } = event as FormDataEvent;
      const said = [...formData].map(([name, value]) =>
        typeof value === "string" ? [name, value] : [name, value.name, value.size],
      );
      sessionStorage.setItem("sent", JSON.stringify(said));
    }),
  );
  await manager.getByRole("button", { name: zh.bids.form.submit }).click();
  await manager.waitForURL(/\/org\/receipts\//);
  return await manager.evaluate(() => sessionStorage.getItem("sent") ?? "");
}
