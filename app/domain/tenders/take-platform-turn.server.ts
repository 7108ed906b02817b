import { and, eq, isNotNull } from "drizzle-orm";
import type { Act, Operator } from "#app/domain/act.ts";
import { Refusal } from "#app/domain/refusal.ts";
import { env } from "#app/env.server.ts";
import type { Id } from "#app/values/id.ts";
import { db, type Tx } from "#db/client.server.ts";
import { openingTurns } from "#db/schema/bids.ts";
import { tenders } from "#db/schema/tenders.ts";
import { platformKeyPair, releaseShares } from "./key-shares.server.ts";
import { keepTurn, lockOpening } from "./open-when-two.server.ts";
import { sealName } from "./opening.ts";
import { copiesOf } from "./take-opening-turn.server.ts";

/** The platform stands in for an opener who is missing, once the other has taken her turn. */
export async function takePlatformTurn({ by }: Act<Operator>, tenderId: Id<"tender">) {
  return await db.transaction(async (tx) => {
    const tender = await lockOpening(tx, await officeOf(tx, tenderId), tenderId);
    const { round } = tender;
    const ofRound = and(eq(openingTurns.tenderId, tenderId), eq(openingTurns.round, round));
    const turns = await tx.$count(openingTurns, ofRound);
    if (turns === 0) throw new Refusal("opening.opener_first");
    const { privateKey } = await platformKeyPair(env.platformKey);
    const copies = await copiesOf(tx, tender);
    const released = await releaseShares(
      "platform",
      { privateKey },
      copies,
      sealName(tenderId, round),
    );
    const turn = { holder: "platform", released, copies } as const;
    return await keepTurn(tx, { by, at: tender.now }, tender, turn);
  });
}

async function officeOf(tx: Tx, tenderId: Id<"tender">): Promise<Id<"office">> {
  const [tender] = await tx
    .select({ officeId: tenders.officeId })
    .from(tenders)
    .where(and(eq(tenders.id, tenderId), isNotNull(tenders.publishedAt)));
  if (!tender) throw new Refusal("not_found");
  return tender.officeId;
}
