import { z } from "zod";
import type { MilestoneTerms } from "#app/domain/contracts/terms.ts";
import { amount, calendarDay } from "./fields.server.ts";

/** A milestone of which nothing is filled in is not there; of another, everything is asked for. */
export const MilestonePart = z
  .object({
    name: z.string().trim().max(40).optional(),
    dueOn: calendarDay().optional(),
    cap: amount().optional(),
  })
  .check(({ value, issues }) => {
    const missing = (["name", "dueOn", "cap"] as const).filter((key) => !value[key]);
    if (missing.length === 3) return;
    for (const key of missing) {
      issues.push({ code: "invalid_type", expected: "string", input: undefined, path: [key] });
    }
  });

/** Those that are there. */
export const milestoneTerms = (parts: readonly z.infer<typeof MilestonePart>[]): MilestoneTerms[] =>
  parts.flatMap(({ name, dueOn, cap }) => (name && dueOn && cap ? [{ name, dueOn, cap }] : []));
