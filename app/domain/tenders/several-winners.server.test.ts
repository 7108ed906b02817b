import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { findContractNumbers } from "#app/domain/milestones/contract-numbers.server.ts";
import { recordProblems } from "#app/domain/open-data/check.ts";
import { currentState } from "#app/domain/open-data/current-state.ts";
import { recordOf } from "#app/domain/open-data/packages.ts";
import { findProcesses } from "#app/domain/open-data/processes.server.ts";
import { releasesOf } from "#app/domain/open-data/releases.ts";
import { publisher } from "#app/http/open-data.server.ts";
import type { Id } from "#app/values/id.ts";
import { fen, yuan } from "#app/values/money.ts";
import { addTo, days } from "#app/values/time.ts";
import { db } from "#db/client.server.ts";
import { one } from "#db/rows.ts";
import { bids, contracts, events, projectBalances, tenders } from "#db/schema/index.ts";
import { actOf } from "#db/seed/factories/accounts.ts";
import {
  makeAwardedTender,
  makePublicisedTender,
  makeRankedTender,
  signAs,
  system,
} from "#db/seed/factories/awards.ts";
import { insertMovement } from "#db/seed/factories/evaluations.ts";
import { withOwner } from "#db/testing/owner.ts";
import { waitingForLocks } from "#db/testing/waiting.ts";
import { awardWhenStandstillOver } from "./award.server.ts";
import { findTenderLife } from "./life.server.ts";
import { findNextRank } from "./next-rank-queries.server.ts";
import { findNotice } from "./notice-queries.server.ts";
import { passOverWinner } from "./pass-over.server.ts";
import { findBidResult, findPublishedSheet } from "./published-sheet.server.ts";
import { recommendBid } from "./recommend.server.ts";

const CAP = yuan(200_000);
const two = { several: { winners: 2, winnerCap: CAP } };
const why = { code: "declined", reason: "来函放弃入围。" } as const;

const tenderOf = async (id: Id<"tender">) =>
  one(await db.select().from(tenders).where(eq(tenders.id, id)));

const statesOf = async (tenderId: Id<"tender">) =>
  (await db.select().from(bids).where(eq(bids.tenderId, tenderId)).orderBy(bids.submittedAt)).map(
    ({ state }) => state,
  );

async function contractsOf(tenderId: Id<"tender">) {
  const rows = await db
    .select()
    .from(contracts)
    .where(eq(contracts.tenderId, tenderId))
    .orderBy(contracts.id);
  return rows.filter(({ status }) => status !== "terminated");
}

async function moneyOf(projectId: Id<"project">) {
  const rows = await db
    .select()
    .from(projectBalances)
    .where(eq(projectBalances.projectId, projectId));
  return Object.fromEntries(rows.map(({ account, amount }) => [account, amount]));
}

/** What the log tells of awards and contracts is what stands now; the factories' tenders have no log before that. */
async function expectSound(tenderId: Id<"tender">) {
  const process = one(await findProcesses([tenderId]));
  const record = recordOf(releasesOf(process, publisher()));
  expect(recordProblems(record)).toEqual([]);
  const { awards, contracts: signed } = record.compiledRelease;
  const now = currentState(process, publisher());
  expect({ awards, contracts: signed }).toEqual({ awards: now.awards, contracts: now.contracts });
  return { awards, contracts: signed };
}

type Made = Awaited<ReturnType<typeof makeAwardedTender>>;

async function passOver(made: Made, place: number, code: "declined" | "ineligible" = "declined") {
  const bidId = made.bids[place]?.id;
  return await passOverWinner(await actOf(made.officer), {
    tenderId: made.tender.id,
    bidId,
    code,
    reason: why.reason,
  });
}

async function awardAgain({ officeId, tender: { id: tenderId } }: Made) {
  const act = await actOf(system);
  const standstillEndsAt = addTo(act.at, -days(1));
  await db.update(tenders).set({ standstillEndsAt }).where(eq(tenders.id, tenderId));
  expect(await awardWhenStandstillOver(act, { officeId, tenderId })).toBe(true);
}

/** Both sides sign the contracts of the bids of these places; whether the last signature put them in force. */
async function signAll(made: Made, places: readonly number[]) {
  let active = false;
  for (const place of places) {
    await signAs(made, "office", place);
    ({ active } = await signAs(made, "organization", place));
  }
  return active;
}

