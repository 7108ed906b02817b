import { expect, test } from "vitest";
import { preferencesOf, rememberPreferences, returnAddress } from "./locale.server.ts";

const asked = (cookies: string) =>
  preferencesOf(new Request("http://localhost/", { headers: { Cookie: cookies } }));

test("a first visitor reads Chinese in standard size", () => {
  expect(asked("")).toEqual({ language: "zh", elder: 0 });
  expect(asked("lang=fr; elder=9; belang=en")).toEqual({ language: "zh", elder: 0 });
});

test("a choice is remembered, and the other choice stays", () => {
  const headers = rememberPreferences({ elder: 2 }).getSetCookie();
  expect(headers).toHaveLength(1);
  expect(asked(`lang=en; ${headers[0]?.split(";")[0]}`)).toEqual({ language: "en", elder: 2 });
});

test("only an address of this site is gone back to", () => {
  expect(returnAddress("/services?q=饭", "/")).toBe("/services?q=%E9%A5%AD");
  for (const from of [
    "https://evil.example/",
    "//evil.example",
    "/\\evil.example",
    "/\t/evil.example",
    "services",
    "",
    null,
  ]) {
    expect(returnAddress(from, "/")).toBe("/");
  }
});
