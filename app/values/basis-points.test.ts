import { expect, test } from "vitest";
import { portionOf } from "./basis-points.ts";
import { fen } from "./money.ts";

test("a portion of an odd amount is rounded down to the fen", () => {
  expect(portionOf(fen(101), 5_000)).toBe(50);
  expect(portionOf(fen(101), 10_000)).toBe(101);
  expect(portionOf(fen(101), 0)).toBe(0);
});

test("the portion of the largest amount is still exact", () => {
  expect(portionOf(fen(Number.MAX_SAFE_INTEGER), 9_999)).toBe(9_006_298_534_815_516);
});

test.each([-1, 10_001, 0.8])("%d is no rate", (rate) => {
  expect(() => portionOf(fen(100), rate)).toThrow(RangeError);
});
