import type { Id } from "#app/values/id.ts";
import { inLotOrder } from "#app/values/lot.ts";

/** A lot as it is recorded: the seed was made when the pool was fixed. */
export type Draw = { seed: string; pool: readonly Id<"user">[]; count: number };

/**
 * Who is drawn: the first so many of the pool by SHA-256(seed:person) who are not barred, so that whoever has a conflict
 * is followed by the next.
 */
export async function drawnFrom(
  { seed, pool, count }: Draw,
  barred: readonly Id<"user">[],
): Promise<Id<"user">[]> {
  const order = await inLotOrder(pool, (person) => `${seed}:${person}`);
  return order.filter((person) => !barred.includes(person)).slice(0, count);
}
