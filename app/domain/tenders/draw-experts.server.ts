import { randomBytes } from "node:crypto";
import type { Act, Officer } from "#app/domain/act.ts";
import { record } from "#app/domain/record.server.ts";
import { Refusal } from "#app/domain/refusal.ts";
import type { Id } from "#app/values/id.ts";
import { db } from "#db/client.server.ts";
import { panelDraws } from "#db/schema/panel-draws.ts";
import { findDraw } from "./find-draw.server.ts";
import { lockTender } from "./lock.server.ts";
import { listPanelRows } from "./lock-evaluation.server.ts";
import { refuseStrangers } from "./name-panel.server.ts";

export type ExpertDraw = { tenderId: Id<"tender">; pool: Id<"user">[]; count: number };

/**
 * Experts for a panel are drawn by lot, once: the pool is fixed, then the seed is made, and both are on record. From then
 * on the panel's experts are the ones drawn.
 */
export async function drawExperts(act: Act<Officer>, { tenderId, pool, count }: ExpertDraw) {
  const people = [...new Set(pool)].sort();
  if (people.length <= count) throw new Refusal("panel.pool_too_small");
  await db.transaction(async (tx) => {
    const tender = await lockTender(tx, act.by.officeId, tenderId);
    const working = tender.status === "evaluating" && !tender.reportSignedAt;
    if (tender.status !== "open" && tender.status !== "closed" && !working) {
      throw new Refusal("lifecycle.not_now");
    }
    if (await findDraw(tx, tenderId)) throw new Refusal("panel.drawn_already");
    const present = await listPanelRows(tx, tenderId);
    if (present.some(({ submittedAt }) => submittedAt)) throw new Refusal("panel.drawn_late");
    await refuseStrangers(tx, tender.officeId, people);
    const seed = randomBytes(16).toString("hex");
    const lot = { seed, pool: people, count };
    await tx
      .insert(panelDraws)
      .values({ tenderId, ...lot, drawnAt: tender.now, drawnBy: act.by.userId });
    await record(tx, act, tender.officeId, { name: "panel.drawn", tenderId, ...lot });
  });
}
