import { expect, test } from "vitest";
import { fen } from "#app/values/money.ts";
import { day } from "#app/values/time.ts";
import {
  priceFor,
  type Situation,
  type Subsidy,
  situationKey,
  situationOf,
  situationsOf,
} from "./situation.ts";

const today = day("2026-11-30");
const anybody = { ageFrom: null, lowIncome: false, disabled: false };
const subsidy: Subsidy = {
  rateBp: 6000,
  capPerVisit: fen(4000),
  ageFrom: 60,
  lowIncomeOnly: false,
  disabledOnly: false,
  registeredOnly: true,
  validFrom: day("2026-01-01"),
  validTo: day("2026-12-31"),
};

test("situations are those that the programmes tell apart, each once and in order", () => {
  const rules = (ageFrom: number | null, lowIncomeOnly = false, disabledOnly = false) => ({
    ageFrom,
    lowIncomeOnly,
    disabledOnly,
  });
  const found = situationsOf([
    rules(80),
    rules(null, false, true),
    rules(60),
    rules(60, true),
    rules(80),
    rules(null),
  ]);
  expect(found.map(situationKey)).toEqual(["60", "80", "60l", "d"]);
});

test("a situation's name leads back to it, and other text to none", () => {
  const all: Situation[] = [
    { ...anybody, ageFrom: 60 },
    { ...anybody, lowIncome: true },
    { ageFrom: 80, lowIncome: true, disabled: true },
  ];
  for (const situation of all) expect(situationOf(situationKey(situation))).toEqual(situation);
  for (const text of ["", "dl", "-1", "6000", "60x", "l60"]) {
    expect(situationOf(text)).toBeUndefined();
  }
});

test("the price is split for those whom the programme is for, and whole for others", () => {
  const at = (situation: Situation | undefined) => priceFor(fen(5000), subsidy, situation, today);
  expect(at({ ...anybody, ageFrom: 60 })).toMatchObject({ fundShare: 3000, residentShare: 2000 });
  expect(at({ ...anybody, ageFrom: 80 })).toMatchObject({ fundShare: 3000 });
  expect(at({ ...anybody, ageFrom: 59 })).toMatchObject({ fundShare: 0, residentShare: 5000 });
  expect(at({ ...anybody, lowIncome: true })).toMatchObject({ fundShare: 0 });
  expect(at(undefined)).toMatchObject({ fundShare: 0, residentShare: 5000 });
  expect(priceFor(fen(5000), null, { ...anybody, ageFrom: 80 }, today).fundShare).toBe(0);
});

test("a programme that asks for two things pays only to those who have both", () => {
  const strict = { ...subsidy, lowIncomeOnly: true, disabledOnly: true };
  const share = (situation: Situation) => priceFor(fen(5000), strict, situation, today).fundShare;
  expect(share({ ageFrom: 60, lowIncome: true, disabled: true })).toBe(3000);
  expect(share({ ageFrom: 60, lowIncome: true, disabled: false })).toBe(0);
  expect(share({ ageFrom: 60, lowIncome: false, disabled: true })).toBe(0);
});

test("nothing is paid before a programme begins or after it has ended", () => {
  const share = (on: string) =>
    priceFor(fen(5000), subsidy, { ...anybody, ageFrom: 60 }, day(on)).fundShare;
  expect([share("2025-12-31"), share("2026-12-31"), share("2027-01-01")]).toEqual([0, 3000, 0]);
});

test("on 29 February everybody still has an age", () => {
  const leap = { ...subsidy, validTo: day("2028-12-31") };
  const at = priceFor(fen(5000), leap, { ...anybody, ageFrom: 61 }, day("2028-02-29"));
  expect(at.fundShare).toBe(3000);
});
