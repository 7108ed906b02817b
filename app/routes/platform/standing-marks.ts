import type { OrganizationStanding } from "#app/domain/organizations/organization.ts";

/** The shape of each standing's tag. */
export const standingMarks = {
  waiting: "waiting",
  verified: "done",
  rejected: "refused",
} as const satisfies Record<OrganizationStanding, string>;
