import { and, eq, isNull, type SQLWrapper } from "drizzle-orm";
import type { Id } from "#app/values/id.ts";
import { db, type Tx } from "#db/client.server.ts";
import { objections } from "#db/schema/objections.ts";

const undecided = isNull(objections.upheld);

/** For a query: the undecided objections to the tender whose id is given by an expression. */
export const openObjectionsTo = (tenderId: SQLWrapper) =>
  db
    .select({ id: objections.id })
    .from(objections)
    .where(and(eq(objections.tenderId, tenderId), undecided));

/** Whoever asks holds the tender's row lock, without which nobody objects. */
export const hasOpenObjection = async (tx: Tx, tenderId: Id<"tender">): Promise<boolean> =>
  (await tx.$count(objections, and(eq(objections.tenderId, tenderId), undecided))) > 0;
