import { and, between, eq } from "drizzle-orm";
import type { Id } from "#app/values/id.ts";
import type { db, Tx } from "#db/client.server.ts";
import { contracts } from "#db/schema/contracts.ts";
import { calendarDays } from "#db/schema/offices.ts";
import { serviceSessions } from "#db/schema/services.ts";
import type { PlanBasis, SessionWish } from "./session-plan.ts";

type PlannedOffer = {
  id: Id<"offer">;
  contractId: Id<"contract">;
  durationMinutes: number;
};

/** What a plan of the offer's sessions rests on, between the first and the last day wished for. */
export async function readPlanBasis(
  tx: Tx | typeof db,
  { id, contractId, durationMinutes }: PlannedOffer,
  { from, to }: Pick<SessionWish, "from" | "to">,
  now: Date,
): Promise<PlanBasis> {
  const [[term], existing, calendar] = await Promise.all([
    tx
      .select({ startsOn: contracts.startsOn, endsOn: contracts.endsOn })
      .from(contracts)
      .where(eq(contracts.id, contractId)),
    tx
      .select({
        day: serviceSessions.day,
        period: serviceSessions.period,
        startsAt: serviceSessions.startsAt,
        endsAt: serviceSessions.endsAt,
      })
      .from(serviceSessions)
      .where(and(eq(serviceSessions.offerId, id), between(serviceSessions.day, from, to))),
    tx
      .select()
      .from(calendarDays)
      .where(between(calendarDays.day, from, to)),
  ]);
  if (!term) throw new Error(`the offer ${id} has no contract`);
  return { now, ...term, durationMinutes, existing, calendar };
}
