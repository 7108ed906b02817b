import { parseWithZod } from "@conform-to/zod/v4";
import { z } from "zod";
import { periods } from "#app/domain/bookings/booking.ts";
import { clock } from "#app/domain/organizations/working-hours.ts";
import type { SessionWish } from "#app/domain/services/session-plan.ts";
import { daysBetween, type Weekday } from "#app/values/time.ts";
import { calendarDay, timeOfDay } from "./fields.server.ts";
import { askedOf } from "./params.server.ts";

const MOST_DAYS = 92;

const weekdayField = z
  .enum(["1", "2", "3", "4", "5", "6", "7"])
  .transform((text) => weekdayNumbers[text]);
const weekdayNumbers: Record<"1" | "2" | "3" | "4" | "5" | "6" | "7", Weekday> = {
  1: 1,
  2: 2,
  3: 3,
  4: 4,
  5: 5,
  6: 6,
  7: 7,
};

/** Which sessions to open, as a person says it; at most a quarter at a time. */
export const SessionRuleForm = z
  .object({
    from: calendarDay(),
    to: calendarDay(),
    weekdays: z.array(weekdayField).min(1),
    makeUpDays: z
      .literal("on")
      .optional()
      .transform((ticked) => ticked === "on"),
    periods: z.array(z.enum(periods)).min(1),
    morningStart: timeOfDay(),
    afternoonStart: timeOfDay(),
    capacity: z.number().int().min(1).max(500),
  })
  .refine(({ from, to }) => from <= to, { path: ["to"], error: "ends_after" })
  .refine(({ from, to }) => daysBetween(from, to) < MOST_DAYS, {
    path: ["to"],
    error: "too_many_days",
  });

export type SessionRule = SessionWish & { capacity: number };

/** The rule that an address holds; undefined where it holds none. */
export function ruleIn(request: Request): SessionRule | undefined {
  const submission = parseWithZod(askedOf(request), { schema: SessionRuleForm });
  return submission.status === "success" ? submission.value : undefined;
}

/** The rule as its form sends it: name and value of every field. */
export function ruleFields(rule: SessionRule): [string, string][] {
  const { from, to, weekdays, makeUpDays, morningStart, afternoonStart, capacity } = rule;
  return [
    ["from", from],
    ["to", to],
    ...weekdays.map((weekday): [string, string] => ["weekdays", String(weekday)]),
    ...(makeUpDays ? [["makeUpDays", "on"] satisfies [string, string]] : []),
    ...rule.periods.map((period): [string, string] => ["periods", period]),
    ["morningStart", clock(morningStart)],
    ["afternoonStart", clock(afternoonStart)],
    ["capacity", String(capacity)],
  ];
}

/** The rule as the query of an address. */
export const ruleQuery = (rule: SessionRule): string => `?${new URLSearchParams(ruleFields(rule))}`;
