/** A body that stands in a public register, or neighbours (one resident alone too) who stand in none. */
export const organizationKinds = ["registered", "team"] as const;
export type OrganizationKind = (typeof organizationKinds)[number];

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
