import { describe, expect, test } from "vitest";
import { newId } from "#app/values/id.ts";
import { makeManager, makeOfficeActor, makeOrganization } from "#db/seed/factories/accounts.ts";
import { makeAwardedTender } from "#db/seed/factories/awards.ts";
import { makeActiveContract } from "#db/seed/factories/contracts.ts";
import { listOwnContracts } from "./own-list.server.ts";
import {
  countPublicContracts,
  findOwnContract,
  findPublicContract,
  listPublicContracts,
} from "./queries.server.ts";

const idsOf = ({ rows }: Awaited<ReturnType<typeof listPublicContracts>>) =>
  rows.map(({ id }) => id);

describe("the public list of contracts", () => {
  test("holds those in force, and is searched by title and organization", async () => {
    const name = `夕阳红${newId().slice(-6)}服务中心`;
    const organization = await makeOrganization({ name });
    const contract = await makeActiveContract({ organizationId: organization.id });
    const awarded = await makeAwardedTender();
    const all = idsOf(await listPublicContracts({}));
    expect(all).toContain(contract.id);
    expect(all).not.toContain(awarded.contract.id);

    expect(idsOf(await listPublicContracts({ q: name }))).toEqual([contract.id]);
    expect(idsOf(await listPublicContracts({ q: contract.title }))).toEqual([contract.id]);
    expect(idsOf(await listPublicContracts({ q: "没有这样的合同" }))).toEqual([]);
    expect(idsOf(await listPublicContracts({ q: name, status: "completed" }))).toEqual([]);
  });

  test("goes on page by page without losing or repeating one", async () => {
    const { id: organizationId, name } = await makeOrganization({
      name: `连页${newId().slice(-6)}`,
    });
    const made = [];
    for (let count = 0; count < 21; count++) {
      made.push((await makeActiveContract({ organizationId })).id);
    }
    const first = await listPublicContracts({ q: name });
    expect(first.rows).toHaveLength(20);
    const second = await listPublicContracts({ q: name, after: first.next ?? "" });
    expect(second.next).toBeNull();
    expect(await countPublicContracts({ q: name })).toBe(21);
    expect(new Set([...idsOf(first), ...idsOf(second)])).toEqual(new Set(made));
  });
});

describe("a contract", () => {
  test("is public with its milestones from the day it was drawn up", async () => {
    const { contract, tender } = await makeAwardedTender();
    expect(await findPublicContract(contract.id)).toMatchObject({
      status: "pending",
      tenderId: tender.id,
      milestones: [{ position: 1 }, { position: 2 }],
    });
    expect(await findPublicContract(newId())).toBeUndefined();
  });

  test("is its two sides' own, and nobody else's", async () => {
    const contract = await makeActiveContract();
    const { approver, manager } = contract;
    const staff = { ...approver, role: "finance" as const };
    for (const by of [approver, staff, manager]) {
      expect(await findOwnContract(by, contract.id)).toMatchObject({ id: contract.id });
      expect((await listOwnContracts(by)).map(({ id }) => id)).toEqual([contract.id]);
    }
    for (const by of [await makeManager(), await makeOfficeActor("approver")]) {
      expect(await findOwnContract(by, contract.id)).toBeUndefined();
      expect(await listOwnContracts(by)).toEqual([]);
    }
  });
});
