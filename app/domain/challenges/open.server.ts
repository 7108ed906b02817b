import { and, eq, inArray, type SQLWrapper } from "drizzle-orm";
import { Refusal, type RefusalCode } from "#app/domain/refusal.ts";
import type { Id } from "#app/values/id.ts";
import { db, type Tx } from "#db/client.server.ts";
import { challenges } from "#db/schema/challenges.ts";
import { openStates } from "./challenge.ts";

const openIn = inArray(challenges.state, [...openStates]);

/** For a query: the open challenges of the tender whose id is given by an expression. */
export const openChallengesOf = (tenderId: SQLWrapper) =>
  db
    .select({ id: challenges.id })
    .from(challenges)
    .where(and(eq(challenges.tenderId, tenderId), openIn));

/** Whoever asks holds the tender's row lock, without which nobody files. */
export const hasOpenChallenge = async (tx: Tx, tenderId: Id<"tender">): Promise<boolean> =>
  (await tx.$count(challenges, and(eq(challenges.tenderId, tenderId), openIn))) > 0;

/** The same as a refusal. */
export async function refuseOpenChallenge(tx: Tx, tenderId: Id<"tender">, code: RefusalCode) {
  if (await hasOpenChallenge(tx, tenderId)) throw new Refusal(code);
}
