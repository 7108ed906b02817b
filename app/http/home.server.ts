import type { Person } from "#app/domain/accounts/person.server.ts";
import { officeRoles, type Role } from "#app/domain/accounts/role.ts";
import { paths } from "#app/paths.ts";

/** The first page of the role that a person mostly works in. */
export function homeOf({ memberships, proxy }: Pick<Person, "memberships" | "proxy">): string {
  if (proxy) return paths.resident.home;
  const is = (...roles: readonly Role[]) => memberships.some(({ role }) => roles.includes(role));
  if (is(...officeRoles)) return paths.office.home;
  if (is("community_worker")) return paths.community.home;
  if (is("manager")) return paths.organization.home;
  if (is("worker")) return paths.work.home;
  if (is("operator")) return paths.platform.home;
  if (is("resident")) return paths.resident.home;
  return paths.home;
}
