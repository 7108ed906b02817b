import { expect, type Page } from "@playwright/test";
import { paths } from "#app/paths.ts";
import { press, type World, waitFor, zh } from "./world.ts";

/** The organization claims, a resident confirms, an officer accepts, finance pays, everybody can read why. */
export async function payForDelivered(world: World, contractId: string): Promise<void> {
  const milestoneId = await claim(world, contractId);
  await confirm(world);
  await accept(world, milestoneId);
  await pay(world, milestoneId);
  const anybody = await world.enter("zhangjianguo");
  await anybody.goto(paths.contract(contractId));
  await waitFor(anybody, async (page) => {
    await expect(page.getByText(zh.milestones.numbers.paid, { exact: true })).toBeVisible();
    await expect(page.getByText("¥80").first()).toBeVisible();
  });
  await world.inspect(anybody);
  await anybody.close();
}

async function claim({ enter, inspect }: World, contractId: string): Promise<string> {
  const manager = await enter("yangguang");
  await manager.goto(paths.organization.contract(contractId));
  await inspect(manager);
  await manager.locator('a[href^="/org/milestones/"]').first().click();
  await manager.waitForURL(/\/org\/milestones\//);
  const milestoneId = new URL(manager.url()).pathname.split("/").at(-1) ?? "";
  await inspect(manager);
  await press(manager, zh.milestones.claim.submit);
  await manager.close();
  return milestoneId;
}

async function confirm({ enter, inspect }: World) {
  const resident = await enter("13955501003", { javaScript: false });
  await resident.goto(paths.resident.home);
  await resident.locator('a[href^="/me/checks/"]').first().click();
  await inspect(resident);
  await resident.getByRole("radio", { name: zh.delivery.check.yes, exact: true }).check();
  await resident.getByRole("button", { name: zh.delivery.check.submit }).click();
  await expect(resident.getByText(zh.refusals.not_found)).toHaveCount(0);
  await resident.close();
}

async function accept({ enter, inspect }: World, milestoneId: string) {
  const officer = await enter("liwen");
  await officer.goto(paths.office.milestone(milestoneId));
  await inspect(officer);
  await officer.goto(paths.office.acceptance(milestoneId));
  await inspect(officer);
  await checkIfThere(officer, zh.milestones.accept.understood);
  await press(officer, zh.milestones.accept.submit);
  await officer.close();
}

async function checkIfThere(page: Page, label: string) {
  const box = page.getByLabel(label);
  if (await box.isVisible()) await box.check();
}

async function pay({ enter, inspect }: World, milestoneId: string) {
  const finance = await enter("qianfang");
  await inspect(finance);
  await finance.goto(paths.office.payment(milestoneId));
  await inspect(finance);
  await finance.getByLabel(zh.milestones.pay.reference).fill("国库支付2026-8831");
  await press(finance, zh.milestones.pay.submit);
  await finance.close();
}
