import type { Act, Approver, Officer } from "#app/domain/act.ts";
import { refuseOpenChallenge } from "#app/domain/challenges/open.server.ts";
import { Refusal } from "#app/domain/refusal.ts";
import type { Id } from "#app/values/id.ts";
import { db } from "#db/client.server.ts";
import { endTender } from "./end.server.ts";
import { lockTender } from "./lock.server.ts";
import type { CancellationCode } from "./tender.ts";

export type Cancellation = { tenderId: Id<"tender">; code: CancellationCode; reason: string };

/** End a tender before its contract is signed; unopened bids stay sealed for good. An officer may drop a draft only. */
export async function cancelTender(
  act: Act<Officer | Approver>,
  { tenderId, code, reason }: Cancellation,
): Promise<void> {
  await db.transaction(async (tx) => {
    const tender = await lockTender(tx, act.by.officeId, tenderId);
    if (act.by.role === "officer" && tender.status !== "draft") throw new Refusal("forbidden");
    await refuseOpenChallenge(tx, tenderId, "cancel.challenge_open");
    await endTender(tx, act, tender, { how: "cancel", code, reason });
  });
}
