import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { yuan } from "#app/values/money.ts";
import { db } from "#db/client.server.ts";
import { organizations } from "#db/schema/organizations.ts";
import { tenders } from "#db/schema/tenders.ts";
import { actOf, makeOfficeActor, makeOrganization } from "#db/seed/factories/accounts.ts";
import { makeDraftTender, makeTenderInReview } from "#db/seed/factories/tenders.ts";
import { chooseMethod, type MethodChoice } from "./choose-method.server.ts";
import { findMethodChoice } from "./method-queries.server.ts";
import { publishTender } from "./publish.server.ts";

type Draft = Awaited<ReturnType<typeof makeDraftTender>>;

const choiceOf = (draft: Draft, change: Partial<MethodChoice> = {}): MethodChoice => ({
  tenderId: draft.tender.id,
  profile: "community",
  method: "lowest_price",
  invitedCode: "",
  directGround: null,
  directReason: "",
  winners: 3,
  winnerCap: yuan(100_000),
  ...change,
});

const invitation = { directGround: "only_supplier", directReason: "只有这一家有资质。" } as const;

describe("an officer", () => {
  test("chooses how a draft's supplier is found, and what the method does not ask for is dropped", async () => {
    const draft = await makeDraftTender();
    await chooseMethod(await actOf(draft.officer), choiceOf(draft, invitation));
    const found = await findMethodChoice(draft.officer, draft.tender.id);
    expect(found?.tender).toMatchObject({
      method: "lowest_price",
      directGround: null,
      directReason: "",
      winners: 1,
      winnerCap: null,
    });
  });

  test("invites one verified organization by its credit code, however it was typed", async () => {
    const draft = await makeDraftTender({ ceiling: yuan(40_000) });
    const organization = await makeOrganization();
    const invitedCode = ` ${organization.creditCode?.toLowerCase()} `;
    const direct = { ...invitation, method: "direct", invitedCode } as const;
    await chooseMethod(await actOf(draft.officer), choiceOf(draft, direct));
    const found = await findMethodChoice(draft.officer, draft.tender.id);
    expect(found?.invitedCode).toBe(organization.creditCode);
  });

  test("cannot invite one that is not verified, or choose what a profile does not offer", async () => {
    const draft = await makeDraftTender();
    const organization = await makeOrganization();
    await db
      .update(organizations)
      .set({ verifiedAt: null })
      .where(eq(organizations.id, organization.id));
    const act = await actOf(draft.officer);
    const invitedCode = organization.creditCode ?? "";
    const direct = choiceOf(draft, { ...invitation, method: "direct", invitedCode });
    await expect(chooseMethod(act, direct)).rejects.toMatchObject({
      code: "direct.unknown_organization",
    });
    const notOffered = choiceOf(draft, { profile: "statutory", method: "two_way" });
    await expect(chooseMethod(act, notOffered)).rejects.toMatchObject({
      code: "method.not_offered",
    });
  });

  test("sees which methods the value allows", async () => {
    const draft = await makeDraftTender({ ceiling: yuan(508_000) });
    const found = await findMethodChoice(draft.officer, draft.tender.id);
    const allowed = found?.offered.filter((one) => one.allowed && one.profile === "community");
    expect(allowed?.map(({ method }) => method)).toEqual(["open_scored", "consult", "panel"]);
    const stranger = await makeOfficeActor("officer");
    expect(await findMethodChoice(stranger, draft.tender.id)).toBeUndefined();
  });
});

describe("publication", () => {
  const criteria = [{ kind: "price" as const, name: "报价", weight: 100 }];

  test("is refused for a method that the value does not allow", async () => {
    const wish = { criteria, ceiling: yuan(400_000), tender: { method: "lowest_price" as const } };
    const { approver, tender } = await makeTenderInReview(wish);
    await expect(publishTender(await actOf(approver), tender.id)).rejects.toMatchObject({
      code: "method.not_allowed",
    });
  });

  test("is refused when like purchases together reach the limit, and not for other budget items", async () => {
    const wish = (budgetItem: string) => ({
      criteria,
      ceiling: yuan(200_000),
      project: { budgetItem },
      tender: { method: "lowest_price" as const },
    });
    const first = await makeTenderInReview(wish("2082102"));
    const { officeId, fundId } = first;
    const second = await makeTenderInReview({ officeId, fundId, ...wish("2082102") });
    const other = await makeTenderInReview({ officeId, fundId, ...wish("2081004") });
    await expect(
      publishTender(await actOf(second.approver), second.tender.id),
    ).rejects.toMatchObject({ code: "tender.split" });
    await publishTender(await actOf(other.approver), other.tender.id);
    const [published] = await db.select().from(tenders).where(eq(tenders.id, other.tender.id));
    expect(published?.rules?.openDays).toBe(3);
  });

  test("is refused when one organization would get more by direct purchases in a year than the cap", async () => {
    const { id: invitedOrganizationId } = await makeOrganization();
    const direct = { ...invitation, method: "direct" as const, invitedOrganizationId };
    const wish = (budgetItem: string) => ({
      criteria,
      ceiling: yuan(80_000),
      project: { budgetItem },
      tender: direct,
    });
    const first = await makeTenderInReview(wish("1"));
    const { officeId, fundId } = first;
    await makeTenderInReview({ officeId, fundId, ...wish("2") });
    const third = await makeTenderInReview({ officeId, fundId, ...wish("3") });
    await expect(publishTender(await actOf(third.approver), third.tender.id)).rejects.toMatchObject(
      { code: "direct.over_cap" },
    );
  });
});
