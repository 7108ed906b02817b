import { and, eq, like } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { GENESIS } from "#app/domain/audit/chain.ts";
import { moveClock } from "#app/domain/clock.server.ts";
import { endTender } from "#app/domain/tenders/end.server.ts";
import { lockTender } from "#app/domain/tenders/lock.server.ts";
import { env } from "#app/env.server.ts";
import { addTo, minutes } from "#app/values/time.ts";
import { db } from "#db/client.server.ts";
import { one } from "#db/rows.ts";
import { bids, events, receipts, tenders } from "#db/schema/index.ts";
import { actOf, makeManager, makeOrganization } from "#db/seed/factories/accounts.ts";
import { bidDocument, makeSealedBid, sealFor } from "#db/seed/factories/bids.ts";
import { makeOpenTender } from "#db/seed/factories/tenders.ts";
import { atOnce } from "#db/testing/at-once.ts";
import { somebodyWaitsForTender } from "#db/testing/waiting.ts";
import { asOrganization } from "./as-organization.server.ts";
import { verifyReceipt } from "./receipt.server.ts";
import { submitBid } from "./submit.server.ts";
import { withdrawBid } from "./withdraw.server.ts";

type Bidder = Awaited<ReturnType<typeof makeManager>>;

async function bidder() {
  const { tender, approver, ...rest } = await makeOpenTender();
  const by = await makeManager();
  const document = await bidDocument({ tenderId: tender.id });
  const seal = () => sealFor(by, tender.id, document);
  return {
    ...rest,
    approver,
    tender,
    tenderId: tender.id,
    by,
    document,
    seal,
    act: await actOf(by),
  };
}

const ownBids = (by: Bidder) =>
  asOrganization(by, (tx) =>
    tx.select().from(bids).where(eq(bids.organizationId, by.organizationId)),
  );
const ownReceipts = (by: Bidder) =>
  asOrganization(by, (tx) =>
    tx
      .select()
      .from(receipts)
      .where(eq(receipts.organizationId, by.organizationId))
      .orderBy(receipts.version),
  );

describe("a bid", () => {
  test("is kept as a ciphertext with a receipt that the platform signed", async () => {
    const { act, by, seal, tender } = await bidder();
    const sealed = await seal();
    const receiptId = await submitBid(act, sealed);
    const bid = one(await ownBids(by));
    expect(bid).toMatchObject({ state: "submitted", version: 1, price: null, document: null });
    expect(bid.ciphertext).toEqual(sealed.ciphertext);

    const { id, at, signature, ...receipt } = one(await ownReceipts(by));
    expect({ id, ...receipt }).toMatchObject({
      id: receiptId,
      bidId: bid.id,
      tenderId: tender.id,
      digest: sealed.digest,
      chainHead: GENESIS,
    });
    const text = { ...receipt, at: at.toISOString() };
    expect(verifyReceipt(text, signature, env.signingKey)).toBe(true);
    expect(verifyReceipt({ ...text, version: 2 }, signature, env.signingKey)).toBe(false);
  });

  test("has an event whose digest stands on the receipt", async () => {
    const { act, by, seal } = await bidder();
    await submitBid(act, await seal());
    const { eventId, eventDigest } = one(await ownReceipts(by));
    const event = await asOrganization(by, (tx) =>
      tx.select().from(events).where(eq(events.id, eventId)),
    );
    expect(event).toMatchObject([{ name: "bid.submitted", digest: eventDigest }]);
  });

  test("may be replaced: one bid, a receipt for each version", async () => {
    const { act, by, seal } = await bidder();
    await submitBid(act, await seal());
    const second = await seal();
    await submitBid(act, second);
    expect(await ownBids(by)).toMatchObject([{ version: 2, digest: second.digest }]);
    expect((await ownReceipts(by)).map(({ version }) => version)).toEqual([1, 2]);
  });

  test("sent again after the answer was lost is the same submission, even after a newer one", async () => {
    const { act, by, seal } = await bidder();
    const first = await seal();
    const receiptId = await submitBid(act, first);
    const second = await seal();
    await submitBid(act, second);
    expect(await submitBid(act, first)).toBe(receiptId);
    expect(await ownBids(by)).toMatchObject([{ version: 2, digest: second.digest }]);
  });

  test("may be withdrawn, and handed in anew", async () => {
    const { act, by, seal, tenderId } = await bidder();
    await submitBid(act, await seal());
    await withdrawBid(act, tenderId);
    expect(await ownBids(by)).toMatchObject([{ state: "withdrawn" }]);
    await expect(withdrawBid(act, tenderId)).rejects.toMatchObject({ code: "lifecycle.not_now" });
    await submitBid(act, await seal());
    expect(await ownBids(by)).toMatchObject([{ state: "submitted", version: 2 }]);
  });

  test("that was never handed in cannot be withdrawn, nor can another organization's", async () => {
    const { tenderId, act } = await bidder();
    await makeSealedBid({ tenderId });
    await expect(withdrawBid(act, tenderId)).rejects.toMatchObject({ code: "not_found" });
  });
});

