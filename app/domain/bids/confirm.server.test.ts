import { and, eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { sealEvents } from "#app/domain/audit/seal.server.ts";
import { moveClock } from "#app/domain/clock.server.ts";
import { closeWhenDeadlinePassed } from "#app/domain/tenders/close.server.ts";
import { findTenderLife } from "#app/domain/tenders/life.server.ts";
import { findPublishedReceipts } from "#app/domain/tenders/opening-queries.server.ts";
import { takeOpeningTurn } from "#app/domain/tenders/take-opening-turn.server.ts";
import { env } from "#app/env.server.ts";
import type { Id } from "#app/values/id.ts";
import { db } from "#db/client.server.ts";
import { one } from "#db/rows.ts";
import { bids, events, receipts, tenders } from "#db/schema/index.ts";
import { actOf, makeManager } from "#db/seed/factories/accounts.ts";
import { system } from "#db/seed/factories/awards.ts";
import { makeSealedBid, sealFor } from "#db/seed/factories/bids.ts";
import { amendTender } from "#db/seed/factories/tender-amendments.ts";
import { makeOpenTender, openerPassphrase } from "#db/seed/factories/tenders.ts";
import { atOnce } from "#db/testing/at-once.ts";
import { somebodyWaitsForTender } from "#db/testing/waiting.ts";
import { asOrganization } from "./as-organization.server.ts";
import { confirmBid } from "./confirm.server.ts";
import { verifyReceipt } from "./receipt.server.ts";
import { submitBid } from "./submit.server.ts";
import { withdrawBid } from "./withdraw.server.ts";

type Bidder = Awaited<ReturnType<typeof makeManager>>;

/** An open tender with so many bids that was amended once after they were handed in. */
async function amended(count: number) {
  const open = await makeOpenTender();
  const tenderId = open.tender.id;
  const bidders = [];
  for (let made = 0; made < count; made += 1) bidders.push(await makeSealedBid({ tenderId }));
  await amendTender(open);
  const tender = one(await db.select().from(tenders).where(eq(tenders.id, tenderId)));
  const { deadline } = tender;
  if (!deadline) throw new Error("no deadline");
  return { ...open, tenderId, deadline, bidders };
}

const ownBid = async (by: Bidder) =>
  one(
    await asOrganization(by, (tx) =>
      tx.select().from(bids).where(eq(bids.organizationId, by.organizationId)),
    ),
  );
const confirm = async (by: Bidder, tenderId: Id<"tender">, deadlineVersion = 2) =>
  confirmBid(await actOf(by), { tenderId, deadlineVersion });
const bidder = (all: { by: Bidder }[], index = 0) => one(all.slice(index, index + 1)).by;

describe("a bid for a tender that was amended", () => {
  test("waits for its bidder, and confirmed stays the same sealed bid, with a receipt of its own", async () => {
    const { tenderId, bidders } = await amended(1);
    const by = bidder(bidders);
    const before = await ownBid(by);
    expect(before).toMatchObject({ state: "needs_confirm", deadlineVersion: 1 });

    const receiptId = await confirm(by, tenderId);
    const { ciphertext, digest } = before;
    expect(await ownBid(by)).toMatchObject({
      state: "submitted",
      version: 2,
      deadlineVersion: 1,
      confirmedVersion: 2,
      ciphertext,
      digest,
    });
    const { id, at, signature, ...said } = one(
      await asOrganization(by, (tx) =>
        tx.select().from(receipts).where(eq(receipts.id, receiptId)),
      ),
    );
    expect({ id, ...said }).toMatchObject({ id: receiptId, version: 2, digest });
    const text = { ...said, at: at.toISOString() };
    expect(verifyReceipt(text, signature, env.signingKey)).toBe(true);
  });

  test("confirmed twice is confirmed once", async () => {
    const { tenderId, bidders } = await amended(1);
    const by = bidder(bidders);
    const { done } = await atOnce(4, () => confirm(by, tenderId));
    expect([done.length, new Set(done).size]).toEqual([4, 1]);
    expect(await ownBid(by)).toMatchObject({ version: 2 });
  });

  test("may be replaced or withdrawn instead", async () => {
    const { tenderId, bidders } = await amended(2);
    const [first, second] = [bidder(bidders), bidder(bidders, 1)];
    await submitBid(await actOf(first), await sealFor(first, tenderId, {}));
    expect(await ownBid(first)).toMatchObject({ state: "submitted", deadlineVersion: 2 });
    await withdrawBid(await actOf(second), tenderId);
    expect(await ownBid(second)).toMatchObject({ state: "withdrawn" });
  });

  test("has to be confirmed again when the tender is amended again, by whoever has read that", async () => {
    const open = await amended(1);
    const by = bidder(open.bidders);
    await confirm(by, open.tenderId);
    await amendTender(open);
    expect(await ownBid(by)).toMatchObject({ state: "needs_confirm" });
    await expect(confirm(by, open.tenderId, 2)).rejects.toMatchObject({
      code: "bid.amended_again",
    });
    await confirm(by, open.tenderId, 3);
    expect(await ownBid(by)).toMatchObject({ state: "submitted", confirmedVersion: 3 });
  });

  test("that was withdrawn, or never handed in, has nothing to confirm", async () => {
    const { tenderId, bidders } = await amended(1);
    const by = bidder(bidders);
    await withdrawBid(await actOf(by), tenderId);
    await expect(confirm(by, tenderId)).rejects.toMatchObject({ code: "lifecycle.not_now" });
    await expect(confirm(await makeManager(), tenderId)).rejects.toMatchObject({
      code: "not_found",
    });
  });
});

describe("before the deadline", () => {
  test("whether a bid was confirmed exists for its bidder alone: no row, no receipt, no event", async () => {
    const { tenderId, bidders } = await amended(3);
    const by = bidder(bidders);
    await confirm(by, tenderId);
    await sealEvents();
    const count = async (tx: Pick<typeof db, "$count">) => [
      await tx.$count(bids, eq(bids.tenderId, tenderId)),
      await tx.$count(receipts, eq(receipts.tenderId, tenderId)),
      await tx.$count(
        events,
        and(eq(events.name, "bid.confirmed"), eq(events.byUserId, by.userId)),
      ),
    ];
    expect(await count(db)).toEqual([0, 0, 0]);
    expect(await asOrganization(bidder(bidders, 1), count)).toEqual([1, 1, 0]);
    expect(await asOrganization(by, count)).toEqual([1, 2, 1]);
  });

  test("even after the first deadline has passed, when it was put off", async () => {
    const { tender, tenderId, bidders } = await amended(2);
    if (!tender.deadline) throw new Error("no deadline");
    await moveClock(tender.deadline);
    await sealEvents();
    expect(await db.$count(bids, eq(bids.tenderId, tenderId))).toBe(0);
    expect((await findPublishedReceipts(tenderId))?.receipts).toEqual([]);
    await confirm(bidder(bidders), tenderId);
  });
});

describe("at the deadline", () => {
  test("what is not confirmed drops out, once, and does not count; what is confirmed opens under its old seal", async () => {
    const { officeId, officer, openers, tenderId, deadline, bidders } = await amended(5);
    for (const index of [0, 1, 2]) await confirm(bidder(bidders, index), tenderId);
    await moveClock(deadline);
    await expect(confirm(bidder(bidders, 3), tenderId)).rejects.toMatchObject({
      code: "bid.confirmed_late",
    });
    const act = await actOf(system);
    await atOnce(3, () => closeWhenDeadlinePassed(act, { officeId, tenderId }));
    expect(await statesIn(tenderId)).toEqual({ submitted: 3, lapsed: 2 });
    const lapsed = and(eq(events.officeId, officeId), eq(events.name, "bid.lapsed"));
    expect(await db.$count(events, lapsed)).toBe(2);

    for (const by of [openers.a, openers.b]) {
      await takeOpeningTurn(await actOf(by), { tenderId, passphrase: openerPassphrase });
    }
    expect(await statesIn(tenderId)).toEqual({ opened: 3, lapsed: 2 });
    const life = await findTenderLife(officer, tenderId, { userId: officer.userId, roles: [] });
    expect(life?.status).toBe("evaluating");
  });

  test("too few confirmed bids are too few, whoever closes first", async () => {
    const { openers, officer, tenderId, deadline, bidders } = await amended(3);
    for (const index of [0, 1]) await confirm(bidder(bidders, index), tenderId);
    await moveClock(deadline);
    const turn = takeOpeningTurn(await actOf(openers.a), {
      tenderId,
      passphrase: openerPassphrase,
    });
    await expect(turn).rejects.toMatchObject({ code: "opening.too_few" });
    const reader = { userId: officer.userId, roles: ["officer"] as const };
    expect((await findTenderLife(officer, tenderId, reader))?.step).toEqual({ duty: "fail" });
  });

  test("the opening drops what was not confirmed where no timer has closed yet", async () => {
    const { openers, tenderId, deadline, bidders } = await amended(4);
    for (const index of [0, 1, 2]) await confirm(bidder(bidders, index), tenderId);
    await moveClock(deadline);
    for (const by of [openers.a, openers.b]) {
      await takeOpeningTurn(await actOf(by), { tenderId, passphrase: openerPassphrase });
    }
    expect(await statesIn(tenderId)).toEqual({ opened: 3, lapsed: 1 });
  });

  test("a confirmation that had to wait past the deadline is refused", async () => {
    const { tenderId, deadline, bidders } = await amended(1);
    const by = bidder(bidders);
    const act = await actOf(by);
    const outcome = await db.transaction(async (tx) => {
      await tx.select().from(tenders).where(eq(tenders.id, tenderId)).for("update");
      const waiting = confirmBid(act, { tenderId, deadlineVersion: 2 }).catch(
        (error: unknown) => error,
      );
      await somebodyWaitsForTender();
      await moveClock(deadline);
      return { waiting };
    });
    expect(await outcome.waiting).toMatchObject({ code: "bid.confirmed_late" });
    expect(await ownBid(by)).toMatchObject({ state: "needs_confirm", version: 1 });
  });
});

async function statesIn(tenderId: Id<"tender">) {
  const rows = await db.select({ state: bids.state }).from(bids).where(eq(bids.tenderId, tenderId));
  return Object.fromEntries(
    [...new Set(rows.map(({ state }) => state))].map((state) => [
      state,
      rows.filter((row) => row.state === state).length,
    ]),
  );
}
