import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fen, yuan } from "#app/values/money.ts";
import { addDays, day } from "#app/values/time.ts";
import { defaultMilestones, milestoneProblems, servicePeriod } from "./terms.ts";

const year = { startsOn: day("2026-12-01"), endsOn: day("2027-11-30") };
const names = ["中期", "期末"] as const;

describe("the service period", () => {
  test("is the planned one while its start is ahead", () => {
    const planned = { ...year, serviceMonths: null };
    expect(servicePeriod(planned, day("2026-11-20"))).toEqual(year);
  });

  test("is as long, from the award, when the planned start has passed", () => {
    const planned = { ...year, serviceMonths: null };
    expect(servicePeriod(planned, day("2026-12-11"))).toEqual({
      startsOn: "2026-12-11",
      endsOn: "2027-12-10",
    });
  });

  test("is counted in months from the award where no days were planned", () => {
    const planned = { startsOn: null, endsOn: null, serviceMonths: 3 };
    expect(servicePeriod(planned, day("2026-11-30"))).toEqual({
      startsOn: "2026-11-30",
      endsOn: "2027-02-27",
    });
    expect(servicePeriod({ ...planned, serviceMonths: null }, day("2026-03-01"))).toEqual({
      startsOn: "2026-03-01",
      endsOn: "2027-02-28",
    });
  });
});

describe("milestones", () => {
  test("are two halves until the office says otherwise, whatever the value", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 10 ** 12 }), fc.nat(1000), (value, days) => {
        const period = { startsOn: year.startsOn, endsOn: addDays(year.startsOn, days + 1) };
        const halves = defaultMilestones(fen(value), period, names);
        expect(milestoneProblems(halves, fen(value), period)).toEqual([]);
      }),
    );
    expect(defaultMilestones(fen(101), year, names)).toEqual([
      { position: 1, name: "中期", dueOn: "2027-06-01", cap: 50 },
      { position: 2, name: "期末", dueOn: "2027-11-30", cap: 51 },
    ]);
  });

  const of = (...caps: number[]) =>
    caps.map((cap, index) => ({ name: "x", dueOn: addDays(year.startsOn, index), cap: yuan(cap) }));

  test("are one to four, each worth something, and sum to the value", () => {
    const check = (...caps: number[]) => milestoneProblems(of(...caps), yuan(100), year);
    expect(check(100)).toEqual([]);
    expect(check(25, 25, 25, 25)).toEqual([]);
    expect(check(20, 20, 20, 20, 20)).toEqual(["count"]);
    expect(check()).toEqual(["count", "sum"]);
    expect(check(100, 0)).toEqual(["cap"]);
    expect(check(50, 49)).toEqual(["sum"]);
  });

  test("fall due one after another within the service period", () => {
    const [first, second] = of(50, 50);
    if (!first || !second) throw new Error("two milestones");
    const check = (...days: string[]) =>
      milestoneProblems(
        [
          { ...first, dueOn: day(days[0] ?? "") },
          { ...second, dueOn: day(days[1] ?? "") },
        ],
        yuan(100),
        year,
      );
    expect(check("2026-12-01", "2027-11-30")).toEqual([]);
    expect(check("2027-01-01", "2027-01-01")).toEqual(["order"]);
    expect(check("2026-11-30", "2027-01-01")).toEqual(["period"]);
    expect(check("2027-01-01", "2027-12-01")).toEqual(["period"]);
  });
});
