import { describe, expect, test } from "vitest";
import { day, instantOf, minutesOf } from "#app/values/time.ts";
import { type PlanBasis, planSessions, type SessionWish } from "./session-plan.ts";

const wish: SessionWish = {
  from: day("2026-09-21"),
  to: day("2026-10-11"),
  weekdays: [1, 5],
  periods: ["morning"],
  morningStart: 8 * 60 + 30,
  afternoonStart: 13 * 60 + 30,
  makeUpDays: false,
};
const basis: PlanBasis = {
  now: instantOf(day("2026-09-01"), 0),
  startsOn: day("2026-01-01"),
  endsOn: day("2026-12-31"),
  durationMinutes: 180,
  existing: [],
  calendar: [
    { day: day("2026-09-25"), kind: "holiday", name: "中秋节" },
    { day: day("2026-10-02"), kind: "holiday", name: "国庆节" },
    { day: day("2026-10-05"), kind: "holiday", name: "国庆节" },
    { day: day("2026-10-10"), kind: "workday", name: "国庆节调休上班" },
  ],
};
const spoken = (plan: ReturnType<typeof planSessions>) =>
  plan.sessions.map(({ day: on, period, state }) => `${on} ${period} ${state}`);

describe("sessions are planned", () => {
  test("on the weekdays chosen, without holidays, which are named", () => {
    const plan = planSessions(wish, basis);
    expect(spoken(plan)).toEqual([
      "2026-09-21 morning new",
      "2026-09-28 morning new",
      "2026-10-09 morning new",
    ]);
    expect(plan.skipped).toEqual([
      { day: "2026-09-25", name: "中秋节" },
      { day: "2026-10-02", name: "国庆节" },
      { day: "2026-10-05", name: "国庆节" },
    ]);
  });

  test("on make-up workdays too, where that is wanted", () => {
    const days = planSessions({ ...wish, makeUpDays: true }, basis).sessions.map(
      ({ day: on }) => on,
    );
    expect(days).toContain("2026-10-10");
  });

  test("within the contract's term only", () => {
    const term = { ...basis, startsOn: day("2026-09-28"), endsOn: day("2026-09-28") };
    expect(spoken(planSessions(wish, term))).toEqual(["2026-09-28 morning new"]);
    expect(planSessions(wish, { ...term, endsOn: day("2026-09-20") }).sessions).toEqual([]);
  });

  test("each at its own time of day, for as long as the offer lasts", () => {
    const both = { ...wish, to: wish.from, periods: ["afternoon", "morning"] as const };
    const { sessions } = planSessions(both, basis);
    expect(sessions.map((s) => [s.period, minutesOf(s.startsAt), minutesOf(s.endsAt)])).toEqual([
      ["morning", 510, 690],
      ["afternoon", 810, 990],
    ]);
  });
});

describe("no session is planned twice", () => {
  const one = { ...wish, to: wish.from };
  const opened = planSessions(one, basis).sessions;

  test("where it was opened before", () => {
    expect(spoken(planSessions(one, { ...basis, existing: opened }))).toEqual([
      "2026-09-21 morning there",
    ]);
  });

  test("where a whole day would share its seats with half a day", () => {
    const whole = { ...one, periods: ["whole_day"] as const };
    expect(spoken(planSessions(whole, { ...basis, existing: opened }))).toEqual([
      "2026-09-21 whole_day clash",
    ]);
    const all = { ...one, periods: ["whole_day", "morning", "afternoon"] as const };
    expect(spoken(planSessions(all, { ...basis, durationMinutes: 480 }))).toEqual([
      "2026-09-21 whole_day new",
      "2026-09-21 morning clash",
      "2026-09-21 afternoon clash",
    ]);
  });

  test("where it has begun already", () => {
    const later = { ...basis, now: instantOf(wish.from, 8 * 60 + 30) };
    expect(spoken(planSessions(one, later))).toEqual(["2026-09-21 morning past"]);
  });
});
