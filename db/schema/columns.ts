import { bigint, customType, date, timestamp, uuid } from "drizzle-orm/pg-core";
import { type Id, newId } from "#app/values/id.ts";
import type { Fen } from "#app/values/money.ts";
import type { Day } from "#app/values/time.ts";

export const id = <Kind extends string>() => uuid().$type<Id<Kind>>();
export const primaryId = <Kind extends string>() =>
  id<Kind>()
    .primaryKey()
    .$defaultFn(() => newId<Kind>());
export const fen = () => bigint({ mode: "number" }).$type<Fen>();
export const instant = () => timestamp({ withTimezone: true, mode: "date" });
export const calendarDay = () => date({ mode: "string" }).$type<Day>();

/** Raw bytes, such as a sealed bid. */
export const bytes = customType<{ data: Uint8Array; driverData: Uint8Array }>({
  dataType: () => "bytea",
  fromDriver: (value) => new Uint8Array(value),
});

/** A range of instants as PostgreSQL writes it; commands make it with `tstzrange(…)`. */
export const instantRange = customType<{ data: string }>({ dataType: () => "tstzrange" });

/** The 1- and 2-grams of a text, for Chinese search. */
export const grams = customType<{ data: string[] }>({ dataType: () => "text[]" });

/** A transaction's number, by which events are sealed once it is over. */
export const transactionId = customType<{ data: string }>({ dataType: () => "xid8" });
