import { sql } from "drizzle-orm";
import { check, index, pgEnum, pgTable, unique } from "drizzle-orm/pg-core";
import { roles } from "#app/domain/accounts/role.ts";
import { users } from "./accounts.ts";
import { id, primaryId } from "./columns.ts";
import { communities, offices } from "./offices.ts";
import { organizations } from "./organizations.ts";

export const role = pgEnum("role", roles);

/** What a user may be, and where. */
export const memberships = pgTable(
  "memberships",
  {
    id: primaryId<"membership">(),
    userId: id<"user">()
      .notNull()
      .references(() => users.id),
    role: role().notNull(),
    officeId: id<"office">().references(() => offices.id),
    communityId: id<"community">().references(() => communities.id),
    organizationId: id<"organization">().references(() => organizations.id),
  },
  (membership) => [
    unique("memberships_once")
      .on(membership.userId, membership.role, membership.officeId, membership.organizationId)
      .nullsNotDistinct(),
    index("memberships_of_office").on(membership.officeId, membership.role),
    check(
      "memberships_belong_somewhere",
      sql`case
        when ${membership.role} = 'operator' then ${membership.officeId} is null and ${membership.organizationId} is null
        when ${membership.role} in ('manager', 'worker') then ${membership.organizationId} is not null
        when ${membership.role} = 'community_worker' then ${membership.officeId} is not null and ${membership.communityId} is not null
        else ${membership.officeId} is not null end`,
    ),
  ],
);
