import { expect, test } from "vitest";
import { writtenMarks } from "./chart-marks.ts";

test("a peak in the middle is written beside the first and the last value", () => {
  expect(writtenMarks([1, 2, 9, 3, 2])).toEqual([0, 2, 4]);
});

test("a peak whose words would run into an end is left to the table", () => {
  expect(writtenMarks([1, 9, 2, 3, 2, 2, 2])).toEqual([0, 6]);
});

test("a single value is written, and no value gives no words", () => {
  expect(writtenMarks([4])).toEqual([0]);
  expect(writtenMarks([])).toEqual([]);
});
