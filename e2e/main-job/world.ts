import { expect, type Page } from "@playwright/test";
import { messagesIn } from "#app/i18n/messages.ts";

/** The words on the pages, as the journeys' people read them. */
export const zh = messagesIn("zh");

/** What the journey's steps share: how to become somebody, and how to look closely at a page. */
export type World = {
  enter: (account: string, options?: { javaScript?: boolean }) => Promise<Page>;
  inspect: (page: Page) => Promise<void>;
};

/** Press the button of that name and wait for the page that answers; whether the form was taken. */
export async function press(page: Page, name: string): Promise<boolean> {
  const answered = page.waitForResponse((response) => response.request().method() === "POST");
  await page.getByRole("button", { name, exact: true }).click();
  const taken = (await answered).status() < 400;
  await page.waitForLoadState();
  return taken;
}

/** Type the code that the page shows to a person of the demo street; just after one was used, the next takes a moment. */
async function fillCode(page: Page): Promise<void> {
  const shown = page.getByRole("main").locator("output");
  await expect(async () => {
    if (!(await shown.textContent())) await page.reload();
    await expect(shown).toHaveText(/\d{6}/, { timeout: 100 });
  }).toPass({ timeout: 120_000, intervals: [1_000] });
  await page
    .getByLabel(zh.secondFactor.code, { exact: true })
    .fill((await shown.textContent()) ?? "");
}

/** The same with the form's other fields, and press the button; again if the same person used the code meanwhile in another journey. */
export async function giveCode(
  page: Page,
  name: string,
  fillRest: () => Promise<void> = async () => {},
): Promise<void> {
  for (let tries = 0; tries < 3; tries += 1) {
    await fillCode(page);
    await fillRest();
    if (await press(page, name)) return;
  }
  throw new Error("three codes were refused");
}

/** Reload until the page says so: the worker does in the background what the clock has made due. */
export async function waitFor(page: Page, says: (page: Page) => Promise<void>): Promise<void> {
  await expect(async () => {
    await page.reload();
    await says(page);
  }).toPass({ timeout: 30_000, intervals: [200, 500, 1_000] });
}

/** Move the demo's clock from deadline to deadline until `there` says that it is far enough. */
export async function moveClock(page: Page, there: () => Promise<boolean>): Promise<void> {
  for (let moves = 0; moves < 30; moves += 1) {
    if (await there()) return;
    await pressClock(page, zh.common.demo.deadline);
  }
  throw new Error("the clock was moved thirty times and it is still too early");
}

/** Press a button of the demo's clock, which stands in the bar on every page. */
export async function pressClock(page: Page, name: string): Promise<void> {
  const bar = page.getByRole("complementary", { name: zh.common.demo.label });
  const button = bar.getByRole("button", { name, exact: true });
  if (!(await button.isVisible())) await bar.locator("summary").click();
  const answered = page.waitForResponse((response) => response.request().method() === "POST");
  await button.click();
  await answered;
  await page.waitForLoadState();
}
