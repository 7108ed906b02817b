import type { Act, Approver, Manager } from "#app/domain/act.ts";
import { record } from "#app/domain/record.server.ts";
import { Refusal } from "#app/domain/refusal.ts";
import { award as words } from "#app/i18n/zh/award.ts";
import type { Id } from "#app/values/id.ts";
import { db } from "#db/client.server.ts";
import { keepAnswer, lockTerms } from "./lock-terms.server.ts";
import { type Passed, passOver } from "./pass-over.server.ts";

export type Declining = { tenderId: Id<"tender">; reason: string };

/**
 * One side says no to the award, for a reason that is published: the next whom more than half voted for moves up, or, where
 * nobody is left, the tender fails. For the office an approver says it who did not recommend the applicant herself.
 */
export async function declineTerms(
  act: Act<Approver | Manager>,
  { tenderId, reason }: Declining,
): Promise<Passed> {
  return await db.transaction(async (tx) => {
    const terms = await lockTerms(tx, act.by, tenderId);
    const { tender, bid, party } = terms;
    if (party === "office" && tender.recommendedBy === act.by.userId) {
      throw new Refusal("terms.own_recommendation");
    }
    await keepAnswer(tx, act.by, terms, reason);
    const event = {
      name: "tender.terms_declined",
      tenderId,
      bidId: bid.id,
      party,
      reason,
    } as const;
    await record(tx, act, tender.officeId, event);
    const code = party === "office" ? "office_declined" : "declined";
    const why = { code, reason: words.reasons.declined[party](reason) } as const;
    return await passOver(tx, act, tender, { bidId: bid.id, ...why });
  });
}
