import { expect, type Page } from "@playwright/test";
import { sql } from "drizzle-orm";
import { messagesIn } from "#app/i18n/messages.ts";
import { db } from "#db/client.server.ts";

/** The words on the pages, as the journeys' people read them. */
export const zh = messagesIn("zh");

/** What the journey's steps share: how to become somebody, and how to look closely at a page. */
export type World = {
  enter: (account: string, options?: { javaScript?: boolean; code?: boolean }) => Promise<Page>;
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

/**
 * Give the code that the page shows to a person of the demo street, with the form's other fields. A code works once: who
 * used one waits for the next, and journeys beside this one of the same person take their turn.
 */
export async function giveCode(
  page: Page,
  name: string,
  fillRest: () => Promise<void> = async () => {},
): Promise<void> {
  await expect(async () => {
    const given = await db.transaction(async (tx) => {
      await tx.execute(sql`select pg_advisory_xact_lock(hashtext('codes of the demo street'))`);
      await page.goto(page.url());
      const code = await page.getByRole("main").locator("output").textContent();
      if (!code) return false;
      await page.getByLabel(zh.secondFactor.code, { exact: true }).fill(code);
      await fillRest();
      return await press(page, name);
    });
    expect(given).toBe(true);
  }).toPass({ timeout: 120_000, intervals: [1_000] });
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
