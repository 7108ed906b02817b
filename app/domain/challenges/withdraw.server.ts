import { eq } from "drizzle-orm";
import type { Act, Manager } from "#app/domain/act.ts";
import { step } from "#app/domain/lifecycle.ts";
import { announce } from "#app/domain/publish-notice.server.ts";
import { record } from "#app/domain/record.server.ts";
import type { Id } from "#app/values/id.ts";
import { db } from "#db/client.server.ts";
import { challenges } from "#db/schema/challenges.ts";
import { challengeLifecycle } from "./challenge.ts";
import { lockChallenge } from "./lock.server.ts";

/** The challenger lets it be; that there was one stays on record. */
export async function withdrawChallenge(act: Act<Manager>, challengeId: Id<"challenge">) {
  await db.transaction(async (tx) => {
    const challenge = await lockChallenge(tx, act.by, challengeId);
    const state = step(challengeLifecycle, challenge.state, "withdraw");
    const { tenderId, officeId } = challenge;
    await tx.update(challenges).set({ state }).where(eq(challenges.id, challengeId));
    await record(tx, act, officeId, { name: "challenge.withdrawn", tenderId, challengeId });
    await announce(tx);
  });
}
