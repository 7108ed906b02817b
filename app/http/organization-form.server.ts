import { z } from "zod";
import { isCreditCode, normaliseCreditCode } from "#app/domain/organizations/credit-code.ts";
import { organizationKinds } from "#app/domain/organizations/organization.ts";
import type { OrganizationDetails } from "#app/domain/organizations/register.server.ts";
import { id } from "./params.server.ts";

/** What an organization tells of itself when it registers, and when it puts that right. */
export const organizationFields = {
  kind: z.enum(organizationKinds),
  name: z.string().trim().min(4).max(60),
  creditCode: z
    .string()
    .transform(normaliseCreditCode)
    .refine(isCreditCode, { error: "credit_code" })
    .optional(),
  officeId: id<"office">().optional(),
  introduction: z.string().trim().max(500).default(""),
  contactName: z.string().trim().min(2).max(40),
  contactPhone: z
    .string()
    .trim()
    .regex(/^[+\d][\d\s()-]{6,19}$/, { error: "phone_any" }),
};

type Typed = z.output<z.ZodObject<typeof organizationFields>>;

/** Refuses a registered body without its code, and a team without its street. */
export function refuseIncomplete(
  { kind, creditCode, officeId }: Pick<Typed, "kind" | "creditCode" | "officeId">,
  context: z.RefinementCtx,
): void {
  const missing = (path: string, message: string) =>
    context.addIssue({ code: "custom", path: [path], message });
  if (kind === "registered" && !creditCode) missing("creditCode", "credit_code_needed");
  if (kind === "team" && !officeId) missing("officeId", "street_needed");
}

/** What was typed as its kind has it: a team keeps no code, a registered body no street. */
export function detailsOf(typed: Typed): OrganizationDetails {
  const { kind, creditCode, officeId, ...told } = typed;
  if (kind === "team" && officeId) return { ...told, kind, creditCode: null, officeId };
  if (kind === "registered" && creditCode) return { ...told, kind, creditCode, officeId: null };
  throw new Error(`a ${kind} that the form let through without what makes it one`);
}
