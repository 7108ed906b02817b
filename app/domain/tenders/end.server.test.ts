import { and, eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { yuan } from "#app/values/money.ts";
import { addTo, days, minutes } from "#app/values/time.ts";
import { db } from "#db/client.server.ts";
import { one } from "#db/rows.ts";
import { events, fundBalances, projectBalances, tenders } from "#db/schema/index.ts";
import { actOf, makeOfficeActor } from "#db/seed/factories/accounts.ts";
import { makeOpenTender } from "#db/seed/factories/tenders.ts";
import { atOnce } from "#db/testing/at-once.ts";
import { endTender } from "./end.server.ts";
import { lockTender } from "./lock.server.ts";

type Made = Awaited<ReturnType<typeof makeOpenTender>>;

const endings = {
  fail: { how: "fail", code: "too_few_bids", reason: "没有足够的投标" },
  cancel: { how: "cancel", code: "money", reason: "没有足够的投标" },
} as const;

async function end({ officeId, tender, approver }: Made, how: "fail" | "cancel") {
  const act = await actOf(approver);
  await db.transaction(async (tx) => {
    await endTender(tx, act, await lockTender(tx, officeId, tender.id), endings[how]);
  });
}

const balance = async (fundId: Made["fundId"], account: "available" | "reserved") =>
  one(
    await db
      .select({ amount: fundBalances.amount })
      .from(fundBalances)
      .where(and(eq(fundBalances.fundId, fundId), eq(fundBalances.account, account))),
  ).amount;

describe("a tender that ends", () => {
  test("gives back what was reserved for it and says why", async () => {
    const made = await makeOpenTender({ ceiling: yuan(400_000) });
    expect(await balance(made.fundId, "reserved")).toBe(yuan(400_000));
    await end(made, "cancel");
    expect(await balance(made.fundId, "available")).toBe(yuan(1_000_000));
    expect(await balance(made.fundId, "reserved")).toBe(0);
    const ended = one(await db.select().from(tenders).where(eq(tenders.id, made.tender.id)));
    expect(ended).toMatchObject({
      status: "cancelled",
      endedCode: "money",
      endedReason: "没有足够的投标",
    });
    const said = await db.select().from(events).where(eq(events.officeId, made.officeId));
    expect(said.map(({ name }) => name)).toContain("tender.cancelled");
  });

  test("gives nothing back of what another project reserved in the same fund", async () => {
    const one = await makeOpenTender({ ceiling: yuan(400_000) });
    const { officeId, fundId } = one;
    const other = await makeOpenTender({ officeId, fundId, ceiling: yuan(300_000) });
    await end(one, "cancel");
    expect(await balance(one.fundId, "reserved")).toBe(yuan(300_000));
    const held = await db
      .select()
      .from(projectBalances)
      .where(eq(projectBalances.projectId, other.project.id));
    expect(held).toContainEqual(
      expect.objectContaining({ account: "reserved", amount: yuan(300_000) }),
    );
  });

  test("ends once, however many end it at once", async () => {
    const made = await makeOpenTender();
    const { done, refused } = await atOnce(4, () => end(made, "cancel"));
    expect(done).toHaveLength(1);
    expect(refused).toMatchObject(Array(3).fill({ code: "lifecycle.not_now" }));
  });

  test("cannot fail while bids may still come, and fails once the deadline has passed", async () => {
    await expect(end(await makeOpenTender(), "fail")).rejects.toMatchObject({
      code: "lifecycle.not_now",
    });
    const { at } = await actOf(await makeOfficeActor("officer"));
    const late = await makeOpenTender({
      publishedAt: addTo(at, -days(8)),
      deadline: addTo(at, -minutes(1)),
    });
    await end(late, "fail");
    expect(await balance(late.fundId, "reserved")).toBe(0);
  });
});

test("another office's tender cannot be locked", async () => {
  const { tender } = await makeOpenTender();
  const { officeId } = await makeOfficeActor("approver");
  await expect(db.transaction((tx) => lockTender(tx, officeId, tender.id))).rejects.toMatchObject({
    code: "not_found",
  });
});
