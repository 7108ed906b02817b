import { expect, test } from "vitest";
import { yuan } from "#app/values/money.ts";
import { makeActiveContract } from "./contracts.ts";

test("an active contract stands on committed money and on milestones that sum to its value", async () => {
  const contract = await makeActiveContract({ value: yuan(1001) });
  expect(contract).toMatchObject({ status: "active", value: yuan(1001) });
  expect(contract.milestones.map(({ cap }) => cap)).toEqual([50_050, 50_050]);
});
