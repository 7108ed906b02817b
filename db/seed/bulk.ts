import type postgres from "postgres";
import { fillBookings } from "./bulk/bookings.ts";
import { completeContracts, fillContracts } from "./bulk/contracts.ts";
import { fillEvents, fillFollowUps } from "./bulk/follow-ups.ts";
import { makeIdentity } from "./bulk/identity.ts";
import { fillOffices } from "./bulk/offices.ts";
import { planFor } from "./bulk/plan.ts";

/** Hears what is being made, and how many of how many. */
type Tell = (what: string, done?: number, of?: number) => void;

/**
 * Fills the database, beside whatever it holds, with so many offices and so many bookings in all: two years of the past and
 * a fortnight ahead. The same on every run of a day. `owner` is one connection of the database's owner; refuses a second time.
 */
export async function fillBulk(
  owner: postgres.Sql,
  { offices, bookings, tell }: { offices: number; bookings: number; tell: Tell },
): Promise<void> {
  const plan = planFor({ offices, bookings });
  await makeIdentity(owner);
  const [found] = await owner`select from offices where id = pg_temp.bulk_id('office', 1, 0)`;
  if (found) throw new Error("This database holds such data already: use an empty one.");
  tell("offices and contracts");
  await owner.begin(async (sql) => {
    await fillOffices(sql, plan);
    await fillContracts(sql, plan);
  });
  await fillBookings(owner, plan, bookings, (done) => tell("bookings", done, bookings));
  await completeContracts(owner, plan);
  tell("reviews, counters and sums");
  await fillFollowUps(owner, plan);
  await fillEvents(owner, plan, (done, of) => tell("events", done, of));
  tell("statistics for the planner");
  await owner`vacuum analyze`;
}
