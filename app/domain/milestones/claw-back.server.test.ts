import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import { newId } from "#app/values/id.ts";
import { fen } from "#app/values/money.ts";
import { db } from "#db/client.server.ts";
import { projectBalances } from "#db/schema/index.ts";
import { actOf, makeOfficeActor } from "#db/seed/factories/accounts.ts";
import { makePaidMilestone } from "#db/seed/factories/delivery.ts";
import { atOnce } from "#db/testing/at-once.ts";
import { clawBack } from "./claw-back.server.ts";
import { findContractNumbers } from "./contract-numbers.server.ts";

type Made = Awaited<ReturnType<typeof makePaidMilestone>>;
let made: Made;

/** ¥108 was paid. */
beforeEach(async () => {
  made = await makePaidMilestone();
});

const wish = (amount: number, bankReference = `BK-${newId().slice(-8)}`) => ({
  milestoneId: made.milestone.id,
  clawBackId: newId<"claw_back">(),
  amount: fen(amount),
  reason: "核查发现一次服务没有做",
  bankReference,
});

async function held() {
  const rows = await db
    .select()
    .from(projectBalances)
    .where(eq(projectBalances.projectId, made.contract.projectId));
  return Object.fromEntries(rows.map(({ account, amount }) => [account, amount]));
}

describe("money that came back", () => {
  test("is available again, and everybody sees it with the payment", async () => {
    const before = await held();
    await clawBack(await actOf(made.finance), wish(3_600));
    const after = await held();
    expect(after.paid).toBe((before.paid ?? 0) - 3_600);
    expect(after.available).toBe((before.available ?? 0) + 3_600);
    const numbers = await findContractNumbers(made.contract.id);
    expect(numbers).toMatchObject({ paid: 7_200, payments: [{ returned: 3_600 }] });
  });

  test("is never more than was paid, in one go or in several", async () => {
    const act = await actOf(made.finance);
    await expect(clawBack(act, wish(10_801))).rejects.toMatchObject({ code: "claw_back.too_much" });
    await clawBack(act, wish(10_000));
    await expect(clawBack(act, wish(801))).rejects.toMatchObject({ code: "claw_back.too_much" });
    const { refused } = await atOnce(4, () => clawBack(act, wish(500)));
    expect(refused).toMatchObject(Array(3).fill({ code: "claw_back.too_much" }));
    expect((await held()).paid).toBe(300);
  });

  test("is recorded once: by form, and by the bank's reference", async () => {
    const act = await actOf(made.finance);
    const form = wish(100);
    await atOnce(3, () => clawBack(act, form));
    expect((await held()).paid).toBe(10_700);
    const again = clawBack(act, wish(100, form.bankReference));
    await expect(again).rejects.toMatchObject({ code: "claw_back.known_reference" });
  });

  test("is none of another office's business", async () => {
    const stranger = await actOf(await makeOfficeActor("finance"));
    await expect(clawBack(stranger, wish(1))).rejects.toMatchObject({ code: "not_found" });
  });
});
