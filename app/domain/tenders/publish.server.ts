import { eq } from "drizzle-orm";
import type { Act, Approver } from "#app/domain/act.ts";
import { postFundEvent } from "#app/domain/fund/post.server.ts";
import { step } from "#app/domain/lifecycle.ts";
import { officialNumber } from "#app/domain/offices/document-number.server.ts";
import { announce } from "#app/domain/publish-notice.server.ts";
import { record } from "#app/domain/record.server.ts";
import { Refusal } from "#app/domain/refusal.ts";
import type { Id } from "#app/values/id.ts";
import { db } from "#db/client.server.ts";
import { tenders } from "#db/schema/tenders.ts";
import { findReadiness } from "./find-readiness.server.ts";
import { refuseForbidden } from "./forbidden.ts";
import { lockTender } from "./lock.server.ts";
import { holdOpenerKeys } from "./make-opener-key.server.ts";
import { makeRoundKey } from "./make-round-key.server.ts";
import { tenderLifecycle } from "./tender.ts";

/**
 * Publish a reviewed tender: bids can be sealed to its key from now on, and its ceiling is reserved in the fund.
 * Refuses whoever wrote it, a draft that has become incomplete, too late or not allowed meanwhile, and a fund that holds too little.
 */
export async function publishTender(act: Act<Approver>, tenderId: Id<"tender">): Promise<void> {
  const { officeId, userId: approverId } = act.by;
  await db.transaction(async (tx) => {
    const tender = await lockTender(tx, officeId, tenderId);
    const { now, deadline } = tender;
    const status = step(tenderLifecycle, tender.status, "publish");
    await holdOpenerKeys(tx, tender);
    const { project, problems, openerKeys } = await findReadiness(tx, tender, now);
    if ([tender.authorId, project.authorId].includes(approverId)) {
      throw new Refusal("tender.own_work");
    }
    refuseForbidden(problems);
    const { ceiling, fundId } = project;
    if (problems.length > 0 || !deadline || !ceiling || !fundId) {
      throw new Refusal("tender.not_ready");
    }

    await makeRoundKey(tx, tender, openerKeys);
    const noticeNumber = await officialNumber(tx, officeId, "notice", now);
    await tx
      .update(tenders)
      .set({ status, approverId, publishedAt: now, noticeNumber, rules: tender.rules })
      .where(eq(tenders.id, tenderId));
    const event = { name: "tender.published", tenderId, ceiling } as const;
    await record(tx, act, officeId, { ...event, deadline: deadline.toISOString() });
    await announce(tx);
    const about = { officeId, fundId, entityId: tenderId, projectId: project.id };
    await postFundEvent(tx, act, { ...about, kind: "publish", amounts: { amount: ceiling } });
  });
}
