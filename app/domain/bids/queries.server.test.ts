import { describe, expect, test } from "vitest";
import { moveClock } from "#app/domain/clock.server.ts";
import { findOrganizationHome } from "#app/domain/organizations/duties.server.ts";
import { askQuestion } from "#app/domain/tenders/ask.server.ts";
import { listTendersForBidder } from "#app/domain/tenders/bidder-queries.server.ts";
import {
  findOpening,
  findPublishedReceipts,
  listOpeningsToComplete,
} from "#app/domain/tenders/opening-queries.server.ts";
import { takeOpeningTurn } from "#app/domain/tenders/take-opening-turn.server.ts";
import { addTo, days } from "#app/values/time.ts";
import { actOf, makeManager, makeOfficeActor, makeOperator } from "#db/seed/factories/accounts.ts";
import { makeSealedBid } from "#db/seed/factories/bids.ts";
import { makeActiveContract } from "#db/seed/factories/contracts.ts";
import { makeDraftTender, makeOpenTender, openerPassphrase } from "#db/seed/factories/tenders.ts";
import { findBidding, findReceipt, findTenderForBidder } from "./queries.server.ts";

type Tender = { deadline: Date | null };
async function close({ deadline }: Tender) {
  if (deadline) await moveClock(deadline);
}

describe("a bidder", () => {
  test("sees her own bid with its receipts, and nothing of another's", async () => {
    const { tender } = await makeOpenTender();
    const { by, receiptId } = await makeSealedBid({ tenderId: tender.id });
    const rival = await makeManager();
    expect(await findTenderForBidder(by, tender.id)).toMatchObject({
      bid: { state: "submitted", version: 1 },
      receipts: [{ id: receiptId }],
      standing: "verified",
    });
    expect(await findTenderForBidder(rival, tender.id)).toMatchObject({ bid: null, receipts: [] });
    expect(await findReceipt(by, receiptId)).toMatchObject({ bid: { version: 1 } });
    expect(await findReceipt(rival, receiptId)).toBeUndefined();
    await close(tender);
    expect(await findReceipt(rival, receiptId)).toBeUndefined();
  });

  test("gets the tender's public key to seal with, and none for a draft", async () => {
    const { tender, publicKey } = await makeOpenTender();
    const draft = await makeDraftTender();
    const by = await makeManager();
    expect(await findBidding(by, tender.id)).toMatchObject({ publicKey, deadlineVersion: 1 });
    expect(await findBidding(by, draft.tender.id)).toBeUndefined();
    expect(await findTenderForBidder(by, draft.tender.id)).toBeUndefined();
  });

  test("reads everybody's questions, and which are her own", async () => {
    const { tender } = await makeOpenTender();
    const asker = await makeManager();
    await askQuestion(await actOf(asker), {
      tenderId: tender.id,
      text: "服务次数是每月还是每周？",
    });
    const seenBy = async (by: typeof asker) =>
      (await findTenderForBidder(by, tender.id))?.questions.map(({ own }) => own);
    expect(await seenBy(asker)).toEqual([true]);
    expect(await seenBy(await makeManager())).toEqual([false]);
  });

  test("finds tenders that take bids by their name, soonest deadline first, page after page", async () => {
    const by = await makeManager();
    const { at } = await actOf(by);
    const made = [];
    for (let index = 0; index < 22; index += 1) {
      const title = `槐荫社区助餐${index}`;
      const deadline = addTo(at, days(40 - index));
      made.unshift((await makeOpenTender({ deadline, tender: { title } })).tender.id);
    }
    const wish = { kind: "open", words: "槐荫社区" } as const;
    const first = await listTendersForBidder(by, wish);
    const second = await listTendersForBidder(by, { ...wish, after: first.next ?? undefined });
    expect([...first.rows, ...second.rows].map(({ id }) => id)).toEqual(made);
    expect(second.next).toBeNull();
  });

  test("finds the tenders that she has bid for herself", async () => {
    const { tender } = await makeOpenTender();
    const other = await makeOpenTender();
    const { by } = await makeSealedBid({ tenderId: tender.id });
    await makeSealedBid({ tenderId: other.tender.id });
    const { rows } = await listTendersForBidder(by, { kind: "own" });
    expect(rows).toMatchObject([{ id: tender.id, bid: "submitted", status: "open" }]);
  });
});

