import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import type { Act, Manager } from "#app/domain/act.ts";
import { newId } from "#app/values/id.ts";
import { yuan } from "#app/values/money.ts";
import { db } from "#db/client.server.ts";
import { one } from "#db/rows.ts";
import { contracts, events, offers, projectCommunities } from "#db/schema/index.ts";
import {
  actOf,
  makeCommunity,
  makeManager,
  makeSite,
  makeWorker,
} from "#db/seed/factories/accounts.ts";
import { makeActiveContract } from "#db/seed/factories/contracts.ts";
import {
  makeOffer,
  makeProgramme,
  makeRosteredWorker,
  makeServiceSession,
} from "#db/seed/factories/services.ts";
import { changeOffer } from "./change-offer.server.ts";
import { draftOffer, type OfferDraft } from "./draft-offer.server.ts";
import { nameStaff } from "./name-staff.server.ts";
import { findOfferChoices } from "./offer-choices.server.ts";
import { findOwnOffer, listOwnOffers } from "./offer-queries.server.ts";
import { pauseOffer } from "./pause-offer.server.ts";
import { publishOffer } from "./publish-offer.server.ts";

async function setting() {
  const contract = await makeActiveContract();
  const community = await makeCommunity(contract.officeId);
  await db
    .insert(projectCommunities)
    .values({ projectId: contract.projectId, communityId: community.id });
  const act = await actOf(contract.manager);
  const draft: OfferDraft = {
    contractId: contract.id,
    mode: "visit",
    serviceType: "home_care",
    title: "居家照护",
    description: "每次一小时。",
    price: yuan(60),
    durationMinutes: 60,
    bufferBeforeMinutes: 15,
    bufferAfterMinutes: 15,
    noticeHours: 24,
    horizonDays: 28,
    cancelCutoffHours: 4,
    programmeId: null,
    siteId: null,
    communityIds: [community.id],
  };
  return { contract, community, act, draft };
}

const stored = async (id: OfferDraft["contractId"] | string) =>
  one(
    await db
      .select()
      .from(offers)
      .where(eq(offers.id, id as never)),
  );

describe("an offer is drafted", () => {
  test("under an active contract, unpublished, and can be found by its initials", async () => {
    const { contract, community, act, draft } = await setting();
    const id = await draftOffer(act, draft);
    expect(await stored(id)).toMatchObject({
      officeId: contract.officeId,
      organizationId: contract.organizationId,
      published: false,
      initials: "jjzh",
      price: yuan(60),
    });
    const found = await findOwnOffer(act.by, id);
    expect(found?.communities.map((served) => served.id)).toEqual([community.id]);
  });

  test("never under a pending contract or another organization's", async () => {
    const { contract, act, draft } = await setting();
    const stranger = await actOf(await makeManager());
    await expect(draftOffer(stranger, draft)).rejects.toMatchObject({ code: "not_found" });
    await db.update(contracts).set({ status: "pending" }).where(eq(contracts.id, contract.id));
    await expect(draftOffer(act, draft)).rejects.toMatchObject({
      code: "offer.contract_not_active",
    });
  });

  test("only for the contract's communities, with the office's own subsidy and site", async () => {
    const { contract, act, draft } = await setting();
    const elsewhere = await makeCommunity(contract.officeId);
    const foreign = await makeProgramme();
    const site = await makeSite();
    const refused = { code: "not_found" };
    await expect(draftOffer(act, { ...draft, communityIds: [elsewhere.id] })).rejects.toMatchObject(
      refused,
    );
    await expect(draftOffer(act, { ...draft, communityIds: [] })).rejects.toMatchObject(refused);
    await expect(draftOffer(act, { ...draft, programmeId: foreign.id })).rejects.toMatchObject(
      refused,
    );
    await expect(
      draftOffer(act, { ...draft, mode: "seat", siteId: site.id }),
    ).rejects.toMatchObject(refused);
    await expect(draftOffer(act, { ...draft, mode: "seat" })).rejects.toMatchObject(refused);
  });

  test("from what the contract allows", async () => {
    const { contract, community, act } = await setting();
    const programme = await makeProgramme({ officeId: contract.officeId });
    await makeProgramme();
    const choices = await findOfferChoices(act.by, contract.id);
    expect(choices?.communities).toEqual([{ id: community.id, name: community.name }]);
    expect(choices?.programmes).toEqual([{ id: programme.id, name: programme.name }]);
    expect(await findOfferChoices(await makeManager(), contract.id)).toBeUndefined();
  });
});

describe("an offer is changed", () => {
  test("in its words, price and communities, not in its mode", async () => {
    const { act, draft } = await setting();
    const id = await draftOffer(act, draft);
    await changeOffer(act, id, { ...draft, title: "上门理发", price: yuan(25) });
    expect(await stored(id)).toMatchObject({
      title: "上门理发",
      initials: "smlf",
      price: yuan(25),
      mode: "visit",
    });
  });

  test("by nobody else", async () => {
    const { act, draft } = await setting();
    const id = await draftOffer(act, draft);
    const stranger = await actOf(await makeManager());
    await expect(changeOffer(stranger, id, draft)).rejects.toMatchObject({ code: "not_found" });
    expect(await findOwnOffer(stranger.by, id)).toBeUndefined();
  });
});

