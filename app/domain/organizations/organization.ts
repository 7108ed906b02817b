export const organizationStandings = ["waiting", "verified", "rejected"] as const;
export type OrganizationStanding = (typeof organizationStandings)[number];

/** Where the operator's check of an organization stands; only a verified one may bid. */
export function standingOf(organization: {
  verifiedAt: Date | null;
  rejectedReason: string | null;
}): OrganizationStanding {
  if (organization.verifiedAt) return "verified";
  return organization.rejectedReason === null ? "waiting" : "rejected";
}
