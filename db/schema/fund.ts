import { integer, pgTable, text, unique } from "drizzle-orm/pg-core";
import { id, primaryId } from "./columns.ts";
import { offices } from "./offices.ts";

/** The money with which an office buys services in a year. Locked in each transaction that moves it. */
export const funds = pgTable(
  "funds",
  {
    id: primaryId<"fund">(),
    officeId: id<"office">()
      .notNull()
      .references(() => offices.id),
    year: integer().notNull(),
    name: text().notNull(),
  },
  (fund) => [unique("funds_one_name_a_year").on(fund.officeId, fund.year, fund.name)],
);
