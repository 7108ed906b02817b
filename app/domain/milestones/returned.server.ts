import { sql } from "drizzle-orm";
import { fen } from "#app/values/money.ts";

/** What was paid for a milestone of the query, and has come back since. */
export const returned =
  sql`(select coalesce(sum(c.amount), 0) from claw_backs c where c.milestone_id = milestones.id)`.mapWith(
    (sum) => fen(Number(sum)),
  );
