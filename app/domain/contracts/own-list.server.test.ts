import { expect, test } from "vitest";
import { yuan } from "#app/values/money.ts";
import { makeOfficeActor } from "#db/seed/factories/accounts.ts";
import { makeActiveContract } from "#db/seed/factories/contracts.ts";
import { countOwnContracts, listOwnContracts, type OwnContractsWish } from "./own-list.server.ts";

/** An office with contracts of 300, 100 and 200 yuan. */
async function threeContracts() {
  const first = await makeActiveContract({ value: yuan(300) });
  const { officeId } = first;
  await makeActiveContract({ officeId, value: yuan(100) });
  await makeActiveContract({ officeId, value: yuan(200) });
  return { first, officer: await makeOfficeActor("officer", officeId) };
}

test.each(["number", "value"] as const)(
  "an office's contracts are sorted by %s, page by page",
  async (by) => {
    const { officer } = await threeContracts();
    for (const descending of [false, true]) {
      const wish: OwnContractsWish = { sort: { by, descending } };
      const first = await listOwnContracts(officer, wish, { limit: 2 });
      const rest = await listOwnContracts(officer, wish, { limit: 2, after: first[1]?.id });
      const keys = [...first, ...rest].map((row) => row[by]);
      const ordered = [...keys].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
      expect(keys).toHaveLength(3);
      expect(keys).toEqual(descending ? ordered.reverse() : ordered);
    }
  },
);

test("an office's contracts are found by their organization and state", async () => {
  const { first, officer } = await threeContracts();
  const [line] = await listOwnContracts(officer, { sort: { by: "number", descending: false } });
  const words = line?.organization ?? "";
  const found = await listOwnContracts(officer, { words });
  expect(found.map(({ organizationId }) => organizationId)).toContain(first.organizationId);
  expect(await countOwnContracts(officer, { words })).toBe(found.length);
  expect(await countOwnContracts(officer, { status: "active" })).toBe(3);
  expect(await listOwnContracts(officer, { status: "completed" })).toEqual([]);
  expect(await countOwnContracts(await makeOfficeActor("officer"), {})).toBe(0);
});