describe("an offer is published", () => {
  async function drafted(): Promise<{
    act: Act<Manager>;
    id: Awaited<ReturnType<typeof draftOffer>>;
  }> {
    const { act, draft } = await setting();
    return { act, id: await draftOffer(act, draft) };
  }

  test("once somebody with hours can deliver it", async () => {
    const { act, id } = await drafted();
    await expect(publishOffer(act, id)).rejects.toMatchObject({ code: "offer.nobody_delivers" });
    await makeRosteredWorker(id, []);
    await expect(publishOffer(act, id)).rejects.toMatchObject({ code: "offer.nobody_delivers" });
    await makeRosteredWorker(id);
    await publishOffer(act, id);
    expect((await stored(id)).published).toBe(true);
    await expect(publishOffer(act, id)).rejects.toMatchObject({ code: "lifecycle.not_now" });
    const names = (await db.select().from(events).where(eq(events.byUserId, act.by.userId))).map(
      ({ name }) => name,
    );
    expect(names).toEqual(["offer.drafted", "offer.published"]);
  });

  test("with seats once a session is to come", async () => {
    const offer = await makeOffer({ mode: "seat", published: false });
    const act = await actOf(await makeManager(offer.organizationId));
    await expect(publishOffer(act, offer.id)).rejects.toMatchObject({ code: "offer.no_sessions" });
    await makeServiceSession({ offerId: offer.id });
    await publishOffer(act, offer.id);
    expect((await stored(offer.id)).published).toBe(true);
  });

  test("never after its contract has ended", async () => {
    const offer = await makeOffer({ published: false });
    await makeRosteredWorker(offer.id);
    await db
      .update(contracts)
      .set({ status: "completed" })
      .where(eq(contracts.id, offer.contractId));
    const act = await actOf(await makeManager(offer.organizationId));
    await expect(publishOffer(act, offer.id)).rejects.toMatchObject({
      code: "offer.contract_not_active",
    });
  });

  test("until it is paused", async () => {
    const offer = await makeOffer();
    const act = await actOf(await makeManager(offer.organizationId));
    await pauseOffer(act, offer.id);
    expect((await stored(offer.id)).published).toBe(false);
    await expect(pauseOffer(act, offer.id)).rejects.toMatchObject({ code: "lifecycle.not_now" });
  });

  test("and paused by its own organization alone", async () => {
    const offer = await makeOffer();
    await makeRosteredWorker(offer.id);
    const stranger = await actOf(await makeManager());
    await expect(pauseOffer(stranger, offer.id)).rejects.toMatchObject({ code: "not_found" });
    await expect(publishOffer(stranger, offer.id)).rejects.toMatchObject({ code: "not_found" });
  });
});

describe("staff are named", () => {
  test("from the organization's own workers", async () => {
    const offer = await makeOffer();
    const act = await actOf(await makeManager(offer.organizationId));
    const first = await makeRosteredWorker(offer.id);
    const second = await makeWorker(offer.organizationId);
    await nameStaff(act, offer.id, [second.workerId, second.workerId]);
    const staff = (await findOwnOffer(act.by, offer.id))?.staff.map(({ id }) => id);
    expect(staff).toEqual([second.workerId]);

    const foreign = await makeWorker();
    await expect(
      nameStaff(act, offer.id, [first.workerId, foreign.workerId]),
    ).rejects.toMatchObject({ code: "not_found" });
    await expect(nameStaff(await actOf(await makeManager()), offer.id, [])).rejects.toMatchObject({
      code: "not_found",
    });
  });

  test("at least one while a visit is published", async () => {
    const offer = await makeOffer();
    const act = await actOf(await makeManager(offer.organizationId));
    await makeRosteredWorker(offer.id);
    await expect(nameStaff(act, offer.id, [])).rejects.toMatchObject({
      code: "offer.nobody_delivers",
    });
    await pauseOffer(act, offer.id);
    await nameStaff(act, offer.id, []);
    expect((await findOwnOffer(act.by, offer.id))?.staff).toEqual([]);
  });
});

test("an organization lists its own offers, newest first, a page at a time", async () => {
  const contract = await makeActiveContract();
  const ids = [];
  for (let index = 0; index < 21; index += 1) {
    ids.push((await makeOffer({ contractId: contract.id, title: `助餐 ${index}` })).id);
  }
  await makeOffer();
  const first = await listOwnOffers(contract.manager, {});
  expect(first.total).toBe(21);
  expect(first.rows.map(({ id }) => id)).toEqual(ids.slice(1).reverse());
  const rest = await listOwnOffers(contract.manager, { after: first.next ?? newId() });
  expect(rest.rows.map(({ id }) => id)).toEqual(ids.slice(0, 1));
  const named = await listOwnOffers(contract.manager, { words: "助餐 20" });
  expect(named.rows.map(({ id }) => id)).toEqual(ids.slice(20));
});