describe("refused is", () => {
  test("an organization that the operator has not verified", async () => {
    const { tenderId } = await bidder();
    const { id } = await makeOrganization({ verifiedAt: null });
    const by = await makeManager(id);
    await expect(makeSealedBid({ tenderId, by })).rejects.toMatchObject({ code: "bid.unverified" });
    expect(await ownBids(by)).toEqual([]);
  });

  test("what is no sealed bid, such as a bid in clear", async () => {
    const { act, document, seal } = await bidder();
    const clear = new TextEncoder().encode(JSON.stringify(document));
    const sealed = await seal();
    for (const ciphertext of [clear, new Uint8Array(), sealed.ciphertext.slice(1)]) {
      await expect(submitBid(act, { ...sealed, ciphertext })).rejects.toMatchObject({
        code: "bid.not_sealed",
      });
    }
  });

  test("a bid sealed for an earlier deadline of the tender", async () => {
    const { act, seal, tenderId } = await bidder();
    const sealed = await seal();
    await db.update(tenders).set({ deadlineVersion: 2 }).where(eq(tenders.id, tenderId));
    await expect(submitBid(act, sealed)).rejects.toMatchObject({ code: "bid.deadline_changed" });
  });

  test("a bid for a tender that was cancelled", async () => {
    const { act, seal, tender, officeId, approver } = await bidder();
    const sealed = await seal();
    const ending = await actOf(approver);
    await db.transaction(async (tx) => {
      await endTender(tx, ending, await lockTender(tx, officeId, tender.id), {
        how: "cancel",
        code: "need_changed",
        reason: "需求变了",
      });
    });
    await expect(submitBid(act, sealed)).rejects.toMatchObject({ code: "bid.not_open" });
  });
});

describe("at the deadline by the database's clock", () => {
  test("a bid is taken a minute before, and refused from the very moment on", async () => {
    const { act, by, seal, tender, tenderId } = await bidder();
    const late = await seal();
    await moveClock(addTo(deadlineOf(tender), -minutes(1)));
    await submitBid(act, await seal());
    await moveClock(deadlineOf(tender));
    await expect(submitBid(act, late)).rejects.toMatchObject({ code: "bid.too_late" });
    await expect(withdrawBid(act, tenderId)).rejects.toMatchObject({ code: "bid.too_late" });
    expect(await ownBids(by)).toMatchObject([{ state: "submitted", version: 1 }]);
  });

  test("a bid that came in time but had to wait past the deadline is refused", async () => {
    const { act, by, seal, tender, tenderId } = await bidder();
    const sealed = await seal();
    const { outcome } = await db.transaction(async (tx) => {
      await tx.select().from(tenders).where(eq(tenders.id, tenderId)).for("update");
      const waiting = submitBid(act, sealed).catch((error: unknown) => error);
      await somebodyWaitsForTender();
      await moveClock(deadlineOf(tender));
      return { outcome: waiting };
    });
    expect(await outcome).toMatchObject({ code: "bid.too_late" });
    expect(await ownBids(by)).toEqual([]);
  });
});

