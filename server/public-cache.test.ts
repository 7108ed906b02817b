import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { beforeEach, expect, test, vi } from "vitest";
import { createPublicCache } from "./public-cache.ts";

let time = 0;
let cache = createPublicCache(() => time);

beforeEach(() => {
  time = 0;
  cache = createPublicCache(() => time);
});

const html = { "Content-Type": "text/html; charset=utf-8" };
const page = (text: string) => vi.fn(async () => new Response(text, { headers: html }));

test("a page is rendered once in five seconds", async () => {
  const render = page("<p>一</p>");
  await cache.read("/", render);
  time = 4_999;
  await cache.read("/", render);
  expect(render).toHaveBeenCalledTimes(1);
  time = 5_000;
  await cache.read("/", render);
  expect(render).toHaveBeenCalledTimes(2);
});

test("a rush on one page renders it once", async () => {
  const render = page("<p>一</p>");
  const all = await Promise.all(Array.from({ length: 50 }, () => cache.read("/", render)));
  expect(render).toHaveBeenCalledTimes(1);
  expect(new Set(all).size).toBe(1);
});

test("the body is the same whichever way it is compressed", async () => {
  const found = await cache.read("/", page("<p>街坊</p>"));
  const { br, gzip, identity } = found?.bodies ?? {};
  expect(identity?.toString()).toBe("<p>街坊</p>");
  expect(brotliDecompressSync(br ?? "").toString()).toBe("<p>街坊</p>");
  expect(gunzipSync(gzip ?? "").toString()).toBe("<p>街坊</p>");
});

test("the tag follows the words", async () => {
  const first = await cache.read("/a", page("<p>一</p>"));
  const same = await cache.read("/b", page("<p>一</p>"));
  const other = await cache.read("/c", page("<p>二</p>"));
  expect(same?.etag).toBe(first?.etag);
  expect(other?.etag).not.toBe(first?.etag);
});

test("what is published is seen at once", async () => {
  await cache.read("/", page("<p>旧</p>"));
  cache.drop();
  const found = await cache.read("/", page("<p>新</p>"));
  expect(found?.bodies.identity.toString()).toBe("<p>新</p>");
});

test("a rendering that began before the publication is not kept", async () => {
  let finish = (_: Response) => {};
  const slow = cache.read("/", () => new Promise((resolve) => (finish = resolve)));
  cache.drop();
  const fresh = await cache.read("/", page("<p>新</p>"));
  finish(new Response("<p>旧</p>", { headers: html }));
  await slow;
  expect(await cache.read("/", page("<p>三</p>"))).toBe(fresh);
});

test.each([
  ["another status", new Response("", { status: 404, headers: html })],
  ["a cookie", new Response("<p></p>", { headers: { ...html, "Set-Cookie": "a=1" } })],
  ["a script", new Response("<script></script>", { headers: html })],
  ["something else than a page", new Response("a,b", { headers: { "Content-Type": "text/csv" } })],
])("%s is not for the cache", async (_, response) => {
  expect(await cache.read("/", async () => response)).toBeUndefined();
});

test("a rendering that fails is tried again by the next reader", async () => {
  await expect(cache.read("/", () => Promise.reject(new Error("away")))).rejects.toThrow("away");
  expect(await cache.read("/", page("<p>一</p>"))).toBeDefined();
});

test("the oldest pages make room", async () => {
  const first = page("<p>一</p>");
  await cache.read("/?0", first);
  for (let n = 1; n <= 400; n++) await cache.read(`/?${n}`, page("<p></p>"));
  await cache.read("/?0", first);
  expect(first).toHaveBeenCalledTimes(2);
});

test("open data is kept like a page, and stays open to every site", async () => {
  const headers = { "Content-Type": "application/json", "Access-Control-Allow-Origin": "*" };
  const kept = await cache.read("/open", async () => new Response("{}", { headers }));
  expect(kept).toMatchObject({ contentType: "application/json", sharedWith: "*" });
});
