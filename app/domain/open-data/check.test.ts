import { expect, test } from "vitest";
import { recordProblems, releaseProblems } from "./check.ts";
import { compile } from "./merge.ts";
import type { Release } from "./release.ts";

const at = "2026-11-30T17:00:00.000+08:00";
const office = { id: "office-1", name: "南湖街道办事处" };
const good: Release = {
  ocid: "ocds-jfdemo-1",
  id: "1",
  date: at,
  tag: ["tender", "award"],
  initiationType: "tender",
  parties: [{ ...office, roles: ["buyer", "procuringEntity", "payer"] }],
  buyer: office,
  tender: {
    id: "t",
    status: "active",
    lots: [{ id: "1", status: "active" }],
    items: [{ id: "1", description: "助餐", relatedLot: "1" }],
    value: { amount: 1234.56, currency: "CNY" },
    tenderPeriod: { startDate: at, endDate: at },
  },
};

/** The good release with the text `from` replaced, as a careless program might have written it. */
const broken = (from: string, to: string): Release => {
  const text = JSON.stringify(good);
  if (!text.includes(from)) throw new Error(`${from} does not stand there`);
  return JSON.parse(text.replace(from, to));
};

test("a good release has no problem", () => {
  expect(releaseProblems(good)).toEqual([]);
});

test.each([
  ['"ocds-jfdemo-1"', '"1"', "ocid: has no prefix"],
  [',"initiationType":"tender"', "", ": has no initiationType"],
  ['"tag":["tender","award"]', '"tag":[]', "tag: is empty"],
  ['"tender","award"', '"tendered"', "tag[0]: is no code"],
  ['"status":"active"', '"status":"open"', "tender.status: is no code"],
  [`"date":"${at}"`, '"date":"2026-11-30T17:00:00"', "date: is no instant with its offset"],
  [`"date":"${at}"`, '"date":"2026-13-30T17:00:00Z"', "date: is no instant with its offset"],
  ["1234.56", "1234.567", "tender.value: is no amount with two decimals"],
  ["1234.56", "-1", "tender.value: is no amount with two decimals"],
  ['"CNY"', '"USD"', "tender.value: is not in yuan"],
  [
    `"startDate":"${at}"`,
    '"startDate":"2027-01-01T00:00:00Z"',
    "tender.tenderPeriod: ends before it starts",
  ],
  ['"buyer":{"id":"office-1"', '"buyer":{"id":"office-2"', "buyer: is no party"],
  ['"roles":["buyer",', '"roles":[', "buyer: is no buyer among the parties"],
  ['"items":[{"id":"1",', '"items":[{', "tender.items: has an entry without an id"],
  ['"description":"助餐"', '"description":""', "tender.items[0].description: is empty"],
  ['"tender":{"id":"t",', '"tender":{', "tender: has no id"],
])("%s written as %s is found", (from, to, problem) => {
  expect(releaseProblems(broken(from, to))).toContain(problem);
});

const record = (...releases: Release[]) => ({
  ocid: good.ocid,
  releases,
  compiledRelease: compile(releases),
});

test("a good record has no problem", () => {
  expect(recordProblems(record(good))).toEqual([]);
});

test("a record is more than its releases", () => {
  const later = { ...good, id: "2", date: "2026-12-01T00:00:00.000+08:00" };
  expect(recordProblems(record(good, good))).toContain("releases: an id stands twice");
  expect(recordProblems(record(later, good))).toContain(
    "releases: not in the order of their dates",
  );
  expect(recordProblems(record({ ...good, ocid: "ocds-jfdemo-2" }))).toContain(
    "releases: of several processes",
  );
  const other = { ...record(good), compiledRelease: { ...good, tag: ["compiled" as const] } };
  expect(recordProblems(other)).toContain("compiledRelease: not what the releases add up to");
  const lotless = broken('"relatedLot":"1"', '"relatedLot":"2"');
  expect(recordProblems(record(lotless))).toContain(
    "tender.items[0].relatedLot: points at nothing",
  );
});
