import { expect, test } from "vitest";
import { isEasilyGuessed, newPin } from "./resident.ts";

test("a PIN is four digits, and differs from card to card", () => {
  const pins = Array.from({ length: 200 }, newPin);
  for (const pin of pins) expect(pin).toMatch(/^\d{4}$/);
  expect(new Set(pins).size).toBeGreaterThan(100);
});

test.each(["0000", "7777", "1234", "3210"])("%s would be tried first", (pin) => {
  expect(isEasilyGuessed(pin)).toBe(true);
});

test.each(["2580", "1235", "9012", "1122"])("%s is as good as any", (pin) => {
  expect(isEasilyGuessed(pin)).toBe(false);
});
