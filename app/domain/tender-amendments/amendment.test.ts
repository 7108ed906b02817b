import { describe, expect, test } from "vitest";
import { yuan } from "#app/values/money.ts";
import { addTo, day, days } from "#app/values/time.ts";
import {
  amendmentProblem,
  changesBetween,
  type TenderTerms,
  undone,
  withChanges,
} from "./amendment.ts";

const now = new Date("2026-11-20T02:00:00Z");
const deadline = new Date("2026-11-30T09:00:00Z");
const terms: TenderTerms = {
  title: "老年人助餐",
  need: "每天中午送餐。",
  targetGroup: "独居老人",
  contractDraft: "甲方购买，\n乙方服务。",
  quantity: 300,
  unit: "人",
  ceiling: yuan(508_000),
  startsOn: day("2026-12-20"),
  endsOn: day("2027-12-19"),
  deadline,
};
const rules = { amendmentDays: 3 };

const problem = (change: Partial<TenderTerms>, { slip = false, at = now } = {}) =>
  amendmentProblem({ from: terms, to: { ...terms, ...change }, slip }, rules, at);

describe("the changes between two files", () => {
  test("name each field with both values, and lead there and back", () => {
    const later = { ...terms, quantity: 320, deadline: addTo(deadline, days(3)) };
    const changes = changesBetween(terms, later);
    expect(changes).toEqual([
      { field: "quantity", from: 300, to: 320 },
      { field: "deadline", from: "2026-11-30T09:00:00.000Z", to: "2026-12-03T09:00:00.000Z" },
    ]);
    expect(withChanges(terms, changes)).toEqual(later);
    expect(withChanges(later, undone(changes))).toEqual(terms);
  });

  test("are none where only a browser's line ends differ", () => {
    expect(changesBetween(terms, { ...terms, contractDraft: "甲方购买，\r\n乙方服务。" })).toEqual(
      [],
    );
    expect(problem({})).toBe("tender_amendment.nothing_changed");
  });
});

describe("a material amendment", () => {
  test("puts the deadline off by the rule's days, not a moment less", () => {
    const least = addTo(deadline, days(3));
    expect(problem({ quantity: 320, deadline: least })).toBeUndefined();
    expect(problem({ quantity: 320, deadline: addTo(least, -1) })).toBe(
      "tender_amendment.too_short",
    );
    expect(problem({ quantity: 320 })).toBe("tender_amendment.too_short");
    expect(problem({ need: "每天中午和晚上送餐。" })).toBe("tender_amendment.too_short");
  });

  test("never brings the deadline forward", () => {
    expect(problem({ deadline: addTo(deadline, -1) })).toBe("tender_amendment.deadline_earlier");
  });

  test("leaves the service to begin after the deadline, and to end after its beginning", () => {
    const later = addTo(deadline, days(25));
    expect(problem({ deadline: later })).toBe("tender_amendment.service_before_close");
    const ends = { deadline: addTo(deadline, days(3)), endsOn: day("2026-12-19") };
    expect(problem(ends)).toBe("tender_amendment.ends_before_start");
  });
});

describe("a slip of the pen", () => {
  test("is corrected in words alone, without more time", () => {
    expect(problem({ need: "每天中午送餐上门。" }, { slip: true })).toBeUndefined();
    for (const figure of [{ quantity: 30 }, { unit: "次" }, { ceiling: yuan(1) }] as const) {
      expect(problem(figure, { slip: true })).toBe("tender_amendment.not_a_slip");
    }
    const more = { need: "每天送餐。", deadline: addTo(deadline, days(3)) };
    expect(problem(more, { slip: true })).toBe("tender_amendment.not_a_slip");
  });

  test("is left alone in the last day, when bidders could not confirm", () => {
    const slip = { title: "老年人助餐服务" };
    const lastDay = addTo(deadline, -days(1));
    expect(problem(slip, { slip: true, at: lastDay })).toBeUndefined();
    expect(problem(slip, { slip: true, at: addTo(lastDay, 1) })).toBe(
      "tender_amendment.slip_too_late",
    );
  });
});
