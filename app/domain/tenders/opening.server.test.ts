import { and, eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import type { Officer, Opener } from "#app/domain/act.ts";
import { submitBid } from "#app/domain/bids/submit.server.ts";
import { withdrawBid } from "#app/domain/bids/withdraw.server.ts";
import { moveClock } from "#app/domain/clock.server.ts";
import { openings } from "#app/i18n/zh/openings.ts";
import type { Id } from "#app/values/id.ts";
import { yuan } from "#app/values/money.ts";
import { addTo, minutes } from "#app/values/time.ts";
import { db, sqlClient } from "#db/client.server.ts";
import { one } from "#db/rows.ts";
import { bids, events, openingTurns, projectBalances, tenders } from "#db/schema/index.ts";
import { actOf, makeManager, makeOfficeActor, makeOperator } from "#db/seed/factories/accounts.ts";
import { makeSealedBid, sealFor } from "#db/seed/factories/bids.ts";
import {
  makeOpenTender,
  makeTenderInReview,
  openerPassphrase,
} from "#db/seed/factories/tenders.ts";
import { atOnce } from "#db/testing/at-once.ts";
import { acceptFewerBids } from "./accept-fewer-bids.server.ts";
import { defaultRules } from "./default-rules.ts";
import { failForTooFewBids } from "./fail.server.ts";
import { holdOpenerKeys, makeOwnOpenerKey } from "./make-opener-key.server.ts";
import { takeOpeningTurn } from "./take-opening-turn.server.ts";
import { takePlatformTurn } from "./take-platform-turn.server.ts";

/** A tender past its deadline with so many bids at ¥400,000, ¥410,000 and so on. */
async function closedTender(count: number, wish: Parameters<typeof makeOpenTender>[0] = {}) {
  const open = await makeOpenTender(wish);
  const { tender, openers } = open;
  const sealed = [];
  for (let index = 0; index < count; index += 1) {
    sealed.push(
      await makeSealedBid({ tenderId: tender.id, price: yuan(400_000 + index * 10_000) }),
    );
  }
  await closeNow(tender);
  const turn = async (by: Opener, passphrase = openerPassphrase) =>
    takeOpeningTurn(await actOf(by), { tenderId: tender.id, passphrase });
  return { ...open, sealed, tenderId: tender.id, a: openers.a, b: openers.b, turn };
}

async function closeNow({ deadline }: { deadline: Date | null }) {
  if (!deadline) throw new Error("no deadline");
  await moveClock(addTo(deadline, minutes(1)));
}

const bidsOf = (tenderId: Id<"tender">) =>
  db.select().from(bids).where(eq(bids.tenderId, tenderId)).orderBy(bids.price);
const statusOf = async (tenderId: Id<"tender">) =>
  one(await db.select().from(tenders).where(eq(tenders.id, tenderId))).status;

describe("few bids", () => {
  const consult = { tender: { method: "consult" as const } };
  const accept = async (by: Officer, tenderId: Id<"tender">) =>
    acceptFewerBids(await actOf(by), { tenderId, reason: "符合条件的机构少。" });

  test("are opened where the method takes them for a reason on record", async () => {
    const { turn, a, b, officer, tenderId } = await closedTender(2, consult);
    await expect(turn(a)).rejects.toMatchObject({ code: "opening.too_few" });
    await accept(officer, tenderId);
    expect(await turn(a)).toBe("waiting");
    expect(await turn(b)).toBe("opened");
    const on = eq(events.name, "tender.fewer_bids_accepted");
    expect(await db.select().from(events).where(on)).toMatchObject([
      { detail: { reason: "符合条件的机构少。" } },
    ]);
  });

  test("are no exception below the exception, above it, or where the method has none", async () => {
    for (const [count, wish, code] of [
      [1, consult, "opening.not_fewer"],
      [3, consult, "opening.enough"],
      [2, {}, "opening.not_fewer"],
    ] as const) {
      const { officer, tenderId } = await closedTender(count, wish);
      await expect(accept(officer, tenderId)).rejects.toMatchObject({ code });
    }
  });

  test("are not accepted before the deadline has shown how many there are", async () => {
    const { officer, tender } = await makeOpenTender(consult);
    await expect(accept(officer, tender.id)).rejects.toMatchObject({ code: "opening.too_early" });
  });
});

describe("an opening", () => {
  test("takes two openers: the second turn opens every bid with what its bidder wrote", async () => {
    const { turn, a, b, sealed, tenderId } = await closedTender(3);
    expect(await turn(a)).toBe("waiting");
    expect((await bidsOf(tenderId)).map(({ state, price }) => ({ state, price }))).toEqual(
      Array(3).fill({ state: "submitted", price: null }),
    );
    expect(await turn(b)).toBe("opened");
    const opened = await bidsOf(tenderId);
    expect(opened.map(({ state, document }) => ({ state, document }))).toEqual(
      sealed.map(({ document }) => ({ state: "opened", document })),
    );
    expect(opened.map(({ price }) => price)).toEqual([40_000_000, 41_000_000, 42_000_000]);
    expect(await statusOf(tenderId)).toBe("evaluating");
  });

  test("leaves a record with the digest of every bid", async () => {
    const { turn, a, b, sealed, tenderId } = await closedTender(3);
    await turn(b);
    await turn(a);
    const done = and(eq(events.name, "opening.done"), eq(events.byUserId, a.userId));
    const { detail } = one(await db.select().from(events).where(done));
    const digests = Object.values(detail.digests ?? {});
    expect(detail.tenderId).toBe(tenderId);
    expect(digests.toSorted()).toEqual(sealed.map(({ digest }) => digest).toSorted());
  });

  test("by one opener alone opens nothing, however often she tries", async () => {
    const { turn, a, tenderId } = await closedTender(3);
    await turn(a);
    await expect(turn(a)).rejects.toMatchObject({ code: "opening.turn_taken" });
    expect((await bidsOf(tenderId)).every(({ document }) => document === null)).toBe(true);
    expect(await statusOf(tenderId)).toBe("open");
  });

  test("leaves out what was withdrawn", async () => {
    const { tender, openers } = await makeOpenTender();
    const tenderId = tender.id;
    const { by } = await makeSealedBid({ tenderId });
    for (let more = 0; more < 3; more += 1) await makeSealedBid({ tenderId });
    await withdrawBid(await actOf(by), tenderId);
    await closeNow(tender);
    for (const opener of [openers.a, openers.b]) {
      await takeOpeningTurn(await actOf(opener), { tenderId, passphrase: openerPassphrase });
    }
    const [withdrawn] = (await bidsOf(tenderId)).filter(
      ({ organizationId }) => organizationId === by.organizationId,
    );
    expect(withdrawn).toMatchObject({ state: "withdrawn", document: null });
  });

  test("drops a bid that does not open, or holds no bid, and says why", async () => {
    const { tender, openers } = await makeOpenTender();
    const tenderId = tender.id;
    for (let good = 0; good < 3; good += 1) await makeSealedBid({ tenderId });
    const stranger = await makeManager();
    const act = await actOf(stranger);
    await submitBid(act, await sealFor(stranger, tenderId, { priceFen: -1 }));
    const other = await makeManager();
    const elsewhere = await sealFor(stranger, tenderId, {});
    await submitBid(await actOf(other), elsewhere);
    await closeNow(tender);
    for (const opener of [openers.a, openers.b]) {
      await takeOpeningTurn(await actOf(opener), { tenderId, passphrase: openerPassphrase });
    }
    const states = (await bidsOf(tenderId)).map((bid) => `${bid.state} ${bid.disqualifiedReason}`);
    expect(states.toSorted()).toEqual([
      ...Array(3).fill("opened null"),
      `unopenable ${openings.reasons.sealed_otherwise}`,
      `unopenable ${openings.reasons.no_bid}`,
    ]);
  });

  test("taken by both openers at once still has a first and a second turn", async () => {
    const { a, b, tenderId } = await closedTender(3);
    const acts = [await actOf(a), await actOf(b)];
    const { done, refused } = await atOnce(2, (index) => {
      const act = one(acts.slice(index, index + 1));
      return takeOpeningTurn(act, { tenderId, passphrase: openerPassphrase });
    });
    expect({ done: done.toSorted(), refused }).toEqual({
      done: ["opened", "waiting"],
      refused: [],
    });
  });
});

describe("an opener is refused", () => {
  test("before the deadline", async () => {
    const { tender, openers } = await makeOpenTender();
    const turn = takeOpeningTurn(await actOf(openers.a), {
      tenderId: tender.id,
      passphrase: openerPassphrase,
    });
    await expect(turn).rejects.toMatchObject({ code: "opening.too_early" });
  });

  test("with a wrong passphrase, which changes nothing", async () => {
    const { turn, a, tenderId } = await closedTender(3);
    await expect(turn(a, "这不是我的口令啊啊啊啊啊")).rejects.toMatchObject({
      code: "opening.wrong_passphrase",
    });
    expect(await db.$count(openingTurns, eq(openingTurns.tenderId, tenderId))).toBe(0);
    expect(await turn(a)).toBe("waiting");
  });

  test("after five wrong passphrases even with the right one, until a quarter of an hour has passed", async () => {
    const { turn, a, tenderId } = await closedTender(3);
    for (let wrong = 0; wrong < 5; wrong += 1) {
      await expect(turn(a, `wrong passphrase ${wrong}`)).rejects.toMatchObject({
        code: "opening.wrong_passphrase",
      });
    }
    await expect(turn(a)).rejects.toMatchObject({ code: "account.too_many_attempts" });
    const { at } = await actOf(a);
    await moveClock(addTo(at, minutes(16)));
    expect(await turn(a)).toBe("waiting");
    expect(await db.$count(openingTurns, eq(openingTurns.tenderId, tenderId))).toBe(1);
  });

  test("who is not one of the tender's two, even with a key of her own", async () => {
    const { turn, officeId } = await closedTender(3);
    const third = await makeOfficeActor("opener", officeId);
    await makeOwnOpenerKey(await actOf(third), openerPassphrase);
    await expect(turn(third)).rejects.toMatchObject({ code: "opening.no_key" });
  });

  test("who is of another office", async () => {
    const { turn } = await closedTender(3);
    const other = await makeOpenTender();
    await expect(turn(other.openers.a)).rejects.toMatchObject({ code: "not_found" });
  });

  test("when the bids are open already", async () => {
    const { turn, a, b } = await closedTender(3);
    await turn(a);
    await turn(b);
    await expect(turn(a)).rejects.toMatchObject({ code: "lifecycle.not_now" });
  });
});

describe("the platform", () => {
  test("stands in for a missing opener once the other has come", async () => {
    const { turn, a, tenderId } = await closedTender(3);
    const act = await actOf(await makeOperator());
    await expect(takePlatformTurn(act, tenderId)).rejects.toMatchObject({
      code: "opening.opener_first",
    });
    await turn(a);
    expect(await takePlatformTurn(act, tenderId)).toBe("opened");
    expect((await bidsOf(tenderId)).map(({ state }) => state)).toEqual(Array(3).fill("opened"));
  });

  test("never before the deadline", async () => {
    const { tender } = await makeOpenTender();
    const act = await actOf(await makeOperator());
    await expect(takePlatformTurn(act, tender.id)).rejects.toMatchObject({
      code: "opening.too_early",
    });
  });
});

describe("too few bids", () => {
  const reason = "截止时只有两份投标。";

  test("are not opened; an officer declares the tender failed, and the money is free again", async () => {
    const { turn, a, officer, tenderId, project } = await closedTender(2);
    await expect(turn(a)).rejects.toMatchObject({ code: "opening.too_few" });
    await failForTooFewBids(await actOf(officer), { tenderId, reason });
    expect(await statusOf(tenderId)).toBe("failed");
    expect((await bidsOf(tenderId)).every(({ document }) => document === null)).toBe(true);
    const reserved = and(
      eq(projectBalances.projectId, project.id),
      eq(projectBalances.account, "reserved"),
    );
    expect(await db.select().from(projectBalances).where(reserved)).toMatchObject([{ amount: 0 }]);
  });

  test("is not said of a tender with bids enough, nor before its deadline", async () => {
    const enough = await closedTender(3);
    await expect(
      failForTooFewBids(await actOf(enough.officer), { tenderId: enough.tenderId, reason }),
    ).rejects.toMatchObject({ code: "opening.enough" });
    const { tender, officer } = await makeOpenTender();
    await expect(
      failForTooFewBids(await actOf(officer), { tenderId: tender.id, reason }),
    ).rejects.toMatchObject({ code: "opening.too_early" });
  });
});

describe("an opener's key", () => {
  test("is replaced while nothing waits for it, and not afterwards", async () => {
    const opener = await makeOfficeActor("opener");
    await makeOwnOpenerKey(await actOf(opener), "第一个口令有十二个字长");
    await makeOwnOpenerKey(await actOf(opener), "第二个口令也有十二个字长");
    const { openers } = await makeOpenTender();
    await expect(
      makeOwnOpenerKey(await actOf(openers.b), "第三个口令也有十二个字长"),
    ).rejects.toMatchObject({ code: "opening.key_in_use" });
  });

  test("is not replaced under a tender that is being published with it", async () => {
    const { tender, openers, approver } = await makeTenderInReview();
    const rules = defaultRules.community.open_scored;
    const act = await actOf(openers.a);
    const { outcome } = await db.transaction(async (tx) => {
      await holdOpenerKeys(tx, tender);
      const replacing = makeOwnOpenerKey(act, "换一个也有十二个字的口令").catch((error) => error);
      await somebodyWaitsForKey();
      await tx
        .update(tenders)
        .set({ status: "open", publishedAt: act.at, approverId: approver.userId, rules })
        .where(eq(tenders.id, tender.id));
      return { outcome: replacing };
    });
    expect(await outcome).toMatchObject({ code: "opening.key_in_use" });
  });
});

/** Who waits for a row's lock holds the lock on its tuple meanwhile. */
async function somebodyWaitsForKey(): Promise<void> {
  const waiting = await sqlClient`
    select from pg_locks where locktype = 'tuple' and relation = 'opener_keys'::regclass
      and database = (select oid from pg_database where datname = current_database())`;
  if (waiting.length === 0) await somebodyWaitsForKey();
}
