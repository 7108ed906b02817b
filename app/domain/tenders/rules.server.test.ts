import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { db } from "#db/client.server.ts";
import { methodRules } from "#db/schema/rules.ts";
import { tenders } from "#db/schema/tenders.ts";
import { makeDraftTender, makeOpenTender } from "#db/seed/factories/tenders.ts";
import { defaultRules, defaultThresholds } from "./default-rules.ts";
import { findRules, findThresholds, rulesNow } from "./rules.server.ts";
import { methods, profiles } from "./tender.ts";

test("a new installation begins with the default rules and thresholds", async () => {
  for (const profile of profiles) {
    for (const method of methods) {
      const offered: Partial<Record<string, unknown>> = defaultRules[profile];
      const found = findRules(profile, method);
      if (offered[method]) expect(await found).toEqual(offered[method]);
      else await expect(found).rejects.toMatchObject({ code: "method.not_offered" });
    }
  }
  expect(await findThresholds()).toEqual(defaultThresholds);
});

test("every method's drafts are read by its own rules", async () => {
  for (const method of methods) {
    const { tender } = await makeDraftTender({ tender: { method } });
    const [row] = await db
      .select({ rules: rulesNow })
      .from(tenders)
      .where(eq(tenders.id, tender.id));
    expect(row?.rules).toEqual(defaultRules.community[method]);
  }
});

test("rules that change meet the drafts, and leave what was published as it was", async () => {
  const { tender: draft } = await makeDraftTender();
  const { tender: open } = await makeOpenTender();
  const rules = { ...defaultRules.community.open_scored, openDays: 9 };
  const newer = { profile: "community", method: "open_scored", rules, reason: "试行" } as const;
  await db.insert(methodRules).values({ ...newer, validFrom: new Date(Date.now() - 1_000) });
  const openDaysOf = async (id: typeof draft.id) => {
    const [row] = await db.select({ rules: rulesNow }).from(tenders).where(eq(tenders.id, id));
    return row?.rules.openDays;
  };
  expect(await openDaysOf(draft.id)).toBe(9);
  expect(await openDaysOf(open.id)).toBe(7);
});

test("neither the history of the rules nor a published tender's own can be rewritten", async () => {
  const { tender } = await makeOpenTender();
  await expect(
    db.delete(methodRules).where(eq(methodRules.profile, "community")),
  ).rejects.toThrow();
  const other = { rules: { ...defaultRules.community.open_scored, openDays: 1 } };
  await expect(
    db.update(tenders).set(other).where(eq(tenders.id, tender.id)),
  ).rejects.toMatchObject({ cause: { message: expect.stringContaining("frozen") } });
});