describe("of a tender with two winners the officer recommends", () => {
  test("two, neither fewer nor more nor one twice; lower ranks with a reason", async () => {
    const { tender, officer, bids: all } = await makeRankedTender(two);
    const [first, second, third] = all.map(({ id }) => id);
    if (!first || !second || !third) throw new Error("three bids");
    const recommend = async (bidId: Id<"bid">, also: Id<"bid">[], reason = "") =>
      recommendBid(await actOf(officer), { tenderId: tender.id, bidId, also, reason });
    const wrong = { code: "recommendation.wrong_number" };
    await expect(recommend(first, [])).rejects.toMatchObject(wrong);
    await expect(recommend(first, [second, third])).rejects.toMatchObject(wrong);
    await expect(recommend(first, [first])).rejects.toMatchObject(wrong);
    await expect(recommend(third, [first])).rejects.toMatchObject({
      code: "recommendation.reason_missing",
    });
    await recommend(second, [first]);
    expect(await tenderOf(tender.id)).toMatchObject({
      recommendedBidId: first,
      alsoRecommended: [second],
    });
  });

  test("by statute the first two alone", async () => {
    const { tender, officer, bids: all } = await makeRankedTender(two);
    await db.update(tenders).set({ profile: "statutory" }).where(eq(tenders.id, tender.id));
    const [first, , third] = all.map(({ id }) => id);
    if (!first || !third) throw new Error("three bids");
    const wish = { tenderId: tender.id, bidId: first, also: [third], reason: "更近。" };
    await expect(recommendBid(await actOf(officer), wish)).rejects.toMatchObject({
      code: "recommendation.first_only",
    });
  });

  test("as many as were ranked where fewer were", async () => {
    const {
      tender,
      officer,
      bids: all,
    } = await makeRankedTender({
      several: { winners: 3, winnerCap: yuan(100_000) },
      bidders: [{ price: yuan(480_000) }, { price: yuan(460_000) }],
      rules: { minimumBids: 2 },
    });
    const [first, second] = all.map(({ id }) => id);
    if (!first || !second) throw new Error("two bids");
    const wish = { tenderId: tender.id, bidId: first, also: [second], reason: "" };
    await recommendBid(await actOf(officer), wish);
    expect(await tenderOf(tender.id)).toMatchObject({ alsoRecommended: [second] });
  });
});

describe("two winners", () => {
  test("are publicised together, and everybody is told how she came out", async () => {
    const { tender, bids: all } = await makePublicisedTender(two);
    const sheet = await findPublishedSheet(tender.id);
    expect(sheet?.winners.map(({ bidId }) => bidId)).toEqual([all[0]?.id, all[1]?.id]);
    const results = [];
    for (const { manager } of all) results.push(await findBidResult(manager, tender.id));
    expect(results.map((result) => result?.first)).toEqual([true, true, false]);
    const [, second] = sheet?.bids ?? [];
    expect(results[2]?.winner).toMatchObject({
      organizations: sheet?.winners.map(({ organization }) => organization),
      total: second?.total,
    });
    await expectSound(tender.id);
  });

  test("are awarded together, each with a contract worth the cap at her own unit price", async () => {
    const { tender, contracts: drawnUp, bids: all, officer } = await makeAwardedTender(two);
    expect(await statesOf(tender.id)).toEqual(["won", "won", "lost"]);
    expect(drawnUp.map(({ bidId }) => bidId)).toEqual([all[0]?.id, all[1]?.id]);
    // 300 people for ¥480,000 and for ¥460,000: what ¥200,000 buys of each, in whole people.
    expect(drawnUp.map(({ value, quantity }) => [value, quantity])).toEqual([
      [CAP, 125],
      [CAP, 130],
    ]);
    const reader = { userId: officer.userId, roles: ["officer"] as const };
    const life = await findTenderLife(officer, tender.id, reader);
    expect(life?.contracts).toHaveLength(2);
    const told = await expectSound(tender.id);
    expect(told.awards).toHaveLength(2);
    expect(told.awards).toMatchObject([{ value: { amount: 200_000 } }, { status: "active" }]);
  });

  test("have contracts that come into force together, with the last signature", async () => {
    const made = await makeAwardedTender(two);
    const { tender, project } = made;
    await signAs(made, "office", 0);
    expect(await signAs(made, "organization", 0)).toEqual({ active: false });
    expect(await moneyOf(project.id)).toMatchObject({ reserved: yuan(508_000) });
    await signAs(made, "organization", 1);
    expect(await signAs(made, "office", 1)).toEqual({ active: true });
    const money = { reserved: 0, committed: 2 * CAP, available: -2 * CAP };
    expect(await moneyOf(project.id)).toMatchObject(money);
    expect((await contractsOf(tender.id)).map(({ status }) => status)).toEqual([
      "active",
      "active",
    ]);
    expect((await tenderOf(tender.id)).status).toBe("contracted");
    expect((await findNotice(tender.id))?.contracts).toHaveLength(2);
    const told = await expectSound(tender.id);
    expect(told.contracts?.map(({ awardID }) => awardID)).toEqual(
      made.bids.slice(0, 2).map(({ id }) => id),
    );
  });

  test("who sign at once both come into force, once", async () => {
    const made = await makeAwardedTender(two);
    await signAs(made, "office", 0);
    await signAs(made, "office", 1);
    // Each has signed and not yet looked whether the other has when both meet at the event log.
    const both = await withOwner((owner) =>
      owner.begin(async (sql) => {
        await sql`lock table events in share mode`;
        const signing = [0, 1].map((place) => signAs(made, "organization", place));
        await waitingForLocks(signing.length);
        return { signing };
      }),
    );
    const done = await Promise.all(both.signing);
    expect(done.filter(({ active }) => active)).toHaveLength(1);
    expect((await contractsOf(made.tender.id)).map(({ status }) => status)).toEqual([
      "active",
      "active",
    ]);
    const recorded = await db.select().from(events).where(eq(events.officeId, made.officeId));
    expect(recorded.filter(({ name }) => name === "contract.activated")).toHaveLength(2);
    expect(await moneyOf(made.project.id)).toMatchObject({ reserved: 0, committed: 2 * CAP });
  });

  test("and what each may be paid stay as they were published", async () => {
    const { tender } = await makeRankedTender(two);
    const ofTender = eq(tenders.id, tender.id);
    for (const change of [{ winners: 3 }, { winnerCap: yuan(250_000) }]) {
      await expect(db.update(tenders).set(change).where(ofTender)).rejects.toThrow();
    }
  });
});

