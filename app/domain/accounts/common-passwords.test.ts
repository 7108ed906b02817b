import { expect, test } from "vitest";
import { isCommonPassword } from "./common-passwords.ts";

test.each(["12345678", "Password1", " qwertyuiop ", "aaaaaaaaaa", "abababab", "woaini1314"])(
  "%j is tried first by anybody who guesses",
  (password) => {
    expect(isCommonPassword(password)).toBe(true);
  },
);

test("a password made of the account's own name or phone number is refused", () => {
  expect(isCommonPassword("13800001234", ["13800001234"])).toBe(true);
  expect(isCommonPassword("Sunshine-a1", ["sunshine-a"])).toBe(true);
});

test("a long password may hold a known word among others", () => {
  expect(isCommonPassword("阳光照进桂苑的第三扇窗", ["阳光"])).toBe(false);
  expect(isCommonPassword("sunshine-over-the-lake", ["sunshine"])).toBe(false);
  expect(isCommonPassword("correct horse battery")).toBe(false);
});
