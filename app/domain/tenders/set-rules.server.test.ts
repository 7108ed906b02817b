import { describe, expect, test } from "vitest";
import { yuan } from "#app/values/money.ts";
import { actOf, makeOperator } from "#db/seed/factories/accounts.ts";
import { defaultRules, defaultThresholds } from "./default-rules.ts";
import { findRules, findThresholds } from "./rules.server.ts";
import { listRules, listRulesHistory, listThresholdHistory } from "./rules-history.server.ts";
import { setRules, setThresholds } from "./set-rules.server.ts";

const usual = defaultRules.community.consult;

describe("the operator", () => {
  test("changes what a profile asks of a method, with the reason in the history", async () => {
    const operator = await makeOperator();
    const rules = { ...usual, openDays: 6 };
    const change = { profile: "community", method: "consult", rules, reason: "试行" } as const;
    await setRules(await actOf(operator), change);
    expect(await findRules("community", "consult")).toEqual(rules);
    const [newest, ...before] = await listRulesHistory(operator, "community", "consult");
    expect(newest).toMatchObject({ reason: "试行", by: expect.any(String) });
    expect(before).toMatchObject([{ by: null }]);
    const book = await listRules(operator);
    expect(book).toHaveLength(11);
    expect(
      book.find(({ profile, method }) => `${profile} ${method}` === "community consult")?.rules,
    ).toEqual(rules);
  });

  test("cannot offer a method that the profile does not know", async () => {
    const act = await actOf(await makeOperator());
    const change = {
      profile: "statutory",
      method: "two_way",
      rules: usual,
      reason: "试行",
    } as const;
    await expect(setRules(act, change)).rejects.toMatchObject({ code: "method.not_offered" });
  });

  test("changes which methods a value allows, and leaves no gap", async () => {
    const operator = await makeOperator();
    const act = await actOf(operator);
    const [first, ...rest] = defaultThresholds;
    if (!first) throw new Error("no bands");
    const higher = [{ ...first, below: yuan(150_000) }, ...rest];
    await setThresholds(act, { bands: higher, reason: "上调" });
    expect(await findThresholds()).toEqual(higher);
    expect(await listThresholdHistory(operator)).toMatchObject([{ reason: "上调" }, { by: null }]);

    const nothing = { community: [], statutory: [] };
    for (const bands of [
      [],
      rest.slice(0, -1),
      [...rest].reverse(),
      [{ ...first, below: yuan(500_000) }, ...rest],
      [{ ...first, allowed: nothing }, ...rest],
    ]) {
      await expect(setThresholds(act, { bands, reason: "有误" })).rejects.toMatchObject({
        code: "thresholds.not_whole",
      });
    }
  });
});
