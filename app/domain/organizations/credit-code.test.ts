import { describe, expect, test } from "vitest";
import {
  creditCodeKind,
  isCreditCode,
  normaliseCreditCode,
  withCheckCharacter,
} from "./credit-code.ts";

describe("a credit code", () => {
  test("is the example printed in the standard", () => {
    expect(isCreditCode("91350100M000100Y43")).toBe(true);
  });

  test.each([
    // 5·1 + 1·3 = 8, 31 − 8 = 23, which is P
    ["51000000000000000", "P"],
    // 5·1 + 2·3 = 11, 31 − 11 = 20, which is L
    ["52000000000000000", "L"],
    // 5·1 + 3·3 = 14, 31 − 14 = 17, which is H
    ["53000000000000000", "H"],
    // the sum is 1271 = 41 · 31, so nothing is missing to a multiple of 31
    ["52110000MJ0000019", "0"],
  ])("%s ends in %s", (first17, check) => {
    expect(withCheckCharacter(first17)).toBe(first17 + check);
    expect(isCreditCode(first17 + check)).toBe(true);
  });

  test("is wrong when any one character is mistyped", () => {
    const code = "91350100M000100Y43";
    for (let place = 0; place < code.length; place += 1) {
      const typo = code[place] === "7" ? "8" : "7";
      expect(isCreditCode(code.slice(0, place) + typo + code.slice(place + 1))).toBe(false);
    }
  });

  test("is wrong when two unlike neighbours are swapped", () => {
    expect(isCreditCode("93150100M000100Y43")).toBe(false);
  });

  test.each(["", "91350100M000100Y4", "91350100M000100Y433", "9135010OM000100Y43", "Z".repeat(18)])(
    "is not %j",
    (text) => {
      expect(isCreditCode(text)).toBe(false);
    },
  );

  test("is read however it was typed", () => {
    expect(normaliseCreditCode(" 91350100 m000100y43\n")).toBe("91350100M000100Y43");
    expect(normaliseCreditCode("９１３５０１００Ｍ０００１００Ｙ４３　")).toBe(
      "91350100M000100Y43",
    );
  });

  test("says what kind of organization it is", () => {
    const kinds = ["51", "52", "53", "91"].map((head) => creditCodeKind(`${head}0000000000000000`));
    expect(kinds).toEqual(["social_group", "social_service", "foundation", "other"]);
  });

  test("is not made from a beginning that no code has", () => {
    expect(() => withCheckCharacter("5200000000000000O")).toThrow(RangeError);
    expect(() => withCheckCharacter("52")).toThrow(RangeError);
  });
});
