import { afterEach, expect, test, vi } from "vitest";
import { newId } from "#app/values/id.ts";
import {
  findHalfSignedIn,
  forgetHalfSignedIn,
  rememberHalfSignedIn,
} from "./half-signed-in.server.ts";

const half = { userId: newId<"user">(), staff: true, to: "/office" };

const sendBack = (cookie: string) =>
  new Request("http://own.invalid/sign-in/code", {
    headers: { Cookie: `lang=en; ${cookie.split(";")[0]}` },
  });

afterEach(() => vi.useRealTimers());

test("whose password was right is known for ten minutes", () => {
  vi.useFakeTimers();
  const request = sendBack(rememberHalfSignedIn(half));
  vi.advanceTimersByTime(599_000);
  expect(findHalfSignedIn(request)).toEqual(half);
  vi.advanceTimersByTime(1_000);
  expect(findHalfSignedIn(request)).toBeUndefined();
});

test("a cookie that was changed, made by somebody else or cleared says nothing", () => {
  const [pair = ""] = rememberHalfSignedIn(half).split(";");
  const changed = pair.slice(0, -4) + (pair.endsWith("AAAA") ? "BBBB" : "AAAA");
  const made = `${pair.split("=")[0]}=${Buffer.from(JSON.stringify(half)).toString("base64url")}`;
  for (const cookie of [changed, made, forgetHalfSignedIn(), ""]) {
    expect(findHalfSignedIn(sendBack(cookie))).toBeUndefined();
  }
});

test("the browser's scripts cannot read it, and no other page is sent it", () => {
  expect(rememberHalfSignedIn(half)).toMatch(/Path=\/sign-in; .*HttpOnly; SameSite=Lax/);
});
