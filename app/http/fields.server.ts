import { z } from "zod";
import { parseTime } from "#app/domain/organizations/working-hours.ts";
import { readAmount } from "#app/domain/projects/list-cells.ts";
import { fen } from "#app/values/money.ts";
import { day, instantOf, isDay } from "#app/values/time.ts";

/** An amount in yuan, as a person types it, in fen. */
export const amount = () =>
  z
    .string()
    .trim()
    .transform((text, context) => {
      const read = readAmount(text, "yuan");
      if (typeof read === "number") return read;
      context.addIssue({ code: "custom", message: "amount" });
      return z.NEVER;
    });

/** An amount in yuan that goes up or, with a minus, down; in fen. */
export const signedAmount = () =>
  z
    .string()
    .trim()
    .transform((text, context) => {
      const [, sign = "", digits = ""] = /^([-−+]?)(.*)$/.exec(text) ?? [];
      const read = digits.trim() === "0" ? 0 : readAmount(digits, "yuan");
      if (typeof read === "number") return fen(/[-−]/.test(sign) ? 0 - read : read);
      context.addIssue({ code: "custom", message: "amount" });
      return z.NEVER;
    });

/** A calendar day, as a date field sends it. */
export const calendarDay = () => z.string().refine(isDay, { error: "date" }).transform(day);

/** A wall time in Shanghai, as a date-time field sends it: 2026-11-30T17:00. */
export const wallTime = () =>
  z.string().transform((text, context) => {
    const [, on = "", hours = "", minutes = ""] =
      text.match(/^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):([0-5]\d)(?::00)?$/) ?? [];
    if (isDay(on)) return instantOf(on, Number(hours) * 60 + Number(minutes));
    context.addIssue({ code: "custom", message: "date" });
    return z.NEVER;
  });

/** A time of day such as 8:30, in minutes since midnight. */
export const timeOfDay = () =>
  z.string().transform((text, context) => {
    const minutes = parseTime(text.replace("：", ":"));
    if (minutes !== undefined) return minutes;
    context.addIssue({ code: "custom", message: "time" });
    return z.NEVER;
  });
