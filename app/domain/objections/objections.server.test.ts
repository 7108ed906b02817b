import { and, eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import type { Approver, Manager, Resident } from "#app/domain/act.ts";
import { fileChallenge } from "#app/domain/challenges/file.server.ts";
import { setMailAddress } from "#app/domain/mail/set-address.server.ts";
import { awardWhenStandstillOver, listTendersToAward } from "#app/domain/tenders/award.server.ts";
import { suspendTender } from "#app/domain/tenders/suspend.server.ts";
import { type Id, newId } from "#app/values/id.ts";
import { addTo, minutes } from "#app/values/time.ts";
import { deliverNext } from "#app/worker/deliveries.server.ts";
import { db } from "#db/client.server.ts";
import { one } from "#db/rows.ts";
import { objections, outbox, projectBalances, tenders } from "#db/schema/index.ts";
import { actOf, makeManager, makeOfficeActor, makeResident } from "#db/seed/factories/accounts.ts";
import { makePublicisedTender, system } from "#db/seed/factories/awards.ts";
import { makeObjection, makePublicisedDirect } from "#db/seed/factories/objections.ts";
import { atOnce } from "#db/testing/at-once.ts";
import { decideObjection } from "./decide.server.ts";
import { objectToTender } from "./object.server.ts";
import { listObjections } from "./queries.server.ts";

type Direct = Awaited<ReturnType<typeof makePublicisedDirect>>;

const text = "南湖还有两家机构能做，请公开比选。";
const object = async (
  by: Manager | Resident,
  { tenderId }: Pick<Direct, "tenderId">,
  said = text,
) => await objectToTender(await actOf(by), { tenderId, text: said });

const decide = async (
  made: Omit<Awaited<ReturnType<typeof makeObjection>>, "objector">,
  upheld: boolean,
  by: Approver = made.approver,
) => {
  const { tenderId, objectionId } = made;
  await decideObjection(await actOf(by), { tenderId, objectionId, upheld, reason: "已核实材料。" });
};

const tenderOf = async ({ tenderId }: Pick<Direct, "tenderId">) =>
  one(await db.select().from(tenders).where(eq(tenders.id, tenderId)));

/** Its standstill is over. */
const elapse = async ({ tenderId }: Pick<Direct, "tenderId">) => {
  const { at } = await actOf(system);
  const standstillEndsAt = addTo(at, -minutes(1));
  await db.update(tenders).set({ standstillEndsAt }).where(eq(tenders.id, tenderId));
};

const award = async ({ officeId, tenderId }: Pick<Direct, "officeId" | "tenderId">) =>
  awardWhenStandstillOver(await actOf(system), { officeId, tenderId });

const isDue = async ({ tenderId }: Pick<Direct, "tenderId">) =>
  (await listTendersToAward()).some((due) => due.tenderId === tenderId);

describe("while a direct purchase stands in public", () => {
  test("organizations and residents may object, and nobody reads whose it is", async () => {
    const direct = await makePublicisedDirect();
    const manager = await makeManager();
    const resident = await makeResident();
    await object(manager, direct);
    await object(resident, direct, "这个价格比隔壁街道贵一倍。");
    const said = await listObjections(direct.tenderId);
    expect(said).toMatchObject([
      { from: "organization", text, upheld: null, reason: null },
      { from: "resident", upheld: null },
    ]);
    const shown = JSON.stringify(said);
    for (const secret of [manager.userId, manager.organizationId, resident.residentId]) {
      expect(shown).not.toContain(secret);
    }
  });

  test("nothing is awarded while an objection is undecided; dismissed, it goes on", async () => {
    const made = await makeObjection();
    await elapse(made);
    expect(await isDue(made)).toBe(false);
    expect(await award(made)).toBe(false);
    await decide(made, false);
    expect(await isDue(made)).toBe(true);
    expect(await award(made)).toBe(true);
    expect((await tenderOf(made)).status).toBe("awarded");
    expect(await listObjections(made.tenderId)).toMatchObject([
      { upheld: false, reason: "已核实材料。" },
    ]);
  });

  test("an objection that is upheld ends the purchase and gives the money back", async () => {
    const made = await makeObjection();
    await decide(made, true);
    expect(await tenderOf(made)).toMatchObject({
      status: "cancelled",
      endedCode: "objection_upheld",
      endedReason: "已核实材料。",
    });
    const reserved = and(
      eq(projectBalances.projectId, made.project.id),
      eq(projectBalances.account, "reserved"),
    );
    expect(one(await db.select().from(projectBalances).where(reserved)).amount).toBe(0);
  });
});

describe("refused is an objection", () => {
  test("to a purchase that everybody could bid for", async () => {
    const { tender } = await makePublicisedTender();
    const refusal = object(await makeManager(), { tenderId: tender.id });
    await expect(refusal).rejects.toMatchObject({ code: "not_found" });
  });

  test("of the supplier who was asked", async () => {
    const direct = await makePublicisedDirect();
    await expect(object(direct.supplier, direct)).rejects.toMatchObject({ code: "objection.own" });
  });

  test("with somebody's telephone number", async () => {
    const refusal = object(await makeManager(), await makePublicisedDirect(), "找13800138000");
    await expect(refusal).rejects.toMatchObject({ code: "consultation.personal_data" });
  });

  test("from the end of the standstill on, which a suspension puts off", async () => {
    const direct = await makePublicisedDirect();
    await elapse(direct);
    await expect(object(await makeManager(), direct)).rejects.toMatchObject({
      code: "objection.over",
    });
    const standing = await makePublicisedDirect();
    const reason = "有投诉可能影响结果。";
    await suspendTender(await actOf(standing.approver), { tenderId: standing.tenderId, reason });
    await object(await makeManager(), standing);
  });

  test("before the result is public, and after the award", async () => {
    const direct = await makePublicisedDirect();
    const is = (status: "recommended" | "awarded") =>
      db.update(tenders).set({ status }).where(eq(tenders.id, direct.tenderId));
    for (const status of ["recommended", "awarded"] as const) {
      await is(status);
      await expect(object(await makeManager(), direct)).rejects.toMatchObject({
        code: "objection.not_now",
      });
    }
  });

  test("of the same organization or resident before the first is decided, even at once", async () => {
    for (const by of [await makeManager(), await makeResident()]) {
      const direct = await makePublicisedDirect();
      const { done, refused } = await atOnce(3, () => object(by, direct));
      expect(done).toHaveLength(1);
      expect(refused).toMatchObject(Array(2).fill({ code: "objection.already_open" }));
      const [objectionId] = done;
      if (!objectionId) throw new Error("an objection");
      await decide({ ...direct, objectionId }, false);
      await object(by, direct);
    }
  });
});

describe("refused is a decision", () => {
  test("of who recommended the supplier, and of another office", async () => {
    const made = await makeObjection();
    const both = { ...made.approver, userId: made.officer.userId };
    await expect(decide(made, false, both)).rejects.toMatchObject({
      code: "objection.not_impartial",
    });
    const stranger = await makeOfficeActor("approver");
    await expect(decide(made, false, stranger)).rejects.toMatchObject({ code: "not_found" });
  });

  test("that would end the purchase while a challenge is open, and then nothing is decided", async () => {
    const made = await makeObjection();
    const { tenderId } = made;
    const filing = { tenderId, subject: "result", text: "公示的报价与投标不一致。" } as const;
    await fileChallenge(await actOf(made.supplier), filing);
    await expect(decide(made, true)).rejects.toMatchObject({ code: "objection.challenge_open" });
    expect(await listObjections(tenderId)).toMatchObject([{ upheld: null, reason: null }]);
    expect((await tenderOf(made)).status).toBe("publicised");
  });

  test("a second time, even at once, and once the purchase has ended", async () => {
    const made = await makeObjection();
    const { done, refused } = await atOnce(2, () => decide(made, false));
    expect(done).toHaveLength(1);
    expect(refused).toMatchObject([{ code: "objection.decided" }]);
    const ended = await makeObjection();
    const second = await object(await makeManager(), ended);
    await decide(ended, true);
    await expect(decide({ ...ended, objectionId: second }, false)).rejects.toMatchObject({
      code: "lifecycle.not_now",
    });
    const open = and(eq(objections.tenderId, ended.tenderId), eq(objections.upheld, false));
    expect(await db.$count(objections, open)).toBe(0);
  });
});

test("an approver is told of an objection by mail, and who objected of the decision", async () => {
  const made = await makeObjection();
  for (const { userId } of [made.approver, made.objector]) {
    await setMailAddress(userId, { email: `${newId()}@example.cn`, mailLanguage: "zh" });
  }
  await decide(made, false);
  while ((await deliverNext()) > 0);
  const kindsTo = async ({ userId }: { userId: Id<"user"> }) =>
    (await db.select().from(outbox).where(eq(outbox.toUserId, userId))).map(({ kind }) => kind);
  expect(await kindsTo(made.approver)).toContain("objection.to_decide");
  expect(await kindsTo(made.objector)).toEqual(["objection.decided"]);
});
