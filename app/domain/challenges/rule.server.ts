import { eq } from "drizzle-orm";
import type { Act, Supervisor } from "#app/domain/act.ts";
import { step } from "#app/domain/lifecycle.ts";
import { announce } from "#app/domain/publish-notice.server.ts";
import { record } from "#app/domain/record.server.ts";
import { Refusal } from "#app/domain/refusal.ts";
import type { Id } from "#app/values/id.ts";
import { db } from "#db/client.server.ts";
import { challenges } from "#db/schema/challenges.ts";
import { challengeLifecycle } from "./challenge.ts";
import { lockChallenge } from "./lock.server.ts";
import { hasPersonalData } from "./personal-data.ts";
import { remedy } from "./remedy.server.ts";

export type Ruling = { challengeId: Id<"challenge">; upheld: boolean; reason: string };

/** The supervisor decides for good; a late ruling is better than none, and its lateness shows. */
export async function ruleOnChallenge(
  act: Act<Supervisor>,
  { challengeId, upheld, reason }: Ruling,
) {
  if (hasPersonalData(reason)) throw new Refusal("challenge.personal_data");
  await db.transaction(async (tx) => {
    const challenge = await lockChallenge(tx, act.by, challengeId);
    const state = step(challengeLifecycle, challenge.state, upheld ? "uphold" : "dismiss");
    const { tenderId, officeId, answeredBy, decidedBy } = challenge;
    const { userId: ruledBy } = act.by;
    if ([answeredBy, decidedBy].includes(ruledBy)) throw new Refusal("challenge.own_decision");
    const { now: ruledAt } = challenge.tender;
    await tx
      .update(challenges)
      .set({ state, ruling: reason, ruledBy, ruledAt })
      .where(eq(challenges.id, challengeId));
    const named = { name: "challenge.ruled", tenderId, challengeId, upheld, reason } as const;
    await record(tx, act, officeId, named);
    if (upheld) await remedy(tx, act, challenge, reason);
    await announce(tx);
  });
}
