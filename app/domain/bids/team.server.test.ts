import { expect, test } from "vitest";
import { findOrganizationHome } from "#app/domain/organizations/duties.server.ts";
import { yuan } from "#app/values/money.ts";
import { addTo, hours } from "#app/values/time.ts";
import { actOf, makeOffice, makeTeam } from "#db/seed/factories/accounts.ts";
import { bidDocument, makeSealedBid, sealFor } from "#db/seed/factories/bids.ts";
import { makeOpenTender } from "#db/seed/factories/tenders.ts";
import { findTenderForBidder } from "./queries.server.ts";
import { submitBid } from "./submit.server.ts";

const openTender = (method: "two_way" | "open_scored") =>
  makeOpenTender({ ceiling: yuan(40_000), tender: { method } });

test("a team bids where teams may, in its own street", async () => {
  const { tender } = await openTender("two_way");
  const team = await makeTeam(tender.officeId);
  expect((await findTenderForBidder(team, tender.id))?.obstacle).toBeUndefined();
  await makeSealedBid({ tenderId: tender.id, by: team });
});

test("a team is told where it may not bid: where only registered bodies are asked, and in another street", async () => {
  const [{ tender: open }, { tender: twoWay }] = [
    await openTender("open_scored"),
    await openTender("two_way"),
  ];
  const neighbour = await makeTeam(open.officeId);
  const stranger = await makeTeam((await makeOffice()).id);
  for (const [by, tenderId, code] of [
    [neighbour, open.id, "bid.no_teams"],
    [stranger, twoWay.id, "bid.other_street"],
  ] as const) {
    const sealed = await sealFor(by, tenderId, await bidDocument({ tenderId }));
    await expect(submitBid(await actOf(by), sealed)).rejects.toMatchObject({ code });
    expect((await findTenderForBidder(by, tenderId))?.obstacle).toBe(code);
  }
});

test("a team's home names only the tenders that close soon for which it may bid", async () => {
  const { tender } = await openTender("two_way");
  const { tender: other } = await openTender("open_scored");
  const closing = async (by: Awaited<ReturnType<typeof makeTeam>>) => {
    const soon = addTo(tender.deadline ?? new Date(0), -hours(1));
    const home = await findOrganizationHome({ by, at: soon });
    return home.closingSoon.map(({ id }) => id);
  };
  const neighbour = await closing(await makeTeam(tender.officeId));
  expect(neighbour).toContain(tender.id);
  expect(neighbour).not.toContain(other.id);
  expect(await closing(await makeTeam((await makeOffice()).id))).not.toContain(tender.id);
});
