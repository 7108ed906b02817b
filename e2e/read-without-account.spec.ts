import { brotliCompressSync } from "node:zlib";
import { paths } from "#app/paths.ts";
import { expect, test } from "./fixtures.ts";

const publicPages = [
  paths.home,
  paths.services,
  paths.tenders,
  paths.contracts,
  paths.organizations,
  paths.audit,
];

for (const address of publicPages) {
  test(`${address} is small, needs no script and nothing from elsewhere`, async ({ page }) => {
    const asked: string[] = [];
    page.on("request", (request) => asked.push(request.url()));
    const response = await page.goto(address);
    const html = (await response?.body()) ?? Buffer.alloc(0);
    expect(response?.status()).toBe(200);
    expect(html.toString()).not.toContain("<script");
    expect(asked.length).toBeLessThanOrEqual(3);
    expect(new Set(asked.map((url) => new URL(url).origin)).size).toBe(1);

    const style = asked.find((url) => url.endsWith(".css")) ?? "";
    const css = await (await page.request.get(style)).body();
    const sent = brotliCompressSync(html).length + brotliCompressSync(css).length;
    expect(sent).toBeLessThan(14 * 1024);
  });
}

test("a public page is the same for whoever is signed in", async ({ enter, request }) => {
  const officer = await enter("liwen");
  for (const address of publicPages) {
    const hers = await (await officer.request.get(address)).text();
    const anybodys = await (await request.get(address)).text();
    expect(withoutTimes(hers), address).toBe(withoutTimes(anybodys));
  }
});

test("what has not changed is not sent again", async ({ request }) => {
  const { etag = "" } = (await request.get(paths.home)).headers();
  const again = await request.get(paths.home, { headers: { "If-None-Match": etag } });
  expect(again.status()).toBe(304);
});

test("every answer forbids what was not sent by us", async ({ request }) => {
  for (const address of [paths.home, paths.signIn(), "/no-such-page"]) {
    const headers = (await request.get(address)).headers();
    expect(headers["content-security-policy"]).not.toContain("unsafe");
    expect(headers["content-security-policy"]).toContain("frame-ancestors 'none'");
    expect(headers["x-content-type-options"]).toBe("nosniff");
    expect(headers["x-powered-by"]).toBeUndefined();
  }
});

test("a form that another site sends is refused with a number to quote", async ({ request }) => {
  const answer = await request.post(paths.preferences(), {
    form: { language: "en" },
    headers: { Origin: "https://evil.example.cn" },
  });
  expect(answer.status()).toBe(403);
  expect(await answer.text()).toContain(answer.headers()["x-reference"]);
});

test("the server says that it is alive and ready", async ({ request }) => {
  expect(await (await request.get("/healthz")).text()).toBe("ok\n");
  expect(await (await request.get("/readyz")).text()).toBe("ready\n");
});

const withoutTimes = (html: string) => html.replaceAll(/<time.*?<\/time>/g, "");
