import { z } from "zod";
import { MILESTONES_LIMIT, type MilestoneTerms } from "#app/domain/contracts/terms.ts";
import { amount, calendarDay } from "./fields.server.ts";

const asked = ["name", "dueOn", "cap"] as const;

/** A milestone of which nothing is filled in is not there; of another, everything is asked for. */
const MilestonePart = z
  .object({
    name: z.string().trim().max(40).optional(),
    dueOn: calendarDay().optional(),
    cap: amount().optional(),
  })
  .check(({ value, issues }) => {
    const missing = asked.filter((key) => !value[key]);
    if (missing.length === 3) return;
    for (const key of missing) {
      issues.push({ code: "invalid_type", expected: "string", input: undefined, path: [key] });
    }
  });

type MilestonePart = z.infer<typeof MilestonePart>;

/** As many as a contract may have, all of which may be left out. */
export const OptionalParts = z.array(MilestonePart).max(MILESTONES_LIMIT).default([]);

/** The same, of which the first is asked for. */
export const MilestoneParts = OptionalParts.check(({ value, issues }) => {
  if (milestoneTerms(value).length > 0) return;
  for (const key of asked) {
    issues.push({ code: "invalid_type", expected: "string", input: undefined, path: [0, key] });
  }
});

/** Those that are there. */
export const milestoneTerms = (parts: readonly MilestonePart[]): MilestoneTerms[] =>
  parts.flatMap(({ name, dueOn, cap }) => (name && dueOn && cap ? [{ name, dueOn, cap }] : []));
