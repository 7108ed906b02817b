import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fen } from "#app/values/money.ts";
import { day } from "#app/values/time.ts";
import {
  eligible,
  type PersonForProgramme,
  type ProgrammeRules,
  splitPrice,
} from "./price-split.ts";

const half = { rateBp: 5_000, capPerVisitFen: fen(3_000) };

describe("the price of a visit", () => {
  test("is shared by the rate, the odd fen to the resident", () => {
    expect(splitPrice(fen(5_001), half, undefined, undefined)).toEqual({
      price: 5_001,
      fundShare: 2_500,
      residentShare: 2_501,
      limitedBy: null,
    });
  });

  test("is the resident's alone without a programme", () => {
    expect(splitPrice(fen(5_001), undefined, fen(9_999), fen(9_999))).toEqual({
      price: 5_001,
      fundShare: 0,
      residentShare: 5_001,
      limitedBy: null,
    });
  });

  test.each([
    ["cap", undefined, undefined, 3_000],
    ["quota", 2_999, undefined, 2_999],
    ["contract", undefined, 1_000, 1_000],
    ["quota", 500, 1_000, 500],
    ["contract", 1_000, 0, 0],
    ["quota", -1, undefined, 0],
  ] as const)(
    "is limited by the %s (quota %s, contract %s) to %d",
    (limitedBy, quota, contract, share) => {
      const left = (amount: number | undefined) => (amount === undefined ? undefined : fen(amount));
      expect(splitPrice(fen(10_000), half, left(quota), left(contract))).toMatchObject({
        fundShare: share,
        residentShare: 10_000 - share,
        limitedBy,
      });
    },
  );

  test("names no limit that is just enough", () => {
    expect(splitPrice(fen(6_000), half, fen(3_000), fen(3_000)).limitedBy).toBeNull();
  });

  test("is not shared by a rate above the whole", () => {
    const generous = { rateBp: 10_001, capPerVisitFen: fen(1) };
    expect(() => splitPrice(fen(100), generous, undefined, undefined)).toThrow(RangeError);
  });

  test("always sums, and no share is negative or above any limit", () => {
    const amount = fc.integer({ min: 0, max: 10 ** 12 }).map(fen);
    const left = fc.option(amount, { nil: undefined });
    const programme = fc.record({ rateBp: fc.nat({ max: 10_000 }), capPerVisitFen: amount });
    fc.assert(
      fc.property(amount, programme, left, left, (price, terms, quota, contract) => {
        const { fundShare, residentShare, limitedBy } = splitPrice(price, terms, quota, contract);
        const limits = { cap: terms.capPerVisitFen, quota, contract };
        expect(fundShare + residentShare).toBe(price);
        expect(Math.min(fundShare, residentShare)).toBeGreaterThanOrEqual(0);
        expect(BigInt(fundShare) * 10_000n).toBeLessThanOrEqual(
          BigInt(price) * BigInt(terms.rateBp),
        );
        for (const most of Object.values(limits)) {
          if (most !== undefined) expect(fundShare).toBeLessThanOrEqual(most);
        }
        if (limitedBy) expect(fundShare).toBe(limits[limitedBy]);
      }),
    );
  });
});

const forElders: ProgrammeRules = {
  ageFrom: 80,
  lowIncomeOnly: false,
  disabledOnly: false,
  registeredOnly: true,
  validFrom: day("2026-01-01"),
  validTo: day("2026-12-31"),
};
const wang: PersonForProgramme = {
  bornOn: day("1946-11-30"),
  communityId: "lakeside",
  registered: true,
  lowIncome: false,
  disabilityGrade: null,
};

describe("a programme", () => {
  test("pays from the birthday on which the age is reached", () => {
    expect(eligible(forElders, wang, day("2026-11-29")).reasons).toEqual(["too_young"]);
    expect(eligible(forElders, wang, day("2026-11-30"))).toEqual({ eligible: true, reasons: [] });
  });

  test("pays somebody born on 29 February from 1 March", () => {
    const leapling = { ...wang, bornOn: day("1948-02-29") };
    const from78 = { ...forElders, ageFrom: 78 };
    expect(eligible(from78, leapling, day("2026-02-28")).reasons).toEqual(["too_young"]);
    expect(eligible(from78, leapling, day("2026-03-01")).eligible).toBe(true);
  });

  test("pays up to and including the last age and the last day", () => {
    const forChildren = { ...forElders, ageFrom: null, ageTo: 80 };
    expect(eligible(forChildren, wang, day("2026-12-31")).eligible).toBe(true);
    expect(eligible({ ...forChildren, ageTo: 79 }, wang, day("2026-12-31")).reasons).toEqual([
      "too_old",
    ]);
    expect(eligible(forElders, wang, day("2027-01-01")).reasons).toEqual(["no_longer_valid"]);
    expect(eligible({ ...forElders, validTo: null }, wang, day("2027-01-01")).eligible).toBe(true);
    const young = { ...forElders, ageFrom: null };
    expect(eligible(young, wang, day("2025-12-31")).reasons).toEqual(["not_yet_valid"]);
    expect(eligible(young, wang, day("2026-01-01")).eligible).toBe(true);
  });

  test("says every reason why it does not pay", () => {
    const strict: ProgrammeRules = {
      ...forElders,
      communityIds: ["hillside"],
      lowIncomeOnly: true,
      disabledOnly: true,
    };
    expect(eligible(strict, { ...wang, registered: false }, day("2026-12-01"))).toEqual({
      eligible: false,
      reasons: ["outside_communities", "not_registered", "not_low_income", "not_disabled"],
    });
    const entitled = { ...wang, communityId: "hillside", lowIncome: true, disabilityGrade: 4 };
    expect(eligible(strict, entitled, day("2026-12-01")).eligible).toBe(true);
  });
});
