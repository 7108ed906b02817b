import AxeBuilder from "@axe-core/playwright";
import { type BrowserContext, test as base, expect, type Page } from "@playwright/test";
import { DEMO_PASSWORD } from "#app/domain/accounts/demo-password.ts";

import { paths } from "#app/paths.ts";
import { giveCode, zh } from "./main-job/world.ts";

type Options = { javaScript?: boolean };

type Fixtures = {
  /** A browser of that demo person's own, signed in through the sign-in page. */
  enter: (account: string, options?: Options) => Promise<Page>;
  /** A browser of somebody who has not signed in. */
  visit: (address: string, options?: Options) => Promise<Page>;
  /** axe finds nothing on the page that is open, in both languages and elder mode, at 320 and 1280 px. */
  inspect: (page: Page) => Promise<void>;
};

/** Two people are two contexts; none of them is slowed by a script that a page does not need. */
export const test = base.extend<Fixtures>({
  visit: async ({ browser }, use) => {
    const contexts: BrowserContext[] = [];
    await use(async (address, { javaScript = true } = {}) => {
      const context = await browser.newContext({ javaScriptEnabled: javaScript });
      contexts.push(context);
      const page = await context.newPage();
      await page.goto(address);
      return page;
    });
    await Promise.all(contexts.map((context) => context.close()));
  },
  enter: async ({ visit }, use) => {
    await use(async (account, options) => {
      const page = await visit(paths.signIn(), options);
      await page.getByLabel("手机号或账号").fill(account);
      await page.getByLabel("密码").fill(DEMO_PASSWORD);
      await page.getByRole("button", { name: "登录", exact: true }).click();
      if (page.url().includes(paths.signInCode))
        await giveCode(page, zh.secondFactor.signIn.submit);
      await expect(page).not.toHaveURL(/sign-in/);
      return page;
    });
  },
  inspect: async ({ browser }, use) => {
    const seen = new Set<string>();
    await use(async (page) => {
      const kind = kindOf(page.url());
      if (seen.has(kind)) return;
      seen.add(kind);
      const storageState = await page.context().storageState();
      await Promise.all(
        looks.map(async (look) => {
          const context = await browser.newContext({ storageState });
          await inspectAs(context, page.url(), look);
          await context.close();
        }),
      );
    });
  },
});

export { expect } from "@playwright/test";

type Look = { lang: string; elder: string };
const looks: Look[] = ["zh", "en"].flatMap((lang) => ["0", "1"].map((elder) => ({ lang, elder })));

/** Pages of one kind differ only by whose they are. */
const kindOf = (url: string) => new URL(url).pathname.replaceAll(/[0-9a-f-]{36}/g, ":id");

async function inspectAs(context: BrowserContext, url: string, { lang, elder }: Look) {
  await context.addCookies([
    { name: "lang", value: lang, url },
    { name: "elder", value: elder, url },
  ]);
  const page = await context.newPage();
  await page.goto(url);
  for (const width of [320, 1280]) {
    await page.setViewportSize({ width, height: 900 });
    const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
    const found = violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
    expect.soft(found, `${url} in ${lang}, elder ${elder}, ${width} px`).toEqual([]);
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect
      .soft(overflow, `${url} in ${lang}, elder ${elder}, scrolls sideways at ${width} px`)
      .toBeLessThanOrEqual(0);
  }
  await page.close();
}
