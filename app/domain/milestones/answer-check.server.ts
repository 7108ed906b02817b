import { and, eq, sql } from "drizzle-orm";
import type { Act, Resident } from "#app/domain/act.ts";
import { contended } from "#app/domain/bookings/contention.server.ts";
import { lockBooking, moveBooking } from "#app/domain/bookings/move.server.ts";
import { ofResident } from "#app/domain/bookings/scope.server.ts";
import { databaseNow } from "#app/domain/clock.server.ts";
import { record } from "#app/domain/record.server.ts";
import { Refusal } from "#app/domain/refusal.ts";
import type { Id } from "#app/values/id.ts";
import { db, type Tx } from "#db/client.server.ts";
import { one } from "#db/rows.ts";
import { milestoneChecks } from "#db/schema/milestone-checks.ts";
import { type LockedMilestone, lockMilestone } from "./lock.server.ts";

export type CheckAnswer = {
  milestoneId: Id<"milestone">;
  bookingId: Id<"booking">;
  confirmed: boolean;
  note: string;
};

/** A resident of the sample says whether she was served. A no takes the booking out of the claim and into dispute. */
export async function answerCheck({ by }: Act<Resident>, answer: CheckAnswer): Promise<void> {
  const { milestoneId, bookingId } = answer;
  const asked = and(
    eq(milestoneChecks.milestoneId, milestoneId),
    eq(milestoneChecks.bookingId, bookingId),
    eq(milestoneChecks.residentId, by.residentId),
  );
  await contended(() =>
    db.transaction(async (tx) => {
      const scope = sql`exists (select from ${milestoneChecks} where ${asked})`;
      const locked = await lockMilestone(tx, scope, milestoneId);
      const check = one(await tx.select().from(milestoneChecks).where(asked));
      if (check.answeredAt && check.confirmed === answer.confirmed) return;
      if (check.answeredAt) throw new Refusal("milestone.answered_already");
      if (locked.milestone.state !== "claimed") throw new Refusal("lifecycle.not_now");
      const at = await databaseNow(tx);
      const { confirmed, note } = answer;
      const said = { confirmed, note, answeredAt: at, answeredBy: by.userId };
      await tx.update(milestoneChecks).set(said).where(asked);
      await tell(tx, { by, at }, locked, answer);
    }),
  );
}

async function tell(
  tx: Tx,
  act: Act<Resident>,
  { contract }: LockedMilestone,
  answer: CheckAnswer,
) {
  const { milestoneId, bookingId, confirmed, note } = answer;
  const { proxySessionId: proxy } = act.by;
  const proxied = proxy && { proxy };
  const checked = { name: "milestone.checked", milestoneId, bookingId, confirmed } as const;
  await record(tx, act, contract.officeId, { ...checked, ...proxied });
  if (confirmed) return;
  const booking = await lockBooking(tx, ofResident(act.by), bookingId);
  const denied = { disputeKind: "denied", disputeReason: note, disputedAt: act.at } as const;
  const changes = { ...denied, milestoneId: null };
  await moveBooking(tx, booking, { event: "deny", at: act.at, changes });
  const disputed = { name: "booking.disputed", bookingId, reason: note } as const;
  await record(tx, act, contract.officeId, { ...disputed, ...proxied });
}
