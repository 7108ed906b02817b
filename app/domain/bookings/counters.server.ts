import { and, eq, sql } from "drizzle-orm";
import type { Tx } from "#db/client.server.ts";
import type { bookings } from "#db/schema/bookings.ts";
import { contractCounters } from "#db/schema/contracts.ts";
import { personalQuotas, serviceSessions } from "#db/schema/services.ts";

type Booking = typeof bookings.$inferSelect;
type Share = Pick<
  Booking,
  "contractId" | "residentId" | "programmeId" | "quotaMonth" | "fundShare"
>;

/** The booking's seat becomes free again; a visit has none, its time is free as its state says. */
export async function releaseSeat(tx: Tx, { serviceSessionId }: Pick<Booking, "serviceSessionId">) {
  if (!serviceSessionId) return;
  await tx
    .update(serviceSessions)
    .set({ taken: sql`${serviceSessions.taken} - 1` })
    .where(eq(serviceSessions.id, serviceSessionId));
}

/** The fund's share was reserved and is now used: the service was accepted. */
export const spendShare = (tx: Tx, share: Share) => moveShare(tx, share, { reserved: -1, used: 1 });

/** The fund's share was reserved and is free again: nothing was delivered. */
export const releaseShare = (tx: Tx, share: Share) =>
  moveShare(tx, share, { reserved: -1, used: 0 });

/** The fund's share was used and is only reserved again: its acceptance is in doubt. */
export const unspendShare = (tx: Tx, share: Share) =>
  moveShare(tx, share, { reserved: 1, used: -1 });

/** The resident's quota first, the contract's counter last: it is the row that most bookings wait for. */
async function moveShare(tx: Tx, share: Share, sign: { reserved: 1 | -1; used: 1 | 0 | -1 }) {
  const { contractId, residentId, programmeId, quotaMonth, fundShare } = share;
  if (fundShare === 0) return;
  const reserved = fundShare * sign.reserved;
  const used = fundShare * sign.used;
  if (programmeId && quotaMonth) {
    await tx
      .update(personalQuotas)
      .set({
        reserved: sql`${personalQuotas.reserved} + ${reserved}`,
        used: sql`${personalQuotas.used} + ${used}`,
      })
      .where(
        and(
          eq(personalQuotas.residentId, residentId),
          eq(personalQuotas.programmeId, programmeId),
          eq(personalQuotas.month, quotaMonth),
        ),
      );
  }
  await tx
    .update(contractCounters)
    .set({
      fundReserved: sql`${contractCounters.fundReserved} + ${reserved}`,
      fundUsed: sql`${contractCounters.fundUsed} + ${used}`,
    })
    .where(eq(contractCounters.contractId, contractId));
}
