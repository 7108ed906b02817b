import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import type { OfficeRole } from "#app/domain/accounts/role.ts";
import { sendBackTender } from "#app/domain/tenders/send-back.server.ts";
import { yuan } from "#app/values/money.ts";
import { db } from "#db/client.server.ts";
import { milestones } from "#db/schema/index.ts";
import { actOf, makeOfficeActor } from "#db/seed/factories/accounts.ts";
import { makeActiveContract } from "#db/seed/factories/contracts.ts";
import { makeFund } from "#db/seed/factories/fund.ts";
import { makeDraftTender, makeOpenTender, makeTenderInReview } from "#db/seed/factories/tenders.ts";
import { findDesk } from "./desk.server.ts";

type By = Awaited<ReturnType<typeof makeOfficeActor>>;

const deskOf = async (by: By, ...roles: OfficeRole[]) =>
  findDesk(by, { userId: by.userId, roles }, (await actOf(by)).at);

describe("an office's desk", () => {
  test("counts drafts, but names one that was sent back", async () => {
    const { officeId, officer } = await makeDraftTender();
    const back = await makeTenderInReview({ officeId, officer });
    const reason = { tenderId: back.tender.id, reason: "请写明服务对象" };
    await sendBackTender(await actOf(back.approver), reason);
    const desk = await deskOf(officer, "officer");
    expect(desk).toMatchObject({
      drafts: 1,
      tenders: [{ id: back.tender.id, step: { duty: "rewrite" } }],
    });
    expect((await deskOf(officer, "finance")).drafts).toBe(0);
  });

  test("shows officers the milestones to accept, and finance those to pay", async () => {
    const contract = await makeActiveContract();
    const officer = await makeOfficeActor("officer", contract.officeId);
    const [first] = contract.milestones;
    if (!first) throw new Error("no milestone");
    const claimedAt = (await actOf(officer)).at;
    await db
      .update(milestones)
      .set({ state: "claimed", claimedAt })
      .where(eq(milestones.id, first.id));
    expect((await deskOf(officer, "officer")).milestones).toMatchObject([{ id: first.id }]);
    expect((await deskOf(officer, "finance")).milestones).toEqual([]);
    const accepted = { state: "accepted", acceptedBy: officer.userId, pay: yuan(0) } as const;
    await db.update(milestones).set(accepted).where(eq(milestones.id, first.id));
    expect((await deskOf(officer, "officer")).milestones).toEqual([]);
    const finance = await deskOf(officer, "finance");
    expect(finance).toMatchObject({ milestones: [{ id: first.id }], contracts: [{}] });
  });

  test("has the year's funds, and nothing of another office", async () => {
    const { officeId, officer } = await makeOpenTender();
    await makeFund({ officeId, year: 2019 });
    const { funds, year } = await deskOf(officer, "officer");
    expect(funds.map((fund) => fund.year)).toEqual([year]);
    const stranger = await makeOfficeActor("officer");
    expect(await deskOf(stranger, "officer", "finance", "approver")).toMatchObject({
      tenders: [],
      drafts: 0,
      milestones: [],
      disputes: 0,
      contracts: [],
      funds: [],
    });
  });
});
