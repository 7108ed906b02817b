import { expect, type Page } from "@playwright/test";
import { DEMO_PASSPHRASE } from "#app/domain/accounts/demo-password.ts";
import { paths } from "#app/paths.ts";
import { giveCode, moveClock, press, type World, waitFor, zh } from "./world.ts";

const panel = [
  { account: "zhaominhua", name: "赵敏华", capacity: "office" },
  { account: "wuqiming", name: "吴启明", capacity: "expert" },
  { account: "zhengadi", name: "郑阿娣", capacity: "resident_representative" },
];

/** Nobody reads a bid before the deadline; then two open, three score, and two publish the result. */
export async function openAndDecide(world: World, tenderId: string): Promise<void> {
  const opener = await world.enter("sunli");
  await opener.goto(paths.office.opening(tenderId));
  await expect(opener.getByText(zh.openings.opening.next.early)).toBeVisible();
  await world.inspect(opener);
  await moveClock(opener, async () => await opener.getByLabel(passphrase).isVisible());
  await takeTurn(world, opener, tenderId);
  const other = await world.enter("hewei");
  await takeTurn(world, other, tenderId);
  await expect(other.getByText(zh.openings.opening.next.done)).toBeVisible();
  await other.goto(paths.receipts(tenderId));
  await world.inspect(other);
  await Promise.all([opener.close(), other.close()]);
  await score(world, tenderId);
  await recommend(world, tenderId);
}

const { passphrase } = zh.openings.opening;

export async function takeTurn({ inspect }: World, opener: Page, tenderId: string) {
  await opener.goto(paths.office.opening(tenderId));
  await inspect(opener);
  await opener.getByLabel(passphrase).fill(DEMO_PASSPHRASE);
  await opener.locator("form#form button[type=submit]").click();
  await opener.waitForLoadState();
}

async function score(world: World, tenderId: string) {
  const officer = await world.enter("liwen");
  await officer.goto(paths.office.panel(tenderId));
  await world.inspect(officer);
  const words = zh.award.panel;
  for (const { name, capacity } of panel) {
    await officer.getByLabel(words.capacity(name)).selectOption(capacity);
  }
  await officer.getByRole("radio", { name: "赵敏华" }).check();
  await press(officer, words.submit);
  await officer.close();
  for (const [seat, { account }] of panel.entries()) {
    const member = await world.enter(account);
    await declareAndScore(world, member, tenderId, seat);
    if (seat > 0) await member.close();
  }
  const chair = await world.enter("zhaominhua");
  await chair.goto(paths.office.report(tenderId));
  await world.inspect(chair);
  await chair.getByLabel(zh.award.report.confirm).check();
  await press(chair, zh.award.report.sign);
  await chair.close();
}

async function declareAndScore({ inspect }: World, member: Page, tenderId: string, seat: number) {
  const { declaration, scoring, handIn } = zh.award;
  await member.goto(paths.office.declaration(tenderId));
  await inspect(member);
  await member.getByRole("radio", { name: declaration.none }).check();
  await press(member, declaration.submit);
  await member.goto(paths.office.scoring(tenderId));
  await inspect(member);
  const plans = await member.getByLabel("服务方案").all();
  for (const [bid, field] of plans.entries()) await field.fill(`${38 - 4 * bid - seat}`);
  for (const [bid, field] of (await member.getByLabel("团队与经验").all()).entries()) {
    await field.fill(`${19 - 2 * bid}.5`);
  }
  await press(member, scoring.save);
  await member.goto(paths.office.handIn(tenderId));
  await inspect(member);
  await press(member, handIn.submit);
}

async function recommend(world: World, tenderId: string) {
  const officer = await world.enter("liwen");
  await officer.goto(paths.office.recommendation(tenderId));
  await world.inspect(officer);
  await officer.getByRole("radio", { name: /阳光/ }).check();
  await officer.getByLabel(zh.award.recommendation.reason).fill("总分第一，方案具体，人员齐备。");
  await press(officer, zh.award.recommendation.submit);
  await officer.close();
  const approver = await world.enter("zhangjianguo");
  await approver.goto(paths.office.publicity(tenderId));
  await world.inspect(approver);
  await press(approver, zh.award.publicity.submit);
  await approver.goto(paths.scores(tenderId));
  await world.inspect(approver);
  await approver.close();
}

/** The standstill passes, and both sides sign the contract that was drawn up by itself. */
export async function signBoth(world: World, tenderId: string): Promise<string> {
  const approver = await world.enter("zhangjianguo");
  const contracts = approver.getByRole("main").getByRole("link", { name: /温馨夕阳/ });
  await approver.goto(paths.office.contracts);
  await world.inspect(approver);
  await moveClock(
    approver,
    async () => (await contracts.count()) > 0 || (await isAwarded(approver)),
  );
  await waitFor(approver, async () => expect(contracts).toHaveCount(1));
  await contracts.click();
  await approver.waitForURL(/\/office\/contracts\//);
  const contractId = approver.url().split("/").at(-1) ?? "";
  await world.inspect(approver);
  await sign(world, approver, paths.office.signature(contractId));
  const manager = await world.enter("yangguang");
  await manager.goto(paths.organization.tender(tenderId));
  await sign(world, manager, paths.organization.signature(contractId));
  await manager.goto(paths.contract(contractId));
  await expect(manager.getByText("¥486,000").first()).toBeVisible();
  await world.inspect(manager);
  await Promise.all([approver.close(), manager.close()]);
  return contractId;
}

/** The demo's other tender stands still until about then: the clock may have passed ours as well. */
async function isAwarded(page: Page) {
  await page.reload();
  return (
    (await page
      .getByRole("main")
      .getByRole("link", { name: /温馨夕阳/ })
      .count()) > 0
  );
}

/** One side signs with the code that the page shows. */
export async function sign({ inspect }: World, page: Page, address: string) {
  await page.goto(address);
  await inspect(page);
  const { confirm, submit } = zh.contracts.sign;
  await giveCode(page, submit, () => page.getByLabel(confirm).check());
}
