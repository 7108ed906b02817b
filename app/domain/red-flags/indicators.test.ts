import { describe, expect, test } from "vitest";
import { type Id, newId } from "#app/values/id.ts";
import { yuan } from "#app/values/money.ts";
import { addTo, days } from "#app/values/time.ts";
import { findFlags } from "./indicators.ts";
import { defaultBounds, type FlaggedBid, type Purchase, type RedFlag } from "./red-flag.ts";

const publishedAt = new Date("2026-03-02T01:00:00Z");
const ours = newId<"organization">();

const bidOf = (wish: Partial<FlaggedBid> = {}): FlaggedBid => ({
  organizationId: newId(),
  organization: "康乐养老服务社",
  price: yuan(90_000),
  disqualified: false,
  winner: false,
  ...wish,
});

const winnerAt = (price: number, organizationId: Id<"organization"> = ours) =>
  bidOf({ organizationId, organization: "阳光服务中心", price: yuan(price), winner: true });

function purchase(wish: Partial<Purchase> = {}): Purchase {
  return {
    tenderId: newId(),
    title: "助餐",
    method: "open_scored",
    publishedAt,
    deadline: addTo(publishedAt, days(10)),
    ceiling: yuan(100_000),
    serviceType: "meals",
    rules: { openDays: 7, minimumBids: 3 },
    limit: null,
    leftAtAmendment: null,
    bids: [winnerAt(90_000), bidOf(), bidOf()],
    ...wish,
  };
}

function found(flag: RedFlag, ...purchases: Purchase[]) {
  const finding = findFlags(purchases, defaultBounds).find((one) => one.flag === flag);
  if (!finding) throw new Error(`${flag} was not looked for`);
  return finding;
}
const count = (flag: RedFlag, ...purchases: Purchase[]) =>
  found(flag, ...purchases).sightings.length;

test("an amendment is late with less than three days left, not with three", () => {
  const amended = (leftAtAmendment: number) => purchase({ leftAtAmendment });
  expect(count("late_amendment", amended(days(3)), purchase())).toBe(0);
  expect(found("late_amendment", amended(days(3) - 1), purchase())).toMatchObject({
    examined: 2,
    sightings: [{ measured: days(3) - 1, against: days(3) }],
  });
});

describe("a single bid", () => {
  test("is one, not two", () => {
    const one = purchase({ bids: [winnerAt(90_000)] });
    expect(found("single_bid", one).sightings).toMatchObject([
      { tenders: [{ tenderId: one.tenderId }], measured: 1, against: 3 },
    ]);
    expect(count("single_bid", purchase({ bids: [winnerAt(90_000), bidOf()] }))).toBe(0);
  });

  test("is no surprise where one organization is asked, and not known before the opening", () => {
    const direct = purchase({ method: "direct", bids: [winnerAt(90_000)] });
    expect(found("single_bid", direct, purchase({ bids: null }))).toMatchObject({
      examined: 0,
      sightings: [],
    });
  });
});

test("a period is short below the bound, not at it", () => {
  const after = (ms: number) => purchase({ deadline: addTo(publishedAt, ms) });
  expect(count("short_period", after(days(8)))).toBe(0);
  expect(count("short_period", after(days(8) - 1))).toBe(1);
});

describe("all other bids dropped", () => {
  const dropped = () => bidOf({ disqualified: true });
  test("are at least two, and all of them", () => {
    const two = purchase({ bids: [winnerAt(90_000), dropped(), dropped()] });
    expect(found("others_dropped", two).sightings).toMatchObject([
      { organizations: ["阳光服务中心"], measured: 2, against: 3 },
    ]);
    expect(count("others_dropped", purchase({ bids: [winnerAt(90_000), dropped()] }))).toBe(0);
    const left = [winnerAt(90_000), dropped(), dropped(), bidOf()];
    expect(count("others_dropped", purchase({ bids: left }))).toBe(0);
  });
});

test("a discount is heavy at the bound, not a fen above that price", () => {
  const at = (price: number) => purchase({ bids: [winnerAt(price)] });
  expect(count("heavy_discount", at(70_000))).toBe(1);
  expect(count("heavy_discount", at(70_000.01))).toBe(0);
});

test("a price is close to the ceiling at the bound, not a fen below", () => {
  const at = (price: number) => purchase({ bids: [winnerAt(price)] });
  expect(count("near_ceiling", at(98_000))).toBe(1);
  expect(count("near_ceiling", at(97_999.99))).toBe(0);
});

describe("split purchases", () => {
  const closed = (value: number, wish: Partial<Purchase> = {}) =>
    purchase({ method: "lowest_price", ceiling: yuan(value), limit: yuan(400_000), ...wish });

  test("are below the limit each and at it together, not a fen less", () => {
    expect(found("split", closed(200_000), closed(200_000)).sightings).toMatchObject([
      { measured: yuan(400_000), against: yuan(400_000) },
    ]);
    expect(count("split", closed(200_000), closed(199_999.99))).toBe(0);
  });

  test("are of one kind and year, and not open to all", () => {
    expect(count("split", closed(300_000), closed(300_000, { serviceType: "repair" }))).toBe(0);
    const nextYear = new Date("2027-01-04T01:00:00Z");
    expect(count("split", closed(300_000), closed(300_000, { publishedAt: nextYear }))).toBe(0);
    expect(count("split", closed(300_000), closed(300_000, { method: "open_scored" }))).toBe(0);
  });

  test("do not count one that is above the limit by itself", () => {
    expect(count("split", closed(400_000), closed(300_000))).toBe(0);
  });
});

describe("a repeated winner", () => {
  const wonBy = (id: Id<"organization">) => purchase({ bids: [winnerAt(90_000, id)] });
  const times = (n: number, id: () => Id<"organization">) =>
    Array.from({ length: n }, () => wonBy(id()));

  test("has three awards, not two", () => {
    expect(found("repeated_winner", ...times(3, () => ours)).sightings).toMatchObject([
      { organizations: ["阳光服务中心"], measured: 3, against: 3 },
    ]);
    expect(count("repeated_winner", ...times(2, () => ours))).toBe(0);
  });

  test("has half of all awards, not less", () => {
    const own = times(3, () => ours);
    const others = (n: number) => times(n, () => newId<"organization">());
    expect(count("repeated_winner", ...own, ...others(3))).toBe(1);
    expect(count("repeated_winner", ...own, ...others(4))).toBe(0);
  });
});

test("nobody has won before the result is public", () => {
  const secret = purchase({ bids: [bidOf({ price: yuan(99_000) }), bidOf()] });
  for (const flag of ["near_ceiling", "others_dropped", "repeated_winner"] as const) {
    expect(found(flag, secret)).toMatchObject({ examined: 0, sightings: [] });
  }
});
