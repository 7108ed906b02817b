import { expect, test } from "vitest";
import { yuan } from "#app/values/money.ts";
import { makeOfficeActor } from "#db/seed/factories/accounts.ts";
import { makeActiveContract } from "#db/seed/factories/contracts.ts";
import { countOfficeMilestones, listOfficeMilestones } from "./office-list.server.ts";

/** An office with two contracts of two milestones each. */
async function fourMilestones() {
  const { officeId } = await makeActiveContract({ value: yuan(400) });
  await makeActiveContract({ officeId, value: yuan(200) });
  return await makeOfficeActor("finance", officeId);
}

test.each(["due", "cap"] as const)(
  "an office's milestones are sorted by %s, page by page",
  async (by) => {
    const finance = await fourMilestones();
    for (const descending of [false, true]) {
      const wish = { sort: { by, descending } };
      const first = await listOfficeMilestones(finance, wish, { limit: 3 });
      const rest = await listOfficeMilestones(finance, wish, { limit: 3, after: first[2]?.id });
      const keys = [...first, ...rest].map((row) => (by === "due" ? row.dueOn : row.cap));
      const ordered = [...keys].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
      expect(keys).toHaveLength(4);
      expect(keys).toEqual(descending ? ordered.reverse() : ordered);
    }
  },
);

test("an office's milestones go on from page to page as they wait for it", async () => {
  const finance = await fourMilestones();
  const all = (await listOfficeMilestones(finance)).map(({ id }) => id);
  const first = await listOfficeMilestones(finance, {}, { limit: 2 });
  const rest = await listOfficeMilestones(finance, {}, { after: first[1]?.id });
  expect([...first, ...rest].map(({ id }) => id)).toEqual(all);
  expect(await countOfficeMilestones(finance, { state: "scheduled" })).toBe(4);
  expect(await countOfficeMilestones(finance, { state: "paid" })).toBe(0);
});
