import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import type { Id } from "#app/values/id.ts";
import { db } from "#db/client.server.ts";
import { events, panelMembers, tenders } from "#db/schema/index.ts";
import { memberships } from "#db/schema/memberships.ts";
import { actOf, makeManager, makeOfficeActor } from "#db/seed/factories/accounts.ts";
import { makeScoredEvaluation, seatPanel } from "#db/seed/factories/awards.ts";
import { makeEvaluation } from "#db/seed/factories/evaluations.ts";
import { makeOpenTender } from "#db/seed/factories/tenders.ts";
import { declareInterest } from "./declare.server.ts";
import { namePanel } from "./name-panel.server.ts";
import type { PanelCapacity } from "./tender.ts";

type Place = Pick<Awaited<ReturnType<typeof makeEvaluation>>, "officeId" | "officer" | "tender">;

async function people(officeId: Id<"office">, ...capacities: PanelCapacity[]) {
  const made = [];
  for (const capacity of capacities) {
    const { userId } = await makeOfficeActor("panel", officeId);
    made.push({ userId, capacity });
  }
  return made;
}

const three = (officeId: Id<"office">) =>
  people(officeId, "office", "expert", "resident_representative");

async function name(place: Place, members: Awaited<ReturnType<typeof people>>, chair = 0) {
  const chairId = members[chair]?.userId;
  if (!chairId) throw new Error("no chair");
  await namePanel(await actOf(place.officer), { tenderId: place.tender.id, members, chairId });
}

const panelOf = (tenderId: Id<"tender">) =>
  db.select().from(panelMembers).where(eq(panelMembers.tenderId, tenderId));

describe("an officer names the panel", () => {
  test("with one chair, before or after the deadline, and it is on record", async () => {
    const open = await makeOpenTender();
    const members = await three(open.officeId);
    await name(open, members, 1);
    const panel = await panelOf(open.tender.id);
    expect(panel).toHaveLength(3);
    expect(panel.filter(({ chair }) => chair)).toMatchObject([{ userId: members[1]?.userId }]);
    const recorded = await db.select().from(events).where(eq(events.officeId, open.officeId));
    expect(recorded.map((event) => event.name)).toContain("panel.named");
  });

  test("again, and only those who left are gone", async () => {
    const evaluation = await makeEvaluation();
    const members = await three(evaluation.officeId);
    await name(evaluation, members);
    const stays = members.slice(0, 2);
    const [other] = await people(evaluation.officeId, "resident_representative");
    if (!other) throw new Error("nobody");
    await name(evaluation, [...stays, other], 1);
    const panel = await panelOf(evaluation.tender.id);
    expect(new Set(panel.map(({ userId }) => userId))).toEqual(
      new Set([...stays, other].map(({ userId }) => userId)),
    );
    expect(panel.filter(({ chair }) => chair)).toHaveLength(1);
  });
});

describe("a panel is refused", () => {
  test.each<[string, PanelCapacity[]]>([
    ["panel.too_small", ["expert"]],
    ["panel.not_odd", ["office", "office", "expert", "resident_representative"]],
    ["panel.without_resident", ["office", "expert", "expert"]],
    ["panel.without_outsider", ["office", "office", "resident_representative"]],
  ])("for %s", async (code, capacities) => {
    const evaluation = await makeEvaluation();
    const members = await people(evaluation.officeId, ...capacities);
    await expect(name(evaluation, members)).rejects.toMatchObject({ code });
    expect(await panelOf(evaluation.tender.id)).toEqual([]);
  });

  test("when the chair sits elsewhere, or somebody sits twice", async () => {
    const evaluation = await makeEvaluation();
    const [a, b, c] = await three(evaluation.officeId);
    if (!a || !b || !c) throw new Error("three");
    const act = await actOf(evaluation.officer);
    const tenderId = evaluation.tender.id;
    const members = [a, b, c];
    await expect(
      namePanel(act, { tenderId, members, chairId: evaluation.officer.userId }),
    ).rejects.toMatchObject({ code: "panel.chair_not_member" });
    await expect(
      namePanel(act, { tenderId, members: [a, b, c, a, b], chairId: a.userId }),
    ).rejects.toMatchObject({ code: "panel.named_twice" });
  });

  test("when a member is not on the office's list", async () => {
    const evaluation = await makeEvaluation();
    const { officeId } = await makeOfficeActor("officer");
    const members = await three(officeId);
    await expect(name(evaluation, members)).rejects.toMatchObject({ code: "panel.not_of_office" });
  });

  test("for another office's tender, or a draft, or once every score is in", async () => {
    const evaluation = await makeEvaluation();
    const stranger = await makeOfficeActor("officer");
    await expect(
      name({ ...evaluation, officer: stranger }, await three(stranger.officeId)),
    ).rejects.toMatchObject({ code: "not_found" });

    const draft = await makeEvaluation();
    await db.update(tenders).set({ status: "draft" }).where(eq(tenders.id, draft.tender.id));
    await expect(name(draft, await three(draft.officeId))).rejects.toMatchObject({
      code: "lifecycle.not_now",
    });

    const scored = await makeScoredEvaluation();
    await expect(name(scored, await three(scored.officeId))).rejects.toMatchObject({
      code: "panel.scores_in",
    });
  });
});

