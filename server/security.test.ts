import http from "node:http";
import type { AddressInfo } from "node:net";
import express from "express";
import { afterAll, beforeAll, expect, test } from "vitest";
import {
  bodyLimit,
  contentPolicy,
  readableOnly,
  sameOriginOnly,
  secureHeaders,
} from "./security.ts";

const publicUrl = "https://jiefang.example.cn";
let server: http.Server;
let port: number;

beforeAll(async () => {
  const app = express();
  app.use(
    readableOnly,
    secureHeaders({ dev: false, publicUrl }),
    sameOriginOnly(publicUrl),
    bodyLimit,
  );
  app.all("*", (_request, response) => void response.send("in"));
  server = app.listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  port = (server.address() as AddressInfo).port;
});
afterAll(() => server.close());

type Sent = { method?: string; path?: string; headers?: http.OutgoingHttpHeaders; body?: string };

function send({ method = "POST", path = "/", headers = {}, body = "a=1" }: Sent) {
  return new Promise<http.IncomingMessage>((resolve, reject) => {
    const request = http.request({ port, host: "127.0.0.1", method, path, headers }, resolve);
    request.once("error", reject);
    request.end(method === "GET" ? undefined : body);
  });
}

const statusOf = async (sent: Sent) => (await send(sent)).statusCode;

test("an address with characters that nobody types is refused before anything is looked up", async () => {
  const asked = (path: string) => statusOf({ method: "GET", path });
  expect(await asked("/tenders?q=%00")).toBe(400);
  expect(await asked("/tenders/%1F")).toBe(400);
  expect(await asked("/tenders?q=%E5%8A%A9%E9%A4%90%0A100%25")).toBe(200);
});

test("a form of our own comes in", async () => {
  expect(await statusOf({ headers: { "Sec-Fetch-Site": "same-origin" } })).toBe(200);
  expect(await statusOf({ headers: { Origin: `http://127.0.0.1:${port}` } })).toBe(200);
  expect(await statusOf({ headers: { Origin: publicUrl } })).toBe(200);
});

test.each([
  ["another site's page", { "Sec-Fetch-Site": "cross-site", Origin: publicUrl }],
  ["a neighbouring subdomain's page", { "Sec-Fetch-Site": "same-site" }],
  ["another origin", { Origin: "https://evil.example.cn" }],
  ["a hidden origin", { Origin: "null" }],
  ["a cookie without any word of where from", { Cookie: "session=1" }],
])("a form with %s is refused", async (_, headers) => {
  expect(await statusOf({ headers })).toBe(403);
});

test("a program without a cookie comes in", async () => {
  expect(await statusOf({})).toBe(200);
});

test("reading is open to links from everywhere", async () => {
  expect(await statusOf({ method: "GET", headers: { "Sec-Fetch-Site": "cross-site" } })).toBe(200);
});

test("a body that does not tell its length is refused", async () => {
  expect(await statusOf({ headers: { "Transfer-Encoding": "chunked" } })).toBe(411);
});

test("a form may hold a mebibyte, an upload twelve", async () => {
  const headers = (length: number, type: string) => ({
    "Content-Length": length,
    "Content-Type": type,
  });
  const status = async (length: number, type: string) =>
    statusOf({ headers: headers(length, type), body: "a".repeat(length) });
  const form = "application/x-www-form-urlencoded";
  expect(await status(1_048_576, form)).toBe(200);
  expect(await status(1_048_577, form)).toBe(413);
  expect(await status(1_048_577, "multipart/form-data; boundary=x")).toBe(200);
});

test("https is asked for where the public address has it", async () => {
  const { headers } = await send({ method: "GET" });
  expect(headers["strict-transport-security"]).toContain("max-age=63072000");
  expect(headers["x-content-type-options"]).toBe("nosniff");
});

test("the content policy trusts nothing inline", () => {
  const policy = contentPolicy("'nonce-abc'", false);
  expect(policy).toContain("script-src 'self' 'nonce-abc';");
  expect(policy).not.toContain("unsafe");
  for (const name of ["object-src", "base-uri", "frame-ancestors"]) {
    expect(policy).toContain(`${name} 'none'`);
  }
});

test("a page without scripts allows none", () => {
  expect(contentPolicy("'none'", false)).toContain("script-src 'none';");
});
