import { eq } from "drizzle-orm";
import type { Act, Officer } from "#app/domain/act.ts";
import { step } from "#app/domain/lifecycle.ts";
import { readCalendar } from "#app/domain/offices/calendar.server.ts";
import { standstillEnd } from "#app/domain/offices/working-days.ts";
import { announce } from "#app/domain/publish-notice.server.ts";
import { record } from "#app/domain/record.server.ts";
import { Refusal } from "#app/domain/refusal.ts";
import { lockTender } from "#app/domain/tenders/lock.server.ts";
import { findForbiddenItem } from "#app/domain/tenders/negative-list.server.ts";
import { tenderLifecycle } from "#app/domain/tenders/tender.ts";
import { type Id, newId } from "#app/values/id.ts";
import { type Day, instantOf } from "#app/values/time.ts";
import { db, type Tx } from "#db/client.server.ts";
import { one } from "#db/rows.ts";
import { consultations } from "#db/schema/consultations.ts";
import { projects } from "#db/schema/projects.ts";
import { tenders } from "#db/schema/tenders.ts";

export type ConsultationWish = {
  tenderId: Id<"tender">;
  /** The last day on which comments are taken; as short as the rules allow unless named. */
  lastDay: Day | null;
};

/**
 * The officer publishes a draft for everybody to comment on, for the rule's working days at least; meanwhile it stays as
 * it is. Refuses a draft that names no need, and one that may not be bought at all.
 */
export async function openConsultation(
  act: Act<Officer>,
  { tenderId, lastDay }: ConsultationWish,
): Promise<void> {
  const { officeId, userId: openedBy } = act.by;
  await db.transaction(async (tx) => {
    const tender = await lockTender(tx, officeId, tenderId);
    const { now, rules, projectId, title } = tender;
    const status = step(tenderLifecycle, tender.status, "consult");
    await refuseGroundless(tx, { projectId, title });
    const least = standstillEnd(now, rules.consultingWorkingDays, await readCalendar(tx));
    const closesAt = lastDay ? instantOf(lastDay, 1440) : least;
    if (closesAt < least) throw new Refusal("consultation.too_short");
    const id = newId<"consultation">();
    await tx.update(tenders).set({ status }).where(eq(tenders.id, tenderId));
    await tx.insert(consultations).values({ id, tenderId, openedBy, openedAt: now, closesAt });
    const until = closesAt.toISOString();
    const opened = { name: "draft.consulted", tenderId, consultationId: id, until } as const;
    await record(tx, { by: act.by, at: now }, officeId, opened);
    await announce(tx);
  });
}

type Draft = { projectId: Id<"project">; title: string };

async function refuseGroundless(tx: Tx, { projectId, title }: Draft): Promise<void> {
  const { need } = one(await tx.select().from(projects).where(eq(projects.id, projectId)));
  if (!need.trim()) throw new Refusal("consultation.no_need");
  if (await findForbiddenItem(tx, title)) throw new Refusal("tender.negative_list");
}