describe("when one of two winners does not sign", () => {
  test("it has to be said which, and she may not have signed with the office", async () => {
    const made = await makeAwardedTender(two);
    const act = await actOf(made.officer);
    await expect(passOverWinner(act, { tenderId: made.tender.id, ...why })).rejects.toMatchObject({
      code: "pass_over.whom",
    });
    await expect(passOver(made, 2)).rejects.toMatchObject({ code: "not_found" });
    await signAll(made, [0]);
    await expect(passOver(made, 0)).rejects.toMatchObject({ code: "pass_over.signed" });
    expect(await passOver(made, 0, "ineligible")).toBe("publicised");
  });

  test("the next moves up with a standstill of its own, and the other keeps her signature", async () => {
    const made = await makeAwardedTender(two);
    const { tender, bids: all } = made;
    await signAll(made, [1]);
    expect((await findNextRank(made.officer, tender.id))?.winners).toHaveLength(2);
    expect(await passOver(made, 0)).toBe("publicised");
    expect(await statesOf(tender.id)).toEqual(["rejected", "won", "scored"]);
    expect(await tenderOf(tender.id)).toMatchObject({
      status: "publicised",
      recommendedBidId: all[1]?.id,
      alsoRecommended: [all[2]?.id],
    });
    await expectSound(tender.id);
    await awardAgain(made);
    expect(await statesOf(tender.id)).toEqual(["rejected", "won", "won"]);
    const drawnUp = await contractsOf(tender.id);
    expect(drawnUp.map(({ bidId }) => bidId)).toEqual([all[1]?.id, all[2]?.id]);
    expect(drawnUp[0]?.organizationSignedAt).not.toBeNull();
    expect(await signAll(made, [2])).toBe(true);
    expect(await moneyOf(made.project.id)).toMatchObject({ reserved: 0, committed: 2 * CAP });
    const told = await expectSound(tender.id);
    expect(told.awards?.map(({ status }) => status)).toEqual(["cancelled", "active", "active"]);
  });

  test("and nobody is left to move up, the other goes on alone, at once if she has signed", async () => {
    for (const signed of [true, false]) {
      const made = await makeAwardedTender(two);
      await passOver(made, 0);
      await awardAgain(made);
      if (signed) await signAll(made, [1]);
      expect(await passOver(made, 2)).toBe(signed ? "contracted" : "awarded");
      if (!signed) expect(await signAll(made, [1])).toBe(true);
      expect((await tenderOf(made.tender.id)).status).toBe("contracted");
      const money = { reserved: 0, committed: CAP, available: -CAP };
      expect(await moneyOf(made.project.id)).toMatchObject(money);
      await expectSound(made.tender.id);
    }
  });

  test("nor the other, the tender fails", async () => {
    const made = await makeAwardedTender(two);
    await passOver(made, 0);
    await awardAgain(made);
    expect(await passOver(made, 1)).toBe("awarded");
    expect(await passOver(made, 2)).toBe("failed");
    expect(await moneyOf(made.project.id)).toMatchObject({ reserved: 0 });
    await expectSound(made.tender.id);
  });
});

describe("each contract's money is its own", () => {
  test("so that the database keeps one from holding what is the other's", async () => {
    const made = await makeAwardedTender(two);
    await signAll(made, [0, 1]);
    const [contract] = await contractsOf(made.tender.id);
    if (!contract) throw new Error("a contract");
    const { fundId, id: projectId } = made.project;
    if (!fundId) throw new Error("a fund");
    const more = {
      fundId,
      kind: "close",
      entityId: made.contracts[1]?.id ?? "",
      projectId,
    } as const;
    const at = new Date();
    await expect(
      db.transaction(async (tx) => {
        await insertMovement(tx, { ...more, at }, { amount: yuan(50) });
        const stolen = { ...more, kind: "amend_up", entityId: contract.id, at } as const;
        await insertMovement(tx, stolen, { amount: yuan(50) });
      }),
    ).rejects.toThrow();
    expect((await findContractNumbers(contract.id))?.paid).toBe(fen(0));
  });
});
