/** What a person may be. One person may be several things; each is a membership. */
export const roles = [
  "officer",
  "approver",
  "opener",
  "panel",
  "finance",
  "supervisor",
  "community_worker",
  "manager",
  "worker",
  "resident",
  "operator",
] as const;
export type Role = (typeof roles)[number];

export const officeRoles = [
  "officer",
  "approver",
  "opener",
  "panel",
  "finance",
  "supervisor",
] as const satisfies readonly Role[];
export type OfficeRole = (typeof officeRoles)[number];
