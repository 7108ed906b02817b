import { expect, test } from "vitest";
import { divideDown, divideHalfUp } from "./rounding.ts";

test("a half is rounded up, less than a half down", () => {
  expect([5n, 7n, 8n].map((n) => divideHalfUp(n, 2n))).toEqual([3, 4, 4]);
  expect([1n, 2n, 4n, 5n].map((n) => divideHalfUp(n, 3n))).toEqual([0, 1, 1, 2]);
});

test("rounding down drops the rest", () => {
  expect([0n, 2n, 3n, 5n].map((n) => divideDown(n, 3n))).toEqual([0, 0, 1, 1]);
});

test("nothing is divided by zero, below zero, or beyond what is exact", () => {
  expect(() => divideHalfUp(1n, 0n)).toThrow(RangeError);
  expect(() => divideDown(-1n, 2n)).toThrow(RangeError);
  expect(() => divideDown(2n ** 60n, 1n)).toThrow(RangeError);
});
