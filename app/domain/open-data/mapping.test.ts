import { describe, expect, test } from "vitest";
import { contractStatuses } from "../contracts/contract.ts";
import { methods, tenderStatuses } from "../tenders/tender.ts";
import { codeLists } from "./code-lists.ts";
import {
  awardCriteriaOf,
  awardStatusOf,
  contractStatusOf,
  milestoneStatusOf,
  procurementMethodOf,
  tenderStatusOf,
} from "./mapping.ts";

describe("our states in the standard's words", () => {
  test.each(tenderStatuses)("a tender that is %s", (status) => {
    expect(codeLists.tenderStatus).toContain(tenderStatusOf[status]);
    expect(codeLists.awardStatus).toContain(awardStatusOf[status]);
  });
  test.each(methods)("bought by %s", (method) => {
    expect(codeLists.procurementMethod).toContain(procurementMethodOf[method]);
  });
  test.each(contractStatuses)("a contract that is %s", (status) => {
    expect(codeLists.contractStatus).toContain(contractStatusOf[status]);
  });
});

test("whether the timer has closed a tender cannot be told", () => {
  expect(tenderStatusOf.open).toBe(tenderStatusOf.closed);
});

test("only who may not choose among bidders buys direct", () => {
  expect(methods.filter((method) => procurementMethodOf[method] === "direct")).toEqual(["direct"]);
});

test.each([
  [["price", "quality"], "ratedCriteria"],
  [["price"], "priceOnly"],
  [["quality", "performance"], "qualityOnly"],
  [[], "qualityOnly"],
] as const)("%j is scored by %s", (kinds, code) => {
  expect(awardCriteriaOf(kinds.map((kind) => ({ kind })))).toBe(code);
});

test("a milestone is met when it pays all that it could", () => {
  expect(milestoneStatusOf(100, 100)).toBe("met");
  expect(milestoneStatusOf(99, 100)).toBe("partiallyMet");
});