describe("the receipts of a tender", () => {
  test("are published at the deadline by digest and time, and by name once the bids are open", async () => {
    const { tender, openers } = await makeOpenTender();
    const tenderId = tender.id;
    const sealed = [];
    for (let index = 0; index < 3; index += 1) sealed.push(await makeSealedBid({ tenderId }));
    expect(await findPublishedReceipts(tenderId)).toMatchObject({ past: false, receipts: [] });
    await close(tender);
    const closed = await findPublishedReceipts(tenderId);
    expect(closed?.receipts.map(({ digest }) => digest)).toEqual(
      sealed.map(({ digest }) => digest),
    );
    expect(closed?.receipts.some(({ organization }) => organization)).toBe(false);
    for (const opener of [openers.a, openers.b]) {
      await takeOpeningTurn(await actOf(opener), { tenderId, passphrase: openerPassphrase });
    }
    const opened = await findPublishedReceipts(tenderId);
    expect(opened?.receipts.map(({ organizationId }) => organizationId)).toEqual(
      sealed.map(({ by }) => by.organizationId),
    );
    expect(opened?.turns).toHaveLength(2);
  });
});

describe("an opening", () => {
  test("shows the office no number of bids before the deadline, and no price before it is done", async () => {
    const { tender, openers, officer } = await makeOpenTender();
    const tenderId = tender.id;
    for (let index = 0; index < 3; index += 1) await makeSealedBid({ tenderId });
    expect(await findOpening(officer, tenderId)).toMatchObject({ submitted: 0, opened: [] });
    await close(tender);
    expect(await findOpening(openers.a, tenderId)).toMatchObject({
      submitted: 3,
      opened: [],
      holder: "a",
      hasKey: true,
      hasTaken: false,
    });
    await takeOpeningTurn(await actOf(openers.a), { tenderId, passphrase: openerPassphrase });
    const waiting = await listOpeningsToComplete(await makeOperator());
    expect(waiting.map(({ id }) => id)).toContain(tenderId);
    await takeOpeningTurn(await actOf(openers.b), { tenderId, passphrase: openerPassphrase });
    const done = await findOpening(officer, tenderId);
    expect(done?.opened.map(({ price }) => price)).toEqual(Array(3).fill(48_000_000));
    const later = await listOpeningsToComplete(await makeOperator());
    expect(later.map(({ id }) => id)).not.toContain(tenderId);
  });

  test("of another office is not found", async () => {
    const { tender } = await makeOpenTender();
    expect(await findOpening(await makeOfficeActor("officer"), tender.id)).toBeUndefined();
  });
});

describe("an organization's home", () => {
  test("tells what closes soon until she has bid, and then that her bid runs", async () => {
    const by = await makeManager();
    const { at } = await actOf(by);
    const { tender } = await makeOpenTender({ deadline: addTo(at, days(2)) });
    const later = await makeOpenTender({ deadline: addTo(at, days(5)) });
    const soon = async () =>
      (await findOrganizationHome(await actOf(by))).closingSoon.map(({ id }) => id);
    expect(await soon()).toContain(tender.id);
    expect(await soon()).not.toContain(later.tender.id);
    await makeSealedBid({ tenderId: tender.id, by });
    expect(await soon()).not.toContain(tender.id);
    expect((await findOrganizationHome(await actOf(by))).runningBids).toMatchObject([
      { tenderId: tender.id, bid: "submitted", status: "open" },
    ]);
  });

  test("tells of active contracts", async () => {
    const { manager, id } = await makeActiveContract();
    expect((await findOrganizationHome(await actOf(manager))).contracts).toMatchObject([{ id }]);
  });
});
