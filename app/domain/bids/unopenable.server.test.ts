import { and, eq, like } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { moveClock } from "#app/domain/clock.server.ts";
import type { HeardEvent } from "#app/domain/heard-events.ts";
import type { Letter } from "#app/domain/mail/letter.ts";
import { takeOpeningTurn } from "#app/domain/tenders/take-opening-turn.server.ts";
import { bids as words } from "#app/i18n/zh/bids.ts";
import type { Id } from "#app/values/id.ts";
import { compose } from "#app/worker/compose.server.ts";
import { tellOfUnopenable } from "#app/worker/tell-of-tenders.server.ts";
import { db } from "#db/client.server.ts";
import { one } from "#db/rows.ts";
import { bids, events, outbox, tenders, users } from "#db/schema/index.ts";
import { actOf } from "#db/seed/factories/accounts.ts";
import { makeSealedBid, sealFor } from "#db/seed/factories/bids.ts";
import { makeOpenTender, openerPassphrase } from "#db/seed/factories/tenders.ts";
import { asOwner } from "#db/testing/owner.ts";
import { findReceipt } from "./queries.server.ts";

/** An open tender with so many bids, and both openers' turns once its deadline has passed. */
async function sealedTender(count: number) {
  const { tender, openers } = await makeOpenTender();
  const tenderId = tender.id;
  const sealed = [];
  for (let n = 0; n < count; n += 1) sealed.push(await makeSealedBid({ tenderId }));
  const open = async () => {
    if (!tender.deadline) throw new Error("no deadline");
    await moveClock(tender.deadline);
    const turn = { tenderId, passphrase: openerPassphrase };
    await takeOpeningTurn(await actOf(openers.a), turn);
    return await takeOpeningTurn(await actOf(openers.b), turn);
  };
  return { tenderId, sealed, open };
}

const rowOf = async (tenderId: Id<"tender">, organizationId: Id<"organization">) =>
  one(
    await db
      .select()
      .from(bids)
      .where(and(eq(bids.tenderId, tenderId), eq(bids.organizationId, organizationId))),
  );

/** The database's owner flips one bit of what is kept of the bid. */
const flipBit = (tenderId: string, organizationId: string, bit: number) =>
  asOwner(`update bids set ciphertext = set_bit(ciphertext, ${bit}, 1 - get_bit(ciphertext, ${bit}))
    where tender_id = '${tenderId}' and organization_id = '${organizationId}'`);

function first<Thing>([thing]: readonly Thing[]): Thing {
  if (thing === undefined) throw new Error("there is none");
  return thing;
}

describe("a bid of which one bit was flipped in the database", () => {
  test.each([3, 1_000, 20_000])(
    "is out with its cause, bit %i, and the others are opened",
    async (bit) => {
      const { tenderId, sealed, open } = await sealedTender(4);
      const { by } = first(sealed);
      await flipBit(tenderId, by.organizationId, bit);
      expect(await open()).toBe("opened");
      expect(await rowOf(tenderId, by.organizationId)).toMatchObject({
        state: "unopenable",
        unopenableCause: "changed",
        document: null,
        price: null,
      });
      expect(
        await db.$count(bids, and(eq(bids.tenderId, tenderId), eq(bids.state, "opened"))),
      ).toBe(3);
    },
  );

  test("is told of in the log, on its bidder's receipt and in a letter to her alone", async () => {
    const { tenderId, sealed, open } = await sealedTender(4);
    const { by, receiptId, digest } = first(sealed);
    await db.update(users).set({ email: "chenli@example.cn" }).where(eq(users.id, by.userId));
    await flipBit(tenderId, by.organizationId, 9);
    await open();
    const { id: bidId } = await rowOf(tenderId, by.organizationId);
    const about = { tenderId, bidId, cause: "changed" } as const;
    const all = await db.select().from(events).where(eq(events.name, "bid.unopenable"));
    const told = one(all.filter(({ detail }) => detail.tenderId === tenderId));
    expect(told.detail).toEqual(about);
    const found = await findReceipt(by, receiptId);
    expect(found?.bid.unopenableCause).toBe("changed");

    const heard: Extract<HeardEvent, { name: "bid.unopenable" }> = {
      name: "bid.unopenable",
      ...about,
    };
    await db.transaction((tx) => tellOfUnopenable({ tx, eventId: told.id, at: told.at }, heard));
    const letters = await db
      .select()
      .from(outbox)
      .where(like(outbox.key, `${told.id}:%`));
    expect(letters.map(({ toUserId }) => toUserId)).toEqual([by.userId]);
    const { kind, about: letter } = one(letters);
    const { body } = compose({ kind, about: letter } as Letter, "zh");
    expect(body).toContain(words.receipt.unopenable.changed);
    expect(body).toContain(digest);
    expect(body).toContain(receiptId);
  });

  test("makes the tender fail where too few are left", async () => {
    const { tenderId, sealed, open } = await sealedTender(3);
    await flipBit(tenderId, first(sealed).by.organizationId, 9);
    expect(await open()).toBe("failed");
    const tender = one(await db.select().from(tenders).where(eq(tenders.id, tenderId)));
    expect(tender).toMatchObject({ status: "failed", endedCode: "too_few_responsive" });
    expect(tender.endedReason).toContain("只有2份");
  });
});

test("a bid that somebody else sealed afresh in its place does not pass for its bidder's", async () => {
  const { tenderId, sealed, open } = await sealedTender(4);
  const { by, document } = first(sealed);
  const forged = await sealFor(by, tenderId, { ...document, priceFen: 99_999_999 });
  const hex = Buffer.from(forged.ciphertext).toString("hex");
  await asOwner(`update bids set ciphertext = decode('${hex}', 'hex'), digest = '${forged.digest}'
    where tender_id = '${tenderId}' and organization_id = '${by.organizationId}'`);
  await open();
  const row = await rowOf(tenderId, by.organizationId);
  expect(row).toMatchObject({ state: "unopenable", unopenableCause: "changed", price: null });
});

test("two bids that were swapped are both out, and nobody has the other's price", async () => {
  const { tenderId, sealed, open } = await sealedTender(5);
  const [one, two] = sealed.map(({ by }) => by.organizationId);
  await asOwner(`update bids x set ciphertext = y.ciphertext, digest = y.digest from bids y
    where x.tender_id = '${tenderId}' and y.tender_id = x.tender_id
      and x.organization_id in ('${one}', '${two}') and y.organization_id in ('${one}', '${two}')
      and x.organization_id <> y.organization_id`);
  expect(await open()).toBe("opened");
  for (const organizationId of [one, two]) {
    if (!organizationId) throw new Error("there is none");
    expect(await rowOf(tenderId, organizationId)).toMatchObject({
      state: "unopenable",
      unopenableCause: "changed",
      price: null,
      document: null,
    });
  }
});
