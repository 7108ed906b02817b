import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { worldNow } from "#app/domain/clock.server.ts";
import { unsealText } from "#app/domain/residents/sealed-fields.server.ts";
import { db } from "#db/client.server.ts";
import { users } from "#db/schema/accounts.ts";
import { recoveryCodes, secondFactors } from "#db/schema/second-factors.ts";
import { actOf, makeManager } from "#db/seed/factories/accounts.ts";
import { codeOf } from "#db/seed/factories/second-factors.ts";
import { atOnce } from "#db/testing/at-once.ts";
import { makeKey } from "./make-key.server.ts";
import { renewRecoveryCodes } from "./renew-recovery-codes.server.ts";
import { findDemoCode, findKey, findSecondFactor } from "./second-factor-queries.server.ts";
import { setUpSecondFactor } from "./set-up-second-factor.server.ts";
import { checkSignInCode } from "./sign-in-code.server.ts";
import { CODE_TRIES, withCode } from "./spend-code.server.ts";
import { nextCode } from "./totp.server.ts";

const wrong = { code: "second_factor.wrong_code" };

async function makeHolder() {
  const by = await makeManager();
  return { by, act: await actOf(by), userId: by.userId };
}

/** What an app that scanned the key shows now. */
async function shownCode(secret: string | undefined) {
  const code = secret && nextCode(secret, { now: await worldNow(), lastStep: 0 });
  if (!code) throw new Error("there is no key to scan");
  return code;
}

async function enrol() {
  const holder = await makeHolder();
  await makeKey(holder.act, { code: "" });
  const code = await shownCode((await findKey(holder.userId))?.secret);
  return { ...holder, codes: await setUpSecondFactor(holder.act, { code }), first: code };
}

describe("setting up", () => {
  test("takes a first code; until then nothing is asked for", async () => {
    const { act, userId } = await makeHolder();
    await expect(setUpSecondFactor(act, { code: "123456" })).rejects.toMatchObject({
      code: "second_factor.no_key",
    });
    await makeKey(act, { code: "" });
    await expect(setUpSecondFactor(act, { code: "000000" })).rejects.toMatchObject(wrong);
    expect(await findSecondFactor(userId)).toBeUndefined();
    const code = await shownCode((await findKey(userId))?.secret);
    expect(await setUpSecondFactor(act, { code })).toHaveLength(10);
    expect(await findSecondFactor(userId)).toMatchObject({ codesLeft: 10 });
    expect(await findKey(userId)).toBeUndefined();
  });

  test("keeps neither the secret nor a recovery code readable in the database", async () => {
    const { userId, codes } = await enrol();
    const [row] = await db.select().from(secondFactors).where(eq(secondFactors.userId, userId));
    const secret = unsealText(row?.secretSealed ?? new Uint8Array());
    expect(Buffer.from(row?.secretSealed ?? []).toString("latin1")).not.toContain(secret);
    const kept = await db.select().from(recoveryCodes).where(eq(recoveryCodes.userId, userId));
    for (const code of codes) expect(JSON.stringify(kept)).not.toContain(code);
  });

  test("another phone takes a code of the present one, which works until the other does", async () => {
    const { act, by, userId } = await enrol();
    await expect(makeKey(act, { code: "000000" })).rejects.toMatchObject(wrong);
    await makeKey(act, { code: await codeOf(by) });
    await checkSignInCode(userId, await codeOf(by));
    await setUpSecondFactor(act, { code: await shownCode((await findKey(userId))?.secret) });
    await checkSignInCode(userId, await codeOf(by));
  });
});

describe("a code", () => {
  test("works once: neither the one that set it up nor any other is taken again", async () => {
    const { by, userId, first } = await enrol();
    await expect(checkSignInCode(userId, first)).rejects.toMatchObject(wrong);
    const code = await codeOf(by);
    await checkSignInCode(userId, `${code.slice(0, 3)} ${code.slice(3)}`);
    await expect(checkSignInCode(userId, code)).rejects.toMatchObject(wrong);
  });

  test("works once when it comes from two places at once", async () => {
    const { by, userId, codes } = await enrol();
    for (const code of [await codeOf(by), codes[0] ?? ""]) {
      const { done, refused } = await atOnce(4, () => checkSignInCode(userId, code));
      expect([done.length, refused.length]).toEqual([1, 3]);
    }
  });

  test("is left unused when what it was for is refused", async () => {
    const { act, by, userId } = await enrol();
    const code = await codeOf(by);
    const refused = withCode(act, code, () => Promise.reject(new Error("not now")));
    await expect(refused).rejects.toThrow("not now");
    await checkSignInCode(userId, code);
  });

  test("is not looked at after so many wrong ones, however many come at once", async () => {
    const { by, userId } = await enrol();
    const { refused } = await atOnce(8, () => checkSignInCode(userId, "000000"));
    const tooMany = { code: "account.too_many_attempts" };
    expect(refused.filter((problem) => isRefusal(problem, wrong.code))).toHaveLength(CODE_TRIES);
    await expect(checkSignInCode(userId, await codeOf(by))).rejects.toMatchObject(tooMany);
  });

  test("is nobody's who has no second factor", async () => {
    const { act, userId } = await makeHolder();
    const missing = { code: "second_factor.missing" };
    await expect(checkSignInCode(userId, "123456")).rejects.toMatchObject(missing);
    await expect(withCode(act, "123456", async () => true)).rejects.toMatchObject(missing);
  });
});

describe("a recovery code", () => {
  test("stands in for a code once", async () => {
    const { userId, codes } = await enrol();
    const [code = ""] = codes;
    await checkSignInCode(userId, code.toLowerCase());
    await expect(checkSignInCode(userId, code)).rejects.toMatchObject(wrong);
    expect(await findSecondFactor(userId)).toMatchObject({ codesLeft: 9 });
  });

  test("is another's nothing, and works no more once new ones were made", async () => {
    const { act, by, userId, codes } = await enrol();
    const { userId: stranger } = await enrol();
    await expect(checkSignInCode(stranger, codes[1] ?? "")).rejects.toMatchObject(wrong);
    const renewed = await renewRecoveryCodes(act, { code: await codeOf(by) });
    await expect(checkSignInCode(userId, codes[1] ?? "")).rejects.toMatchObject(wrong);
    await checkSignInCode(userId, renewed[1] ?? "");
  });
});

test("only people of the demo street are shown their code", async () => {
  const { userId } = await enrol();
  expect(await findDemoCode(userId)).toBeUndefined();
  await db.update(users).set({ demo: true }).where(eq(users.id, userId));
  expect(await findDemoCode(userId)).toEqual({ code: expect.stringMatching(/^\d{6}$/) });
});

const isRefusal = (problem: unknown, code: string) =>
  problem instanceof Error && "code" in problem && problem.code === code;
