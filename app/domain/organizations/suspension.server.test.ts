import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import type { Manager } from "#app/domain/act.ts";
import { findTenderForBidder } from "#app/domain/bids/queries.server.ts";
import { submitBid } from "#app/domain/bids/submit.server.ts";
import { withdrawBid } from "#app/domain/bids/withdraw.server.ts";
import { signContract } from "#app/domain/contracts/sign.server.ts";
import { publishOffer } from "#app/domain/services/publish-offer.server.ts";
import type { Id } from "#app/values/id.ts";
import { db } from "#db/client.server.ts";
import { contracts, events, offers, organizationSuspensions } from "#db/schema/index.ts";
import { actOf, makeManager, makeOperator, makeOrganization } from "#db/seed/factories/accounts.ts";
import { makeAwardedTender } from "#db/seed/factories/awards.ts";
import { bidDocument, makeSealedBid, sealFor } from "#db/seed/factories/bids.ts";
import { codeOf } from "#db/seed/factories/second-factors.ts";
import { makeOffer, makeRosteredWorker } from "#db/seed/factories/services.ts";
import { makeOpenTender } from "#db/seed/factories/tenders.ts";
import { atOnce } from "#db/testing/at-once.ts";
import { liftSuspension } from "./lift-suspension.server.ts";
import { findOrganization, findOwnOrganization, listOrganizations } from "./queries.server.ts";
import { suspendOrganization } from "./suspend.server.ts";

const reason = "挪用老人押金，经街道核实。";

async function suspend(organizationId: Id<"organization">, pausesServices = false) {
  const act = await actOf(await makeOperator());
  await suspendOrganization(act, { organizationId, reason, pausesServices });
  return act;
}

async function makePausedOffer() {
  const offer = await makeOffer();
  await makeRosteredWorker(offer.id);
  const [contract] = await db.select().from(contracts).where(eq(contracts.id, offer.contractId));
  if (!contract) throw new Error("no contract");
  const manager = await makeManager(contract.organizationId);
  return { offer, manager };
}

const isPublished = async (id: Id<"offer">) =>
  (await db.select().from(offers).where(eq(offers.id, id)))[0]?.published;

describe("a suspended organization", () => {
  test("cannot bid nor replace its bid, but may withdraw it", async () => {
    const { tender } = await makeOpenTender();
    const by = await makeManager();
    await makeSealedBid({ tenderId: tender.id, by });
    await suspend(by.organizationId);
    const sealed = await sealFor(by, tender.id, await bidDocument({ tenderId: tender.id }));
    await expect(submitBid(await actOf(by), sealed)).rejects.toThrow("bid.suspended");
    expect((await findTenderForBidder(by, tender.id))?.obstacle).toBe("bid.suspended");
    await withdrawBid(await actOf(by), tender.id);
  });

  test("signs no new contract, nor does the office with it", async () => {
    const { approver, winner, contract } = await makeAwardedTender();
    const act = await suspend(winner.manager.organizationId);
    for (const by of [approver, winner.manager]) {
      const sign = async () =>
        signContract(await actOf(by), { contractId: contract.id, code: await codeOf(by) });
      await expect(sign()).rejects.toThrow("contract.suspended");
    }
    await liftSuspension(act, { organizationId: winner.manager.organizationId, reason: "已整改" });
    const code = await codeOf(approver);
    await signContract(await actOf(approver), { contractId: contract.id, code });
  });

  test("publishes no offer; its running services go on", async () => {
    const { offer, manager } = await makePausedOffer();
    await db.update(offers).set({ published: true }).where(eq(offers.id, offer.id));
    await suspend(manager.organizationId);
    expect(await isPublished(offer.id)).toBe(true);
    await db.update(offers).set({ published: false }).where(eq(offers.id, offer.id));
    await expect(publishOffer(await actOf(manager), offer.id)).rejects.toThrow("offer.suspended");
  });

  test("has its services paused too when the operator chose so, each on record", async () => {
    const { offer, manager } = await makePausedOffer();
    await db.update(offers).set({ published: true }).where(eq(offers.id, offer.id));
    const act = await suspend(manager.organizationId, true);
    expect(await isPublished(offer.id)).toBe(false);
    const log = await db.select().from(events).where(eq(events.byUserId, act.by.userId));
    expect(log.map(({ name }) => name).sort()).toEqual(["offer.paused", "organization.suspended"]);
    await liftSuspension(act, { organizationId: manager.organizationId, reason: "已整改" });
    expect(await isPublished(offer.id)).toBe(false);
    await publishOffer(await actOf(manager), offer.id);
    expect(await isPublished(offer.id)).toBe(true);
  });
});

