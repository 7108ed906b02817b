import { z } from "zod";
import type { Scoring } from "#app/domain/tenders/method.ts";
import { type MethodRules, profileProblems } from "#app/domain/tenders/profile.ts";
import type { CriterionDraft } from "#app/domain/tenders/set-criteria.server.ts";
import { criterionKinds } from "#app/domain/tenders/tender.ts";

/** The most criteria that the form takes. */
export const MOST_CRITERIA = 8;

const Row = z.object({
  kind: z.enum(criterionKinds).optional(),
  name: z.string().trim().max(60).optional(),
  weight: z.number().int().min(1).max(100).optional(),
  guidance: z.string().trim().max(500).default(""),
  minimum: z.number().int().min(1).max(100).nullable().default(null),
});

type Row = z.infer<typeof Row>;

/** The criteria as the form sends them, rows left empty included, held against a profile's rules. */
export const criteriaForm = (rules: MethodRules, scoring: Scoring) =>
  z.object({
    rows: z
      .array(Row)
      .max(MOST_CRITERIA)
      .default([])
      .transform((rows, context) => {
        const complete = rows.flatMap((row, index) => {
          if (isEmpty(row)) return [];
          const whatIsMissing = missingIn(row);
          for (const field of whatIsMissing) {
            context.addIssue({ code: "custom", message: "missing", path: [index, field] });
          }
          return isComplete(row) ? [row] : [];
        });
        for (const message of profileProblems(rules, complete, scoring)) {
          context.addIssue({ code: "custom", message });
        }
        return complete;
      }),
  });

export type CriteriaForm = ReturnType<typeof criteriaForm>;

const required = ["kind", "name", "weight"] as const;

const isEmpty = ({ kind, name, weight, guidance, minimum }: Row) =>
  !kind && !name && !weight && !guidance && !minimum;
const missingIn = (row: Row) => required.filter((field) => !row[field]);

function isComplete(row: Row): row is Row & CriterionDraft {
  return missingIn(row).length === 0;
}
