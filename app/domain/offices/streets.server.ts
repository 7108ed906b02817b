import { asc } from "drizzle-orm";
import { db } from "#db/client.server.ts";
import { offices } from "#db/schema/offices.ts";

/** The offices whose streets neighbours may live in, by name. */
export const listStreets = () =>
  db
    .select({ id: offices.id, name: offices.name })
    .from(offices)
    .orderBy(asc(offices.name), asc(offices.id));
