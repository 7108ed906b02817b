import { and, asc, eq, inArray, lte, sql } from "drizzle-orm";
import type { Act, System } from "#app/domain/act.ts";
import { databaseNow } from "#app/domain/clock.server.ts";
import { step } from "#app/domain/lifecycle.ts";
import { announce } from "#app/domain/publish-notice.server.ts";
import { record } from "#app/domain/record.server.ts";
import { db } from "#db/client.server.ts";
import { challenges } from "#db/schema/challenges.ts";
import { challengeLifecycle } from "./challenge.ts";

/** Nobody decided in time and the challenger did not go on to the supervisor in hers. */
const overdue = and(
  inArray(challenges.state, ["filed", "answered"]),
  lte(challenges.escalateDueAt, sql`clock_now()`),
);

/** The clock closes challenges that were neither decided nor taken further; how many. */
export async function lapseChallenges(limit = 50): Promise<number> {
  return await db.transaction(async (tx) => {
    const due = await tx
      .select()
      .from(challenges)
      .where(overdue)
      .orderBy(asc(challenges.escalateDueAt))
      .limit(limit)
      .for("update", { skipLocked: true });
    const act: Act<System> = { by: { role: "system", userId: null }, at: await databaseNow(tx) };
    for (const { id: challengeId, state: from, tenderId, officeId } of due) {
      const state = step(challengeLifecycle, from, "lapse");
      await tx.update(challenges).set({ state }).where(eq(challenges.id, challengeId));
      await record(tx, act, officeId, { name: "challenge.lapsed", tenderId, challengeId });
    }
    if (due.length > 0) await announce(tx);
    return due.length;
  });
}
