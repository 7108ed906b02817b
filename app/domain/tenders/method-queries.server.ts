import { and, eq, lte, sql } from "drizzle-orm";
import type { OfficeStaff } from "#app/domain/act.ts";
import type { Id } from "#app/values/id.ts";
import { db } from "#db/client.server.ts";
import { organizations } from "#db/schema/organizations.ts";
import { projects } from "#db/schema/projects.ts";
import { methodRules } from "#db/schema/rules.ts";
import { tenders } from "#db/schema/tenders.ts";
import { findThresholds } from "./rules.server.ts";
import { methods, profiles } from "./tender.ts";
import { allowedMethods } from "./thresholds.ts";

/** A draft's method as its form shows it: every method that a profile offers, and whether the draft's value allows it. */
export async function findMethodChoice({ officeId }: OfficeStaff, tenderId: Id<"tender">) {
  const [found] = await db
    .select({
      tender: {
        id: tenders.id,
        title: tenders.title,
        status: tenders.status,
        profile: tenders.profile,
        method: tenders.method,
        directGround: tenders.directGround,
        directReason: tenders.directReason,
        winners: tenders.winners,
        winnerCap: tenders.winnerCap,
      },
      ceiling: projects.ceiling,
      invitedCode: organizations.creditCode,
    })
    .from(tenders)
    .innerJoin(projects, eq(projects.id, tenders.projectId))
    .leftJoin(organizations, eq(organizations.id, tenders.invitedOrganizationId))
    .where(and(eq(tenders.id, tenderId), eq(tenders.officeId, officeId)));
  return found && { ...found, offered: await listOffered(found.ceiling) };
}

async function listOffered(ceiling: (typeof projects.$inferSelect)["ceiling"]) {
  const [offered, bands] = await Promise.all([
    db
      .selectDistinct({ profile: methodRules.profile, method: methodRules.method })
      .from(methodRules)
      .where(lte(methodRules.validFrom, sql`clock_now()`)),
    findThresholds(),
  ]);
  const allowed = ceiling === null ? offered : allowedMethods(bands, ceiling);
  const has = (list: typeof offered, profile: string, method: string) =>
    list.some((one) => one.profile === profile && one.method === method);
  return profiles.flatMap((profile) =>
    methods.flatMap((method) =>
      has(offered, profile, method)
        ? [{ profile, method, allowed: has(allowed, profile, method) }]
        : [],
    ),
  );
}
