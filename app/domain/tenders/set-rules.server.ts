import type { Act, Operator } from "#app/domain/act.ts";
import { databaseNow } from "#app/domain/clock.server.ts";
import { record } from "#app/domain/record.server.ts";
import { Refusal } from "#app/domain/refusal.ts";
import { db } from "#db/client.server.ts";
import { methodRules, thresholdTables } from "#db/schema/rules.ts";
import type { MethodRules } from "./profile.ts";
import { findRules } from "./rules.server.ts";
import type { Method, Profile } from "./tender.ts";
import { type ThresholdBand, thresholdProblems } from "./thresholds.ts";

export type RulesChange = { profile: Profile; method: Method; rules: MethodRules; reason: string };

/** What a profile asks of a method from now on; tenders that are published keep the rules that they were published by. */
export async function setRules(act: Act<Operator>, change: RulesChange): Promise<void> {
  const { profile, method, rules, reason } = change;
  await db.transaction(async (tx) => {
    await findRules(profile, method, tx);
    const validFrom = await databaseNow(tx);
    const { userId: setBy } = act.by;
    await tx.insert(methodRules).values({ profile, method, rules, reason, validFrom, setBy });
    await record(tx, act, null, { name: "rules.changed", profile, method, reason });
  });
}

export type ThresholdsChange = { bands: ThresholdBand[]; reason: string };

/** Which methods a value allows from now on; refuses a table with a gap. */
export async function setThresholds(act: Act<Operator>, change: ThresholdsChange): Promise<void> {
  const { bands, reason } = change;
  if (thresholdProblems(bands).length > 0) throw new Refusal("thresholds.not_whole");
  await db.transaction(async (tx) => {
    const validFrom = await databaseNow(tx);
    const { userId: setBy } = act.by;
    await tx.insert(thresholdTables).values({ bands, reason, validFrom, setBy });
    await record(tx, act, null, { name: "thresholds.changed", reason });
  });
}