test("of two first bids of one organization at once, one is the bid and the other its replacement", async () => {
  const { by, tenderId, document } = await bidder();
  const { id } = await makeOrganization();
  const both = [await makeManager(id), await makeManager(id)];
  const sealed = await Promise.all(both.map((each) => sealFor(each, tenderId, document)));
  const acts = await Promise.all(both.map((each) => actOf(each)));
  const { done, refused } = await atOnce(2, (index) =>
    submitBid(at(acts, index), at(sealed, index)),
  );
  expect({ done: done.length, refused }).toEqual({ done: 2, refused: [] });
  expect(await ownBids({ ...by, organizationId: id })).toMatchObject([{ version: 2 }]);
});

test("a double-clicked submission makes one version and one receipt", async () => {
  const { act, by, seal } = await bidder();
  const sealed = await seal();
  const { done } = await atOnce(5, () => submitBid(act, sealed));
  expect(new Set(done).size).toBe(1);
  expect(await ownBids(by)).toMatchObject([{ version: 1 }]);
  expect(await ownReceipts(by)).toHaveLength(1);
});

describe("before the deadline", () => {
  test("nothing of a bid exists for the office or anybody else: no row, no count, no receipt, no event", async () => {
    const { act, by, seal, tenderId } = await bidder();
    await submitBid(act, await seal());
    await withdrawBid(act, tenderId);
    await submitBid(act, await seal());
    const ofTender = eq(bids.tenderId, tenderId);
    const about = and(like(events.name, "bid.%"), eq(events.byUserId, by.userId));
    const count = async (tx: Pick<typeof db, "$count">) => [
      await tx.$count(bids, ofTender),
      await tx.$count(receipts, eq(receipts.tenderId, tenderId)),
      await tx.$count(events, about),
    ];
    expect(await count(db)).toEqual([0, 0, 0]);
    expect(await asOrganization(await makeManager(), count)).toEqual([0, 0, 0]);
    expect(await asOrganization(by, count)).toEqual([1, 2, 3]);
  });

  test("nobody else can change or remove it either", async () => {
    const { act, by, seal, tenderId } = await bidder();
    await submitBid(act, await seal());
    const ofTender = eq(bids.tenderId, tenderId);
    expect(await db.update(bids).set({ state: "withdrawn" }).where(ofTender).returning()).toEqual(
      [],
    );
    expect(await db.delete(bids).where(ofTender).returning()).toEqual([]);
    expect(await ownBids(by)).toMatchObject([{ state: "submitted" }]);
  });

  test("the setting that shows a bid ends with its transaction", async () => {
    const { act, seal, tenderId } = await bidder();
    await submitBid(act, await seal());
    const seen = await Promise.all(
      Array.from({ length: 60 }, () => db.$count(bids, eq(bids.tenderId, tenderId))),
    );
    expect(seen.every((count) => count === 0)).toBe(true);
  });

  test("nothing that was written in the bid stands anywhere in the database", async () => {
    const { tenderId } = await bidder();
    const secret = "只有开标后才能读到的一句话";
    const { by } = await makeSealedBid({
      tenderId,
      document: { plan: secret, priceFen: 47_654_321 },
    });
    const everything = await asOrganization(by, async (tx) => [
      await tx.select().from(bids),
      await tx.select().from(receipts),
      await tx.select().from(events),
    ]);
    const text = JSON.stringify(everything, (_, value: unknown) =>
      value instanceof Uint8Array ? Buffer.from(value).toString("latin1") : value,
    );
    expect(text).not.toContain(secret);
    expect(text).not.toContain(Buffer.from(secret).toString("latin1"));
    expect(text).not.toContain("47654321");
  });
});

test("after the deadline the bids may be counted", async () => {
  const { tender, tenderId } = await bidder();
  await makeSealedBid({ tenderId });
  await moveClock(deadlineOf(tender));
  expect(await db.$count(bids, eq(bids.tenderId, tenderId))).toBe(1);
});

function deadlineOf(tender: { deadline: Date | null }): Date {
  if (!tender.deadline) throw new Error("no deadline");
  return tender.deadline;
}

function at<Item>(items: Item[], index: number): Item {
  return one(items.slice(index, index + 1));
}
