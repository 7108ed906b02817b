import { databaseNow } from "#app/domain/clock.server.ts";
import { addDays, addTo, dayOf, instantOf } from "#app/values/time.ts";
import { sqlClient } from "../../client.server.ts";

/** The demo's clock at so many days before the real now, at an hour of the Shanghai day. */
export async function goBack(days: number, hour: number): Promise<Date> {
  const to = instantOf(addDays(dayOf(new Date()), -days), hour * 60);
  await sqlClient`select clock_move(${to})`;
  return to;
}

/** The demo's clock at that moment; it may go back while the street is being built. */
export async function goTo(at: Date): Promise<void> {
  await sqlClient`select clock_move(${at})`;
}

/** A second later than `at`, for what may only happen after it. */
export async function goPast(at: Date | null): Promise<void> {
  await goTo(addTo(at ?? (await databaseNow()), 1000));
}

export async function goToNow(): Promise<void> {
  await goTo(new Date());
}
