import { expect, test } from "vitest";
import { addDays, day } from "#app/values/time.ts";
import { warningsOf } from "./certificate.ts";

const today = day("2026-11-26");
const care = { kind: "care", expiresOn: null } as const;
const health = (days: number) => ({ kind: "health", expiresOn: addDays(today, days) }) as const;

test("who delivers care at home needs a carer's and a health certificate", () => {
  expect(warningsOf(["home_care"], [], today)).toEqual([
    { kind: "care", problem: "missing" },
    { kind: "health", problem: "missing" },
  ]);
  expect(warningsOf(["home_care"], [care, health(90)], today)).toEqual([]);
});

test("a certificate is good on its last day, said to end soon before, and expired after", () => {
  expect(warningsOf(["meals"], [health(31)], today)).toEqual([]);
  expect(warningsOf(["meals"], [health(0)], today)).toEqual([{ kind: "health", problem: "soon" }]);
  expect(warningsOf(["meals"], [health(-1)], today)).toEqual([
    { kind: "health", problem: "expired" },
  ]);
});

test("the better of two of a kind counts", () => {
  expect(warningsOf(["meals"], [health(-1), health(200)], today)).toEqual([]);
});

test("a certificate that the work does not ask for warns of nothing", () => {
  expect(warningsOf(["haircut"], [health(-1)], today)).toEqual([]);
  expect(warningsOf([], [], today)).toEqual([]);
});
