import { createHash } from "node:crypto";
import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import type { Id } from "#app/values/id.ts";
import { db } from "#db/client.server.ts";
import { one } from "#db/rows.ts";
import { events, panelDraws } from "#db/schema/index.ts";
import { actOf, makeOfficeActor } from "#db/seed/factories/accounts.ts";
import { makeEvaluation } from "#db/seed/factories/evaluations.ts";
import { atOnce } from "#db/testing/at-once.ts";
import { declareInterest } from "./declare.server.ts";
import { drawExperts } from "./draw-experts.server.ts";
import { findExpertDraw } from "./draw-queries.server.ts";
import { namePanel } from "./name-panel.server.ts";

/** An evaluation with a pool of six experts, and the two others whom a panel of three needs. */
async function pooled() {
  const evaluation = await makeEvaluation();
  const { officeId, officer, tender } = evaluation;
  const someone = async () => (await makeOfficeActor("panel", officeId)).userId;
  const pool: Id<"user">[] = [];
  for (let n = 0; n < 6; n += 1) pool.push(await someone());
  const [own, resident] = [await someone(), await someone()];
  const tenderId = tender.id;
  const draw = async (count = 1, from = pool) =>
    drawExperts(await actOf(officer), { tenderId, pool: from, count });
  const name = async (expert: Id<"user">) =>
    namePanel(await actOf(officer), {
      tenderId,
      chairId: own,
      members: [
        { userId: own, capacity: "office" },
        { userId: resident, capacity: "resident_representative" },
        { userId: expert, capacity: "expert" },
      ],
    });
  return { ...evaluation, tenderId, pool, draw, name };
}

/** The order that anybody works out from what is on record. */
function orderOf(seed: string, pool: readonly string[]) {
  const key = (person: string) => createHash("sha256").update(`${seed}:${person}`).digest("hex");
  return [...pool].sort((a, b) => (key(a) < key(b) ? -1 : 1));
}

const recordOf = async (tenderId: Id<"tender">) => {
  const all = await db.select().from(events).where(eq(events.name, "panel.drawn"));
  return one(all.filter(({ detail }) => detail.tenderId === tenderId)).detail;
};

describe("experts drawn by lot", () => {
  test("are the first by the recorded seed and pool, which anybody can work out", async () => {
    const { tenderId, pool, draw, name } = await pooled();
    await draw();
    const { seed, pool: kept } = one(
      await db.select().from(panelDraws).where(eq(panelDraws.tenderId, tenderId)),
    );
    expect(await recordOf(tenderId)).toEqual({ tenderId, seed, pool: kept, count: 1 });
    expect([...kept].sort()).toEqual([...pool].sort());
    const [first, second] = orderOf(seed, pool) as Id<"user">[];
    if (!first || !second) throw new Error("there is no order");
    await expect(name(second)).rejects.toMatchObject({ code: "panel.not_as_drawn" });
    await name(first);
  });

  test("are followed by the next when one has a conflict", async () => {
    const { tenderId, officeId, pool, draw, name } = await pooled();
    await draw();
    const { seed } = await recordOf(tenderId);
    const [first, second] = orderOf(String(seed), pool) as Id<"user">[];
    if (!first || !second) throw new Error("there is no order");
    await name(first);
    const member = { role: "panel", userId: first, officeId } as const;
    await declareInterest(await actOf(member), { tenderId, conflict: true, note: "曾任职。" });
    await name(second);
  });

  test("are drawn once, even by two at the same moment", async () => {
    const { tenderId, draw } = await pooled();
    const { done, refused } = await atOnce(2, () => draw());
    expect(done).toHaveLength(1);
    expect(refused).toMatchObject([{ code: "panel.drawn_already" }]);
    await expect(draw(2)).rejects.toMatchObject({ code: "panel.drawn_already" });
    expect(await db.$count(panelDraws, eq(panelDraws.tenderId, tenderId))).toBe(1);
  });

  test("need a pool larger than the seats, of the office's own people", async () => {
    const { pool, draw } = await pooled();
    await expect(draw(6)).rejects.toMatchObject({ code: "panel.pool_too_small" });
    const twice = [pool[0], pool[0]] as Id<"user">[];
    await expect(draw(1, twice)).rejects.toMatchObject({ code: "panel.pool_too_small" });
    const stranger = (await makeOfficeActor("panel")).userId;
    await expect(draw(1, [...pool, stranger])).rejects.toMatchObject({
      code: "panel.not_of_office",
    });
  });

  test("are shown to the office by name, and cannot be drawn again by rewriting the record", async () => {
    const { tenderId, officer, draw } = await pooled();
    await draw(2);
    expect((await findExpertDraw(officer, tenderId))?.draw?.drawn).toHaveLength(2);
    const mine = eq(panelDraws.tenderId, tenderId);
    await expect(db.update(panelDraws).set({ seed: "0" }).where(mine)).rejects.toThrow();
    await expect(db.delete(panelDraws).where(mine)).rejects.toThrow();
  });
});
