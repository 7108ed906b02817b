import { eq } from "drizzle-orm";
import type { Act, Approver } from "#app/domain/act.ts";
import { askBiddersToConfirm } from "#app/domain/bids/confirm.server.ts";
import { postFundEvent } from "#app/domain/fund/post.server.ts";
import { step } from "#app/domain/lifecycle.ts";
import { announce } from "#app/domain/publish-notice.server.ts";
import { record } from "#app/domain/record.server.ts";
import { Refusal } from "#app/domain/refusal.ts";
import { findReadiness } from "#app/domain/tenders/find-readiness.server.ts";
import { refuseForbidden } from "#app/domain/tenders/forbidden.ts";
import type { Id } from "#app/values/id.ts";
import { fen } from "#app/values/money.ts";
import { db, type Tx } from "#db/client.server.ts";
import { one } from "#db/rows.ts";
import { projects } from "#db/schema/projects.ts";
import { tenderAmendments } from "#db/schema/tender-amendments.ts";
import { tenders } from "#db/schema/tenders.ts";
import {
  amendmentProblem,
  isMaterial,
  type TenderTerms,
  tenderAmendmentLifecycle,
  withChanges,
} from "./amendment.ts";
import { findProposed, lockAmendable, nextNumber } from "./lock.server.ts";

type Approval = { tenderId: Id<"tender">; amendmentId: Id<"tender_amendment"> };
type Amendable = Awaited<ReturnType<typeof lockAmendable>>;

/**
 * The approver puts an amendment into force before the deadline: the file changes for everybody at once, every bid has to
 * be confirmed, and what the ceiling went up or down by moves in the fund. Refuses whoever proposed it.
 */
export async function approveTenderAmendment(
  act: Act<Approver>,
  { tenderId, amendmentId }: Approval,
): Promise<void> {
  const { officeId, userId: decidedBy } = act.by;
  await db.transaction(async (tx) => {
    const amendable = await lockAmendable(tx, officeId, tenderId);
    const { tender, terms: from } = amendable;
    const proposed = await findProposed(tx, tenderId, amendmentId);
    const state = step(tenderAmendmentLifecycle, proposed.state, "approve");
    if (proposed.proposedBy === decidedBy) throw new Refusal("tender_amendment.own_proposal");
    const { changes, slip } = proposed;
    const to = withChanges(from, changes);
    const problem = amendmentProblem({ from, to, slip }, tender.rules, tender.now);
    if (problem) throw new Refusal(problem);

    await amend(tx, amendable, to);
    await refuseNotReady(tx, amendable);
    const now = { by: act.by, at: tender.now };
    await moveReserved(tx, now, amendable, { amendmentId, to });
    const number = await nextNumber(tx, tenderId);
    const decided = { state, number, decidedBy, decidedAt: tender.now };
    const deadlines = { deadlineBefore: from.deadline, deadlineAfter: to.deadline };
    await tx
      .update(tenderAmendments)
      .set({ ...decided, ...deadlines })
      .where(eq(tenderAmendments.id, amendmentId));
    await askBiddersToConfirm(tx, tenderId);
    await record(tx, now, officeId, {
      name: "tender.amended",
      tenderId,
      amendmentId,
      number,
      material: isMaterial(changes, slip),
      deadline: to.deadline?.toISOString() ?? "",
      ceiling: to.ceiling ?? fen(0),
    });
    await announce(tx);
  });
}

async function amend(tx: Tx, { tender, project }: Amendable, to: TenderTerms) {
  const { title, contractDraft, deadline, ...ofProject } = to;
  const deadlineVersion = tender.deadlineVersion + 1;
  await tx
    .update(tenders)
    .set({ title, contractDraft, deadline, deadlineVersion })
    .where(eq(tenders.id, tender.id));
  await tx
    .update(projects)
    .set({ title, ...ofProject })
    .where(eq(projects.id, project.id));
}

/** What may be bought, and by which method, holds for the tender as it is now amended. */
async function refuseNotReady(tx: Tx, { tender: { id, now } }: Amendable) {
  const amended = one(await tx.select().from(tenders).where(eq(tenders.id, id)));
  const { problems } = await findReadiness(tx, amended, now);
  const left = problems.filter((problem) => problem !== "deadline_too_soon");
  refuseForbidden(left);
  if (left.length > 0) throw new Refusal("tender.not_ready");
}

type Moved = { amendmentId: Id<"tender_amendment">; to: TenderTerms };

async function moveReserved(
  tx: Tx,
  act: Act,
  { tender, project, terms: from }: Amendable,
  { amendmentId: entityId, to }: Moved,
) {
  const difference = (to.ceiling ?? 0) - (from.ceiling ?? 0);
  if (difference === 0 || !project.fundId) return;
  const kind = difference > 0 ? "ceiling_up" : "ceiling_down";
  const { id: projectId, fundId } = project;
  const about = { officeId: tender.officeId, fundId, projectId, entityId };
  const amounts = { amount: fen(Math.abs(difference)) };
  await postFundEvent(tx, act, { ...about, kind, amounts });
}