describe("at the same moment", () => {
  test("either the offer is published first and paused, or not published at all", async () => {
    const left = [];
    for (let round = 0; round < 6; round += 1) {
      const { offer, manager } = await makePausedOffer();
      await db.update(offers).set({ published: false }).where(eq(offers.id, offer.id));
      const publisher = await actOf(manager);
      const operator = await actOf(await makeOperator());
      const { organizationId } = manager;
      await atOnce(2, (index) =>
        index === round % 2
          ? publishOffer(publisher, offer.id)
          : suspendOrganization(operator, { organizationId, reason, pausesServices: true }),
      );
      left.push(await isPublished(offer.id));
    }
    expect(left).toEqual(Array.from({ length: 6 }, () => false));
  });

  test("no bid is handed in after the suspension", async () => {
    const { tender } = await makeOpenTender();
    const late: boolean[] = [];
    for (let round = 0; round < 6; round += 1) {
      const by: Manager = await makeManager();
      const sealed = await sealFor(by, tender.id, await bidDocument({ tenderId: tender.id }));
      const operator = await actOf(await makeOperator());
      const { organizationId } = by;
      const act = await actOf(by);
      const { refused } = await atOnce<unknown>(2, (index) =>
        index === round % 2
          ? submitBid(act, sealed)
          : suspendOrganization(operator, { organizationId, reason, pausesServices: false }),
      );
      const again = submitBid(act, sealed);
      await expect(again).rejects.toThrow("bid.suspended");
      late.push(refused.some((why) => String(why) !== "Refusal: bid.suspended"));
    }
    expect(late).not.toContain(true);
  });
});

describe("a suspension", () => {
  test("is public with its reason, and stays on record after it is lifted", async () => {
    const organization = await makeOrganization();
    const manager = await makeManager(organization.id);
    const act = await suspend(organization.id);
    expect((await findOrganization(organization.id))?.suspensions).toMatchObject([
      { reason, liftedAt: null },
    ]);
    expect((await findOwnOrganization(manager))?.suspension).toMatchObject({ reason });
    const { rows } = await listOrganizations({ words: organization.name });
    expect(rows.find(({ id }) => id === organization.id)?.suspended).toBe(true);
    const lifted = { organizationId: organization.id, reason: "押金已全部退还。" };
    await liftSuspension(act, lifted);
    expect((await findOwnOrganization(manager))?.suspension).toBeUndefined();
    expect((await findOrganization(organization.id))?.suspensions).toMatchObject([
      { reason, liftedReason: lifted.reason },
    ]);
  });

  test("stands once at a time, and is lifted once", async () => {
    const { id: organizationId } = await makeOrganization();
    const act = await actOf(await makeOperator());
    const suspension = { organizationId, reason, pausesServices: false };
    const twice = await atOnce(3, () => suspendOrganization(act, suspension));
    expect(twice.done).toHaveLength(1);
    expect(twice.refused).toMatchObject([
      { code: "organization.suspended_already" },
      { code: "organization.suspended_already" },
    ]);
    const lifted = await atOnce(2, () => liftSuspension(act, { organizationId, reason: "已整改" }));
    expect(lifted.done).toHaveLength(1);
    expect(lifted.refused).toMatchObject([{ code: "organization.not_suspended" }]);
    const kept = eq(organizationSuspensions.organizationId, organizationId);
    expect(await db.$count(organizationSuspensions, kept)).toBe(1);
  });

  test("is not for an organization that nobody has verified", async () => {
    const { id } = await makeOrganization({ verifiedAt: null });
    await expect(suspend(id)).rejects.toThrow("lifecycle.not_now");
  });

  test("leaves bids that were handed in before as they are", async () => {
    const { tender } = await makeOpenTender();
    const by = await makeManager();
    await makeSealedBid({ tenderId: tender.id, by });
    await suspend(by.organizationId);
    expect((await findTenderForBidder(by, tender.id))?.bid?.state).toBe("submitted");
  });
});
