import { and, eq, isNull } from "drizzle-orm";
import { Refusal } from "#app/domain/refusal.ts";
import type { Id } from "#app/values/id.ts";
import type { Tx } from "#db/client.server.ts";
import { consultations, draftComments } from "#db/schema/consultations.ts";

const runningOf = (tenderId: Id<"tender">) =>
  and(eq(consultations.tenderId, tenderId), isNull(consultations.endedAt));

/** The consultation on a locked tender's draft that has not been ended; its period may be over. */
export async function findRunning(tx: Tx, tenderId: Id<"tender">) {
  const [running] = await tx.select().from(consultations).where(runningOf(tenderId));
  return running;
}

type Draft = { id: Id<"tender">; now: Date };

/** Before a locked draft goes to review: nothing of its consultation may be left, neither time nor a comment without a reply. */
export async function refuseUnfinished(tx: Tx, { id: tenderId, now }: Draft): Promise<void> {
  const running = await findRunning(tx, tenderId);
  if (running && now < running.closesAt) throw new Refusal("consultation.still_running");
  const unanswered = and(eq(draftComments.tenderId, tenderId), isNull(draftComments.reply));
  if (await tx.$count(draftComments, unanswered)) throw new Refusal("consultation.unanswered");
}

/** The draft is not consulted on any more; `takenBackReason` where it is to be changed. */
export async function endRunning(
  tx: Tx,
  { id: tenderId, now: endedAt }: Draft,
  takenBackReason: string | null = null,
): Promise<void> {
  await tx.update(consultations).set({ endedAt, takenBackReason }).where(runningOf(tenderId));
}
