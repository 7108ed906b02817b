import type { Act, Approver, Manager } from "#app/domain/act.ts";
import { drawUpContract } from "#app/domain/contracts/draw-up.server.ts";
import { announce } from "#app/domain/publish-notice.server.ts";
import { record } from "#app/domain/record.server.ts";
import type { Id } from "#app/values/id.ts";
import { db } from "#db/client.server.ts";
import { keepAnswer, lockTerms } from "./lock-terms.server.ts";

/** One side says yes to the award. With the second yes the contract is drawn up for both to sign; says whether it was. */
export async function acceptTerms(
  act: Act<Approver | Manager>,
  tenderId: Id<"tender">,
): Promise<{ drawnUp: boolean }> {
  return await db.transaction(async (tx) => {
    const terms = await lockTerms(tx, act.by, tenderId);
    const { tender, bid, party, other } = terms;
    await keepAnswer(tx, act.by, terms, null);
    const event = { name: "tender.terms_accepted", tenderId, bidId: bid.id, party } as const;
    await record(tx, act, tender.officeId, event);
    if (!other?.accepted) return { drawnUp: false };
    await drawUpContract(tx, act, tender, bid);
    await announce(tx);
    return { drawnUp: true };
  });
}