describe("a member with a conflict", () => {
  test("is barred, stays on record, and somebody else takes her seat", async () => {
    const evaluation = await makeEvaluation();
    const panel = await seatPanel(evaluation);
    const barred = panel[1];
    if (!barred) throw new Error("nobody");
    const tenderId = evaluation.tender.id;
    const declaration = { tenderId, conflict: true, note: "配偶在其中一家投标机构任职。" };
    await declareInterest(await actOf(barred), declaration);

    const same = await panelOf(tenderId);
    await expect(name(evaluation, same)).rejects.toMatchObject({ code: "panel.barred_member" });

    const [other] = await people(evaluation.officeId, "expert");
    const rest = same.filter(({ userId }) => userId !== barred.userId);
    await name(evaluation, other ? [...rest, other] : rest);
    const after = await panelOf(tenderId);
    expect(after).toHaveLength(4);
    expect(after.find(({ userId }) => userId === barred.userId)).toMatchObject({ conflict: true });
  });

  test("cannot take it back, and 'none' can be corrected only before handing in", async () => {
    const evaluation = await makeEvaluation();
    const [member] = await seatPanel(evaluation);
    if (!member) throw new Error("nobody");
    const tenderId = evaluation.tender.id;
    const declare = async (conflict: boolean) =>
      declareInterest(await actOf(member), { tenderId, conflict, note: "有亲属关系。" });
    await declare(true);
    await expect(declare(false)).rejects.toMatchObject({ code: "panel.declared_already" });

    const scored = await makeScoredEvaluation();
    const late = { tenderId: scored.tender.id, conflict: true, note: "有亲属关系。" };
    await expect(declareInterest(await actOf(scored.chair), late)).rejects.toMatchObject({
      code: "panel.declared_already",
    });
  });

  test("who works for a bidder may not say that she has none", async () => {
    const evaluation = await makeEvaluation();
    const [member] = await seatPanel(evaluation);
    const [bid] = evaluation.bids;
    if (!member || !bid) throw new Error("nobody");
    const { organizationId } = await makeManager(bid.organizationId);
    await db.insert(memberships).values({ userId: member.userId, role: "manager", organizationId });
    const tenderId = evaluation.tender.id;
    await expect(
      declareInterest(await actOf(member), { tenderId, conflict: false }),
    ).rejects.toMatchObject({ code: "panel.works_for_bidder" });
  });

  test("is nobody outside the panel, before the opening, or of another office", async () => {
    const evaluation = await makeEvaluation();
    await seatPanel(evaluation);
    const tenderId = evaluation.tender.id;
    for (const outsider of [
      await makeOfficeActor("panel", evaluation.officeId),
      await makeOfficeActor("panel"),
    ]) {
      await expect(
        declareInterest(await actOf(outsider), { tenderId, conflict: false }),
      ).rejects.toMatchObject({ code: "not_found" });
    }
    const open = await makeOpenTender();
    const members = await three(open.officeId);
    await name(open, members);
    const [one] = members;
    if (!one) throw new Error("nobody");
    const member = { role: "panel", userId: one.userId, officeId: open.officeId } as const;
    await expect(
      declareInterest(await actOf(member), { tenderId: open.tender.id, conflict: false }),
    ).rejects.toMatchObject({ code: "lifecycle.not_now" });
  });
});
