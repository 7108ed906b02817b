import { z } from "zod";
import { isCreditCode, normaliseCreditCode } from "#app/domain/organizations/credit-code.ts";

/** What an organization tells of itself when it registers, and when it puts that right. */
export const organizationFields = {
  name: z.string().trim().min(4).max(60),
  creditCode: z
    .string()
    .transform(normaliseCreditCode)
    .refine(isCreditCode, { error: "credit_code" }),
  introduction: z.string().trim().max(500).default(""),
  contactName: z.string().trim().min(2).max(40),
  contactPhone: z
    .string()
    .trim()
    .regex(/^[+\d][\d\s()-]{6,19}$/, { error: "phone_any" }),
};
