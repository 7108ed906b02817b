import { sha256Hex, utf8 } from "#app/values/bytes.ts";
import type { Id } from "#app/values/id.ts";
import { sampleSize } from "../contracts/milestone-pay.ts";

export type Served = { residentId: Id<"resident">; bookingId: Id<"booking"> };

/**
 * The residents who are asked about a claim, with one booking each. Residents are taken in the order of
 * SHA-256(seed:resident), their booking is the first by SHA-256(seed:booking): nobody chooses, and anybody can repeat it.
 */
export async function chooseSample(seed: string, served: readonly Served[]): Promise<Served[]> {
  const byBooking = await inOrder(served, ({ bookingId }) => `${seed}:${bookingId}`);
  const first = new Map<Id<"resident">, Served>();
  for (const one of byBooking) {
    if (!first.has(one.residentId)) first.set(one.residentId, one);
  }
  const asked = await inOrder([...first.values()], ({ residentId }) => `${seed}:${residentId}`);
  return asked.slice(0, sampleSize(asked.length));
}

async function inOrder<Row>(rows: readonly Row[], text: (row: Row) => string): Promise<Row[]> {
  const keyed = await Promise.all(
    rows.map(async (row) => ({ row, key: await sha256Hex(utf8(text(row))) })),
  );
  return keyed.sort((a, b) => (a.key < b.key ? -1 : 1)).map(({ row }) => row);
}
