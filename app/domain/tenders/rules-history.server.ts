import { and, desc, eq, lte, sql } from "drizzle-orm";
import type { Operator } from "#app/domain/act.ts";
import { db } from "#db/client.server.ts";
import { users } from "#db/schema/accounts.ts";
import { methodRules, thresholdTables } from "#db/schema/rules.ts";
import { type Method, methods, type Profile, profiles } from "./tender.ts";

const MOST = 50;

/** The rules in force for every method that a profile offers, in the order of profiles and methods. */
export async function listRules(_by: Operator) {
  const rows = await db
    .selectDistinctOn([methodRules.profile, methodRules.method], {
      profile: methodRules.profile,
      method: methodRules.method,
      rules: methodRules.rules,
      validFrom: methodRules.validFrom,
    })
    .from(methodRules)
    .where(lte(methodRules.validFrom, sql`clock_now()`))
    .orderBy(
      methodRules.profile,
      methodRules.method,
      desc(methodRules.validFrom),
      desc(methodRules.id),
    );
  return profiles.flatMap((profile) =>
    methods.flatMap(
      (method) => rows.find((row) => row.profile === profile && row.method === method) ?? [],
    ),
  );
}

/** Who changed the rules of a method when and why, newest first; nobody for those that an installation begins with. */
export async function listRulesHistory(_by: Operator, profile: Profile, method: Method) {
  return await db
    .select({
      id: methodRules.id,
      validFrom: methodRules.validFrom,
      reason: methodRules.reason,
      by: users.name,
    })
    .from(methodRules)
    .leftJoin(users, eq(users.id, methodRules.setBy))
    .where(and(eq(methodRules.profile, profile), eq(methodRules.method, method)))
    .orderBy(desc(methodRules.validFrom), desc(methodRules.id))
    .limit(MOST);
}

/** The same for the thresholds. */
export async function listThresholdHistory(_by: Operator) {
  return await db
    .select({
      id: thresholdTables.id,
      validFrom: thresholdTables.validFrom,
      reason: thresholdTables.reason,
      by: users.name,
    })
    .from(thresholdTables)
    .leftJoin(users, eq(users.id, thresholdTables.setBy))
    .orderBy(desc(thresholdTables.validFrom), desc(thresholdTables.id))
    .limit(MOST);
}
