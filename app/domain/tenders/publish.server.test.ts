import { and, eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import type { Id } from "#app/values/id.ts";
import { yuan } from "#app/values/money.ts";
import { addTo, days, hours } from "#app/values/time.ts";
import { db } from "#db/client.server.ts";
import { one } from "#db/rows.ts";
import { events, fundBalances, openerKeys, tenderKeys, tenders } from "#db/schema/index.ts";
import { actOf, makeOfficeActor } from "#db/seed/factories/accounts.ts";
import { makeFund } from "#db/seed/factories/fund.ts";
import {
  makeDraftTender,
  makeTenderInReview,
  openerPassphrase,
} from "#db/seed/factories/tenders.ts";
import { atOnce } from "#db/testing/at-once.ts";
import { releaseShares, unwrapTenderKey } from "./key-shares.server.ts";
import { publishTender } from "./publish.server.ts";
import { sendBackTender } from "./send-back.server.ts";
import { submitTender } from "./submit.server.ts";

type Made = Awaited<ReturnType<typeof makeDraftTender>>;

const publish = async ({ approver, tender }: Made, by = approver) =>
  publishTender(await actOf(by), tender.id);
const read = async (tenderId: Id<"tender">) =>
  one(await db.select().from(tenders).where(eq(tenders.id, tenderId)));
const balances = async (fundId: Id<"fund">) => {
  const rows = await db.select().from(fundBalances).where(eq(fundBalances.fundId, fundId));
  return Object.fromEntries(rows.map(({ account, amount }) => [account, amount]));
};

describe("a draft", () => {
  test("goes to review when nothing is missing, and comes back with a reason", async () => {
    const { officer, approver, tender } = await makeDraftTender();
    await submitTender(await actOf(officer), tender.id);
    expect(await read(tender.id)).toMatchObject({ status: "in_review" });
    const back = { tenderId: tender.id, reason: "服务对象写得太宽" };
    await sendBackTender(await actOf(approver), back);
    expect(await read(tender.id)).toMatchObject({
      status: "draft",
      sentBackReason: "服务对象写得太宽",
    });
    await submitTender(await actOf(officer), tender.id);
    expect(await read(tender.id)).toMatchObject({ status: "in_review", sentBackReason: null });
  });

  test("is not taken to review while something is missing", async () => {
    const { officer, tender } = await makeDraftTender({ project: { quantity: null } });
    await expect(submitTender(await actOf(officer), tender.id)).rejects.toMatchObject({
      code: "tender.not_ready",
    });
    expect(await read(tender.id)).toMatchObject({ status: "draft" });
  });

  test("is not sent back, submitted or published from where it is not", async () => {
    const draft = await makeDraftTender();
    const back = { tenderId: draft.tender.id, reason: "请补充" };
    const refused = { code: "lifecycle.not_now" };
    await expect(sendBackTender(await actOf(draft.approver), back)).rejects.toMatchObject(refused);
    await expect(publish(draft)).rejects.toMatchObject(refused);
    const reviewed = await makeTenderInReview();
    const again = submitTender(await actOf(reviewed.officer), reviewed.tender.id);
    await expect(again).rejects.toMatchObject(refused);
  });
});

describe("publishing", () => {
  test("opens the tender, numbers its notice and reserves its ceiling", async () => {
    const made = await makeTenderInReview({ ceiling: yuan(508_000) });
    await publish(made);
    expect(await read(made.tender.id)).toMatchObject({
      status: "open",
      approverId: made.approver.userId,
      publishedAt: expect.any(Date),
      noticeNumber: expect.stringMatching(/^南湖街办采〔\d{4}〕1号$/),
    });
    expect(await balances(made.fundId)).toMatchObject({
      available: yuan(492_000),
      reserved: yuan(508_000),
    });
    const said = await db
      .select()
      .from(events)
      .where(and(eq(events.officeId, made.officeId), eq(events.name, "tender.published")));
    expect(one(said)).toMatchObject({
      name: "tender.published",
      detail: { tenderId: made.tender.id, ceiling: yuan(508_000) },
    });
  });

  test("makes a key that the two openers can give back together", async () => {
    const made = await makeTenderInReview();
    await publish(made);
    const keys = await db.select().from(tenderKeys).where(eq(tenderKeys.tenderId, made.tender.id));
    const { copies } = one(keys);
    const released = await Promise.all(
      (["a", "b"] as const).map(async (holder) => {
        const opener = made.openers[holder].userId;
        const rows = await db.select().from(openerKeys).where(eq(openerKeys.userId, opener));
        const { sealedPrivateKey } = one(rows);
        return releaseShares(
          holder,
          { sealedPrivateKey, passphrase: openerPassphrase },
          copies,
          made.tender.id,
        );
      }),
    );
    const key = await unwrapTenderKey(copies, released.flat());
    expect(key.type).toBe("private");
  });

  test("is refused to whoever wrote it, drafted or submitted", async () => {
    const made = await makeTenderInReview();
    const author = { ...made.approver, userId: made.officer.userId };
    await expect(publish(made, author)).rejects.toMatchObject({ code: "tender.own_work" });

    const colleague = await makeOfficeActor("officer", made.officeId);
    const passedOn = await makeDraftTender({ officeId: made.officeId, officer: made.officer });
    await submitTender(await actOf(colleague), passedOn.tender.id);
    for (const userId of [colleague.userId, made.officer.userId]) {
      await expect(publish(passedOn, { ...made.approver, userId })).rejects.toMatchObject({
        code: "tender.own_work",
      });
    }
  });

  test("is refused when fewer than seven days are left by the database's clock", async () => {
    const { at } = await actOf(await makeOfficeActor("officer"));
    const made = await makeTenderInReview({ deadline: addTo(at, days(7) - hours(1)) });
    await expect(publish(made)).rejects.toMatchObject({ code: "tender.too_few_days" });
  });

  test("is refused when the fund holds too little, and then nothing has changed", async () => {
    const { id: fundId, officeId } = await makeFund({ allocated: yuan(507_999.99) });
    const made = await makeTenderInReview({ officeId, fundId, ceiling: yuan(508_000) });
    await expect(publish(made)).rejects.toMatchObject({ code: "fund.not_enough" });
    expect(await read(made.tender.id)).toMatchObject({ status: "in_review", noticeNumber: null });
    expect(await db.$count(tenderKeys, eq(tenderKeys.tenderId, made.tender.id))).toBe(0);
  });

  test("is refused when an opener has lost her key since the review", async () => {
    const made = await makeTenderInReview();
    await db.delete(openerKeys).where(eq(openerKeys.userId, made.openers.b.userId));
    await expect(publish(made)).rejects.toMatchObject({ code: "tender.not_ready" });
  });

  test("finds no tender of another office", async () => {
    const made = await makeTenderInReview();
    const stranger = await makeOfficeActor("approver");
    await expect(publish(made, stranger)).rejects.toMatchObject({ code: "not_found" });
    const back = { tenderId: made.tender.id, reason: "不是我们的" };
    await expect(sendBackTender(await actOf(stranger), back)).rejects.toMatchObject({
      code: "not_found",
    });
    const officer = await makeOfficeActor("officer");
    await expect(submitTender(await actOf(officer), made.tender.id)).rejects.toMatchObject({
      code: "not_found",
    });
  });
});

test("of two tenders that need the fund's last money, one is published", async () => {
  const { id: fundId, officeId } = await makeFund({ allocated: yuan(508_000) });
  const made = [
    await makeTenderInReview({ officeId, fundId, ceiling: yuan(508_000) }),
    await makeTenderInReview({ officeId, fundId, ceiling: yuan(508_000) }),
  ];
  const { done, refused } = await atOnce(2, async (index) => {
    const wanted = made[index];
    if (wanted) await publish(wanted);
  });
  expect(done).toHaveLength(1);
  expect(refused).toMatchObject([{ code: "fund.not_enough" }]);
  expect(await balances(fundId)).toMatchObject({ available: 0, reserved: yuan(508_000) });
});

test("two approvers who publish the same tender at once publish it once", async () => {
  const made = await makeTenderInReview();
  const { done, refused } = await atOnce(2, () => publish(made));
  expect(done).toHaveLength(1);
  expect(refused).toMatchObject([{ code: "lifecycle.not_now" }]);
  expect((await balances(made.fundId)).reserved).toBe(yuan(508_000));
});
