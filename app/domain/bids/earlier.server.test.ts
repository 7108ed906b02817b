import { expect, test } from "vitest";
import { makeManager } from "#db/seed/factories/accounts.ts";
import { makeAwardedTender } from "#db/seed/factories/awards.ts";
import { makeSealedBid } from "#db/seed/factories/bids.ts";
import { makeOpenTender } from "#db/seed/factories/tenders.ts";
import { findEarlierBid, listEarlierBids } from "./earlier.server.ts";

test("bids that were opened can be begun from again, won or lost, by who made them", async () => {
  const { tender, bids } = await makeAwardedTender();
  const { tender: next } = await makeOpenTender();
  for (const { manager } of bids) {
    const earlier = await listEarlierBids(manager, next.id);
    expect(earlier).toEqual([{ tenderId: tender.id, title: tender.title }]);
    const found = await findEarlierBid(manager, tender.id);
    expect(found?.document.plan).toBeTruthy();
    expect(found?.asked.map(({ id }) => id)).toEqual(
      expect.arrayContaining(Object.keys(found?.document.responses ?? {})),
    );
  }
  expect(await listEarlierBids(await makeManager(), next.id)).toEqual([]);
  expect(await findEarlierBid(await makeManager(), tender.id)).toBeUndefined();
});

test("a sealed bid cannot: nobody reads it before it is opened", async () => {
  const { tender } = await makeOpenTender();
  const { tender: next } = await makeOpenTender();
  const by = await makeManager();
  await makeSealedBid({ tenderId: tender.id, by });
  expect(await listEarlierBids(by, next.id)).toEqual([]);
  expect(await findEarlierBid(by, tender.id)).toBeUndefined();
});

test("the bid in the same tender is not among the earlier ones", async () => {
  const { tender, winner } = await makeAwardedTender();
  expect(await listEarlierBids(winner.manager, tender.id)).toEqual([]);
});
