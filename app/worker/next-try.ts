import { sql } from "drizzle-orm";
import { hours } from "#app/values/time.ts";

const LONGEST = hours(6);

/** When to try again after so many failures, by the database's clock: twice as late each time. */
export const nextTry = (failures: number, first: number) =>
  sql`clock_now() + ${Math.min(first * 2 ** (failures - 1), LONGEST)} * interval '1 millisecond'`;
