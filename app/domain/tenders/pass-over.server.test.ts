import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { submitBid } from "#app/domain/bids/submit.server.ts";
import type { Id } from "#app/values/id.ts";
import { yuan } from "#app/values/money.ts";
import { addTo, days } from "#app/values/time.ts";
import { db } from "#db/client.server.ts";
import { one } from "#db/rows.ts";
import {
  bids,
  contracts,
  criteria as criteriaTable,
  projectBalances,
  tenders,
} from "#db/schema/index.ts";
import { actOf, makeManager, makeOfficeActor } from "#db/seed/factories/accounts.ts";
import { makeAwardedTender, system } from "#db/seed/factories/awards.ts";
import { bidDocument, sealFor } from "#db/seed/factories/bids.ts";
import { makeDraftTender, makeOpenTender } from "#db/seed/factories/tenders.ts";
import { awardWhenStandstillOver } from "./award.server.ts";
import { findEnded, findNextRank } from "./next-rank-queries.server.ts";
import { passOverWinner } from "./pass-over.server.ts";
import { rerunTender } from "./rerun.server.ts";

const why = { code: "declined", reason: "来函放弃成交。" } as const;

const tenderOf = async (id: Id<"tender">) =>
  one(await db.select().from(tenders).where(eq(tenders.id, id)));

const statesOf = async (tenderId: Id<"tender">) =>
  (await db.select().from(bids).where(eq(bids.tenderId, tenderId)).orderBy(bids.submittedAt)).map(
    ({ state }) => state,
  );

async function awardNext({
  officeId,
  tender,
}: {
  officeId: Id<"office">;
  tender: { id: Id<"tender"> };
}) {
  const { at } = await actOf(system);
  const standstillEndsAt = addTo(at, -days(1));
  await db.update(tenders).set({ standstillEndsAt }).where(eq(tenders.id, tender.id));
  await awardWhenStandstillOver({ by: system, at }, { officeId, tenderId: tender.id });
}

describe("a winner who does not sign", () => {
  test("is passed over for the next rank, with a standstill of its own", async () => {
    const made = await makeAwardedTender();
    const tenderId = made.tender.id;
    const shown = await findNextRank(made.officer, tenderId);
    expect(shown?.next).toBeTruthy();
    expect(await passOverWinner(await actOf(made.officer), { tenderId, ...why })).toBe(
      "publicised",
    );
    const { status, recommendedBidId, standstillEndsAt, publicisedAt } = await tenderOf(tenderId);
    expect(status).toBe("publicised");
    expect(recommendedBidId).toBe(made.bids[1]?.id);
    expect(standstillEndsAt && publicisedAt && standstillEndsAt > publicisedAt).toBe(true);
    expect(await statesOf(tenderId)).toEqual(["rejected", "scored", "scored"]);

    await awardNext(made);
    expect(await statesOf(tenderId)).toEqual(["rejected", "won", "lost"]);
    const drawn = await db.select().from(contracts).where(eq(contracts.tenderId, tenderId));
    expect(drawn.map(({ bidId, status: is }) => [bidId, is])).toEqual(
      expect.arrayContaining([
        [made.bids[0]?.id, "terminated"],
        [made.bids[1]?.id, "pending"],
      ]),
    );
  });

  test("lets the tender fail when nobody is left, and its money is released", async () => {
    const made = await makeAwardedTender({
      bidders: [1, 2, 3].map((n) => ({ price: yuan(450_000 + n) })),
    });
    const tenderId = made.tender.id;
    const act = await actOf(made.officer);
    await passOverWinner(act, { tenderId, ...why });
    await awardNext(made);
    await passOverWinner(act, { tenderId, ...why });
    await awardNext(made);
    expect((await findNextRank(made.officer, tenderId))?.next).toBeNull();
    expect(await passOverWinner(act, { tenderId, ...why })).toBe("failed");
    expect(await tenderOf(tenderId)).toMatchObject({ status: "failed", endedCode: "nobody_left" });
    const held = await db
      .select()
      .from(projectBalances)
      .where(eq(projectBalances.projectId, made.project.id));
    expect(held.find(({ account }) => account === "reserved")?.amount).toBe(0);
  });

  test("is not passed over before the award, nor by another office", async () => {
    const open = await makeOpenTender();
    const tenderId = open.tender.id;
    const act = await actOf(open.officer);
    await expect(passOverWinner(act, { tenderId, ...why })).rejects.toMatchObject({
      code: "lifecycle.not_now",
    });
    const stranger = await actOf(await makeOfficeActor("officer"));
    const awarded = await makeAwardedTender();
    await expect(
      passOverWinner(stranger, { tenderId: awarded.tender.id, ...why }),
    ).rejects.toMatchObject({ code: "not_found" });
  });
});

describe("a tender that came to nothing", () => {
  async function failed() {
    const organizations = [await makeManager(), await makeManager(), await makeManager()];
    const bidders = organizations.map(({ organizationId }, index) => ({
      organizationId,
      price: yuan(450_000 + index),
    }));
    const made = await makeAwardedTender({ bidders });
    const act = await actOf(made.officer);
    for (let left = 3; left > 0; left -= 1) {
      await passOverWinner(act, { tenderId: made.tender.id, ...why });
      if (left > 1) await awardNext(made);
    }
    return { ...made, act, organizations };
  }

  test("is tried again once, with its terms, and whoever was passed over cannot bid", async () => {
    const { act, tender, officer, organizations, criteria } = await failed();
    expect((await findEnded(officer, tender.id))?.barred).toHaveLength(3);
    const again = await rerunTender(act, tender.id);
    expect(await rerunTender(act, tender.id)).toBe(again);
    const draft = await tenderOf(again);
    expect(draft).toMatchObject({ status: "draft", rerunOf: tender.id, deadline: null });
    expect(new Set(draft.barredOrganizations)).toEqual(
      new Set(organizations.map(({ organizationId }) => organizationId)),
    );
    const copied = await db.select().from(criteriaTable).where(eq(criteriaTable.tenderId, again));
    const termsOf = (lines: typeof copied) =>
      lines.map(({ kind, name, weight }) => [kind, name, weight]);
    expect(termsOf(copied)).toEqual(termsOf(criteria));
  });

  test("keeps those barred out of the second try", async () => {
    const barred = await makeManager();
    const { tender } = await makeOpenTender({
      tender: { barredOrganizations: [barred.organizationId] },
    });
    const sealed = await sealFor(barred, tender.id, await bidDocument({ tenderId: tender.id }));
    await expect(submitBid(await actOf(barred), sealed)).rejects.toMatchObject({
      code: "bid.barred",
    });
  });

  test("is not tried again while it is under way", async () => {
    const { officer, tender } = await makeDraftTender();
    await expect(rerunTender(await actOf(officer), tender.id)).rejects.toMatchObject({
      code: "lifecycle.not_now",
    });
  });
});
