import { expect, type Page } from "@playwright/test";
import { paths } from "#app/paths.ts";
import { addDays, dayOf } from "#app/values/time.ts";
import { press, type World, zh } from "./world.ts";

const list = "db/seed/fixtures/real-purchases.csv";
const title = "“温馨夕阳暖空巢”老年人服务项目";

/** An officer imports the office's own list and completes its first row; another person publishes it. */
export async function buyInTheOpen(world: World): Promise<string> {
  const officer = await world.enter("liwen");
  await world.inspect(officer);
  await importList(world, officer);
  await officer.goto(paths.office.projects);
  await world.inspect(officer);
  await officer.getByRole("link", { name: title }).click();
  await officer.waitForURL(/\/office\/tenders\//);
  const tenderId = officer.url().split("/").at(-1) ?? "";
  await world.inspect(officer);
  await complete(world, officer, tenderId);
  await submitForReview(world, officer, tenderId);
  await publish(world, tenderId);
  await officer.close();
  return tenderId;
}

async function importList({ inspect }: World, officer: Page) {
  await officer.goto(paths.office.importProjects);
  await inspect(officer);
  await officer.getByLabel(zh.projects.import.file).setInputFiles(list);
  await press(officer, zh.projects.import.submit);
  await expect(officer.getByRole("heading", { name: zh.projects.preview.title })).toBeVisible();
  await expect(officer.getByText("“协议”", { exact: false }).first()).toBeVisible();
  await inspect(officer);
  await officer.getByRole("button", { name: /导入.*为草稿/ }).click();
  await officer.waitForURL(/\/office\/projects/);
}

async function complete({ inspect }: World, officer: Page, tenderId: string) {
  const { form } = zh.projects;
  await officer.goto(paths.office.editTender(tenderId));
  await inspect(officer);
  await expect(officer.getByLabel(form.ceiling)).toHaveValue(/^508000(\.00)?$/);
  await expect(officer.getByLabel(form.quantity)).toHaveValue("300");
  const today = dayOf(new Date());
  await officer.getByLabel("桂苑社区", { exact: true }).check();
  await officer.getByLabel("锦绣社区", { exact: true }).check();
  await officer.getByLabel(form.serviceType).selectOption("companionship");
  await officer.getByLabel(form.fund).selectOption({ index: 1 });
  await officer.getByLabel(form.deadline).fill(`${addDays(today, 9)}T17:00`);
  await officer.getByLabel(form.startsOn).fill(addDays(today, 10));
  await officer.getByLabel(form.serviceMonths).fill("12");
  await officer.getByLabel(form.openerA).selectOption({ label: "孙莉" });
  await officer.getByLabel(form.openerB).selectOption({ label: "何伟" });
  await press(officer, form.save);
  await officer.goto(paths.office.criteria(tenderId));
  await inspect(officer);
  await press(officer, zh.projects.criteria.submit);
}

async function submitForReview({ inspect }: World, officer: Page, tenderId: string) {
  await officer.goto(paths.office.review(tenderId));
  await inspect(officer);
  await press(officer, zh.office.review.submit);
  await expect(officer.getByText(zh.tenderStatus.in_review).first()).toBeVisible();
}

async function publish({ enter, inspect }: World, tenderId: string) {
  const approver = await enter("zhangjianguo", { code: true });
  await inspect(approver);
  await approver.goto(paths.office.publication(tenderId));
  await inspect(approver);
  await press(approver, zh.office.publication.submit);
  await approver.goto(paths.tender(tenderId));
  await expect(approver.getByText("¥508,000").first()).toBeVisible();
  await inspect(approver);
  await approver.goto(paths.office.fund());
  await inspect(approver);
  await approver.close();
}
