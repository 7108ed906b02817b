import { and, eq, notInArray } from "drizzle-orm";
import type { Act, PanelMember } from "#app/domain/act.ts";
import { neverOpened } from "#app/domain/bids/bid.ts";
import { record } from "#app/domain/record.server.ts";
import { Refusal } from "#app/domain/refusal.ts";
import type { Id } from "#app/values/id.ts";
import { db, type Tx } from "#db/client.server.ts";
import { bids } from "#db/schema/bids.ts";
import { memberships } from "#db/schema/memberships.ts";
import { panelMembers, scores } from "#db/schema/tenders.ts";
import { lockEvaluation, placeOn } from "./lock-evaluation.server.ts";

export type Declaration = { tenderId: Id<"tender">; conflict: boolean; note?: string };

/**
 * A member says whether she has a conflict with a bidder, once the bidders are known. A conflict bars her for
 * good and takes back what she had scored; "none" is refused to somebody who works for a bidder.
 */
export async function declareInterest(act: Act<PanelMember>, declaration: Declaration) {
  const { tenderId, conflict, note } = declaration;
  await db.transaction(async (tx) => {
    const { tender, panel } = await lockEvaluation(tx, act.by.officeId, tenderId);
    const own = placeOn(panel, act.by.userId);
    if (own.conflict || own.submittedAt) throw new Refusal("panel.declared_already");
    if (!conflict && (await worksForBidder(tx, tenderId, act.by.userId))) {
      throw new Refusal("panel.works_for_bidder");
    }
    const mine = and(eq(panelMembers.tenderId, tenderId), eq(panelMembers.userId, act.by.userId));
    const declared = { conflict, conflictNote: conflict ? note : null, declaredAt: act.at };
    await tx.update(panelMembers).set(declared).where(mine);
    if (conflict) await takeBackScores(tx, tenderId, act.by.userId);
    await record(tx, act, tender.officeId, { name: "panel.declared", tenderId, conflict });
  });
}

async function worksForBidder(tx: Tx, tenderId: Id<"tender">, userId: Id<"user">) {
  const [found] = await tx
    .select({ id: memberships.id })
    .from(memberships)
    .innerJoin(bids, eq(bids.organizationId, memberships.organizationId))
    .where(
      and(
        eq(memberships.userId, userId),
        eq(bids.tenderId, tenderId),
        notInArray(bids.state, [...neverOpened]),
      ),
    )
    .limit(1);
  return found !== undefined;
}

async function takeBackScores(tx: Tx, tenderId: Id<"tender">, memberId: Id<"user">) {
  await tx.delete(scores).where(and(eq(scores.tenderId, tenderId), eq(scores.memberId, memberId)));
}
