import type { Id } from "#app/values/id.ts";
import { inLotOrder } from "#app/values/lot.ts";
import { sampleSize } from "../contracts/milestone-pay.ts";

export type Served = { residentId: Id<"resident">; bookingId: Id<"booking"> };

/**
 * The residents who are asked about a claim, with one booking each. Residents are taken in the order of
 * SHA-256(seed:resident), their booking is the first by SHA-256(seed:booking): nobody chooses, and anybody can repeat it.
 */
export async function chooseSample(seed: string, served: readonly Served[]): Promise<Served[]> {
  const byBooking = await inLotOrder(served, ({ bookingId }) => `${seed}:${bookingId}`);
  const first = new Map<Id<"resident">, Served>();
  for (const one of byBooking) {
    if (!first.has(one.residentId)) first.set(one.residentId, one);
  }
  const asked = await inLotOrder([...first.values()], ({ residentId }) => `${seed}:${residentId}`);
  return asked.slice(0, sampleSize(asked.length));
}
