import { z } from "zod";
import { PERFORMANCE_SHARE } from "#app/domain/contracts/milestone-pay.ts";
import { amount, calendarDay, wallTime } from "#app/http/fields.server.ts";
import { id } from "#app/http/params.server.ts";

/** A project's draft as its form sends it: all but the title may be empty. */
export const ProjectForm = z
  .object({
    title: z.string().trim().min(1).max(120),
    need: z.string().trim().max(4000).default(""),
    targetGroup: z.string().trim().max(400).default(""),
    communityIds: z.array(id<"community">()).default([]),
    serviceType: z.string().nullable().default(null),
    quantity: z.number().int().min(1).max(2_147_483_647).nullable().default(null),
    unit: z.string().trim().max(20).nullable().default(null),
    ceiling: amount().nullable().default(null),
    fundId: id<"fund">().nullable().default(null),
    budgetItem: z.string().trim().max(60).default(""),
    startsOn: calendarDay().nullable().default(null),
    serviceMonths: z.number().int().min(1).max(60).nullable().default(null),
    endsOn: calendarDay().nullable().default(null),
    deadline: wallTime().nullable().default(null),
    contractDraft: z.string().trim().max(20_000).default(""),
    performanceShare: z
      .number()
      .int()
      .min(PERFORMANCE_SHARE.least / 100)
      .max(PERFORMANCE_SHARE.most / 100)
      .nullable()
      .default(null),
    openerAId: id<"user">().nullable().default(null),
    openerBId: id<"user">().nullable().default(null),
  })
  .refine(({ startsOn, endsOn }) => !startsOn || !endsOn || endsOn >= startsOn, {
    error: "order",
    path: ["endsOn"],
  })
  .refine(({ openerAId, openerBId }) => !openerAId || openerAId !== openerBId, {
    error: "two_openers",
    path: ["openerBId"],
  })
  .transform(({ performanceShare, ...draft }) => ({
    ...draft,
    performanceShareBp: performanceShare === null ? undefined : performanceShare * 100,
  }));
