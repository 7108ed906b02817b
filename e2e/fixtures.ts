import {
  type Browser,
  type BrowserContext,
  test as base,
  type Cookie,
  expect,
  type Page,
} from "@playwright/test";
import axe from "axe-core";
import { DEMO_PASSWORD } from "#app/domain/accounts/demo-password.ts";

import { startSession } from "#app/http/sessions.server.ts";
import { paths } from "#app/paths.ts";
import { demoUser } from "./demo-office.ts";
import { giveCode, zh } from "./main-job/world.ts";

type Options = { javaScript?: boolean };

/** Whether a person with a second factor types a code; the next one is half a minute off, so few journeys do. */
type Entering = Options & { code?: boolean };

type Fixtures = {
  /** A browser of that demo person's own, signed in through the sign-in page, up to her code unless she types that. */
  enter: (account: string, options?: Entering) => Promise<Page>;
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
    await use(async (account, { code = false, ...options } = {}) => {
      const page = await visit(paths.signIn(), options);
      await page.getByLabel("手机号或账号").fill(account);
      await page.getByLabel("密码").fill(DEMO_PASSWORD);
      await page.getByRole("button", { name: "登录", exact: true }).click();
      await page.waitForURL(({ pathname }) => pathname !== paths.signIn());
      if (page.url().includes(paths.signInCode)) {
        if (code) await giveCode(page, zh.secondFactor.signIn.submit);
        else await letIn(page, account);
      }
      await expect(page).not.toHaveURL(/sign-in/);
      return page;
    });
  },
  inspect: async ({ browser }, use) => {
    const seen = new Set<string>();
    const readers = await Promise.all(looks.map((look) => readerOf(browser, look)));
    await use(async (page) => {
      const kind = kindOf(page.url());
      if (seen.has(kind)) return;
      seen.add(kind);
      const { cookies } = await page.context().storageState();
      await Promise.all(readers.map((reader) => inspectAs(reader, page.url(), cookies)));
    });
    await Promise.all(readers.map(({ page }) => page.context().close()));
  },
});

/** As after the right code. */
async function letIn(page: Page, account: string) {
  const [name = "", value = ""] =
    (await startSession(await demoUser(account), true)).split(";")[0]?.split("=") ?? [];
  await page.context().addCookies([{ name, value, url: new URL("/", page.url()).href }]);
  await page.goto(paths.my);
}

export { expect } from "@playwright/test";

type Look = { lang: string; elder: string };
const looks: Look[] = ["zh", "en"].flatMap((lang) => ["0", "1"].map((elder) => ({ lang, elder })));

/** A page that reads in one look whatever is inspected. */
type Reader = Look & { page: Page };

async function readerOf(browser: Browser, look: Look): Promise<Reader> {
  const context = await browser.newContext();
  return { ...look, page: await context.newPage() };
}

/** Pages of one kind differ only by whose they are. */
const kindOf = (url: string) => new URL(url).pathname.replaceAll(/[0-9a-f-]{36}/g, ":id");

async function inspectAs({ page, lang, elder }: Reader, url: string, cookies: Cookie[]) {
  const context = page.context();
  await context.clearCookies();
  await context.addCookies([
    ...cookies.filter(({ name }) => name !== "lang" && name !== "elder"),
    { name: "lang", value: lang, url },
    { name: "elder", value: elder, url },
  ]);
  await page.goto(url);
  await page.evaluate(axe.source);
  for (const width of [320, 1280]) {
    await page.setViewportSize({ width, height: 900 });
    const seen = `${url} in ${lang}, elder ${elder}, ${width} px`;
    expect.soft(await page.evaluate(violations, elder === "1"), seen).toEqual([]);
    expect.soft(await page.evaluate(overflow), `${seen}, scrolls sideways`).toBeLessThanOrEqual(0);
    expect
      .soft(await page.evaluate(tooSmall, elder === "1" ? large : usual), `${seen}, too small`)
      .toEqual([]);
  }
}

/** The least height of text and of what is pressed, in pixels. */
type Least = { text: number; target: number };
const usual: Least = { text: 18, target: 44 };
const large: Least = { text: 24, target: 60 };

/** In the page: what axe finds, each rule with the first place that breaks it; the contrast of WCAG's AAA where asked. */
async function violations(strong: boolean) {
  const { axe: inPage } = globalThis as unknown as { axe: typeof axe };
  const { violations: found } = await inPage.run(document, {
    resultTypes: ["violations"],
    rules: { "color-contrast-enhanced": { enabled: strong } },
  });
  return found.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
}

/** In the page: by how many pixels it is wider than the window. */
const overflow = () => document.documentElement.scrollWidth - innerWidth;

/** In the page: what is set or can be pressed in less than these sizes; links amid text are as large as the text. */
function tooSmall({ text, target }: Least) {
  const found: string[] = [];
  const box = (element: Element) => element.getBoundingClientRect();
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const element = texts.currentNode.parentElement;
    if (!element?.checkVisibility() || !texts.currentNode.nodeValue?.trim()) continue;
    const size = Number.parseFloat(getComputedStyle(element).fontSize);
    if (size < text - 0.01 && box(element).height > 1)
      found.push(`${size} px: ${element.outerHTML}`);
  }
  for (const element of document.querySelectorAll(
    "a, button, input:not([type=hidden]), select, textarea, summary",
  )) {
    const style = getComputedStyle(element);
    if (!element.checkVisibility() || box(element).height <= 1) continue;
    const amidText =
      style.display === "inline" &&
      element.parentElement?.innerText.trim() !== element.textContent?.trim();
    const whole =
      getComputedStyle(element, "::after").position === "absolute"
        ? element.closest(".card")
        : element.matches("[type=checkbox], [type=radio]")
          ? element.closest("label")
          : null;
    const { width, height } = box(whole ?? element);
    if (!amidText && Math.min(width, height) < target - 0.5)
      found.push(`${Math.round(width)} by ${Math.round(height)} px: ${element.outerHTML}`);
  }
  return found.map((line) => line.slice(0, 200));
}
