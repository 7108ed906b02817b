import { and, desc, eq, lte, sql } from "drizzle-orm";
import { Refusal } from "#app/domain/refusal.ts";
import { db, type Tx } from "#db/client.server.ts";
import { methodRules, thresholdTables } from "#db/schema/rules.ts";
import type { MethodRules } from "./profile.ts";
import type { Method, Profile } from "./tender.ts";
import type { ThresholdBand } from "./thresholds.ts";

const inForce = lte(methodRules.validFrom, sql`clock_now()`);

/**
 * For a query over `tenders`: the rules frozen at publication, before it those in force; a tender's profile offers its
 * method. Columns are named in full, for over one table alone drizzle would leave out whose they are.
 */
export const rulesNow = sql<MethodRules>`coalesce(tenders.rules, (
  select r.rules from ${methodRules} r
  where r.profile = tenders.profile::text and r.method = tenders.method::text and r.valid_from <= clock_now()
  order by r.valid_from desc, r.id desc limit 1))`;

/** What the profile asks of the method today; refuses a method that it does not offer. */
export async function findRules(
  profile: Profile,
  method: Method,
  reader: Tx | typeof db = db,
): Promise<MethodRules> {
  const [newest] = await reader
    .select({ rules: methodRules.rules })
    .from(methodRules)
    .where(and(eq(methodRules.profile, profile), eq(methodRules.method, method), inForce))
    .orderBy(desc(methodRules.validFrom), desc(methodRules.id))
    .limit(1);
  if (!newest) throw new Refusal("method.not_offered");
  return newest.rules;
}

/** A tender's own rules: frozen at publication, before it those in force. */
export async function rulesOf(
  reader: Tx | typeof db,
  tender: { rules: MethodRules | null; profile: Profile; method: Method },
): Promise<MethodRules> {
  return tender.rules ?? (await findRules(tender.profile, tender.method, reader));
}

/** Which methods a value allows today. */
export async function findThresholds(reader: Tx | typeof db = db): Promise<ThresholdBand[]> {
  const [newest] = await reader
    .select({ bands: thresholdTables.bands })
    .from(thresholdTables)
    .where(lte(thresholdTables.validFrom, sql`clock_now()`))
    .orderBy(desc(thresholdTables.validFrom), desc(thresholdTables.id))
    .limit(1);
  return newest?.bands ?? [];
}
