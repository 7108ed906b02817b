import { describe, expect, test } from "vitest";
import { yuan } from "#app/values/money.ts";
import { defaultThresholds } from "./default-rules.ts";
import { allowedMethods, isSplit, limitOf } from "./thresholds.ts";

const methodsAt = (value: number, profile: "community" | "statutory") =>
  allowedMethods(defaultThresholds, yuan(value))
    .filter((one) => one.profile === profile)
    .map(({ method }) => method);

describe("a value", () => {
  test("allows fewer methods of the community the higher it is, and none from a million on", () => {
    expect(methodsAt(99_999.99, "community")).toHaveLength(6);
    expect(methodsAt(100_000, "community")).toEqual([
      "open_scored",
      "consult",
      "lowest_price",
      "panel",
    ]);
    expect(methodsAt(399_999.99, "community")).toContain("lowest_price");
    expect(methodsAt(400_000, "community")).toEqual(["open_scored", "consult", "panel"]);
    expect(methodsAt(999_999.99, "community")).toContain("open_scored");
    expect(methodsAt(1_000_000, "community")).toEqual([]);
  });

  test("always allows the statutory procedure, which has no two-way choice", () => {
    for (const value of [1, 100_000, 400_000, 1_000_000, 50_000_000]) {
      expect(methodsAt(value, "statutory")).toEqual([
        "open_scored",
        "consult",
        "lowest_price",
        "direct",
        "panel",
      ]);
    }
  });
});

test("a method's limit is the first value at which it is not allowed any more", () => {
  const limit = (
    profile: "community" | "statutory",
    method: "direct" | "lowest_price" | "two_way",
  ) => limitOf(defaultThresholds, { profile, method });
  expect(limit("community", "direct")).toBe(yuan(100_000));
  expect(limit("community", "lowest_price")).toBe(yuan(400_000));
  expect(limit("statutory", "lowest_price")).toBeNull();
  expect(limit("statutory", "two_way")).toBe(0);
});

describe("a purchase", () => {
  const other = (value: number) => ({
    tenderId: `of ${value}`,
    title: "",
    method: "direct" as const,
    ceiling: yuan(value),
  });

  test("is split when the like ones reach the limit together, and none does alone", () => {
    expect(isSplit(yuan(50_000), [other(49_999)], yuan(100_000))).toBe(false);
    expect(isSplit(yuan(50_000), [other(50_000)], yuan(100_000))).toBe(true);
    expect(isSplit(yuan(50_000), [], yuan(50_000))).toBe(false);
    expect(isSplit(yuan(100_000), [other(1)], yuan(100_000))).toBe(false);
  });

  test("is never split where the method has no limit", () => {
    expect(isSplit(yuan(50_000_000), [other(50_000_000)], null)).toBe(false);
  });
});
