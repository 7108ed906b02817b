import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fen } from "#app/values/money.ts";
import {
  applyPostings,
  type Balances,
  emptyFund,
  type FundAmounts,
  type FundEventKind,
  fundAccounts,
  fundEventKinds,
  postingsFor,
} from "./ledger.ts";

type Event = [FundEventKind, FundAmounts];

const amount = (yuan: number): FundAmounts => ({ amount: fen(yuan * 100) });
const fundAfter = (...events: Event[]): Balances =>
  events.reduce(
    (balances, [kind, amounts]) => applyPostings(balances, postingsFor(kind, amounts)),
    emptyFund,
  );

describe("the fund", () => {
  test("follows the money from the budget to the bank", () => {
    const signed: Event = ["sign", { amount: fen(90_00), saving: fen(10_00) }];
    const paid = fundAfter(
      ["allocate", amount(500)],
      ["publish", amount(100)],
      signed,
      ["accept", amount(60)],
      ["deduct", amount(30)],
      ["pay", amount(60)],
    );
    expect(paid).toEqual({
      ...emptyFund,
      appropriation: -500_00,
      available: 440_00,
      paid: 60_00,
    });
  });

  test("gets back what a failed tender had reserved", () => {
    expect(
      fundAfter(["allocate", amount(500)], ["publish", amount(100)], ["release", amount(100)]),
    ).toEqual(fundAfter(["allocate", amount(500)]));
  });

  test("cannot reserve more than is available, nor pay what was not accepted", () => {
    expect(() => fundAfter(["allocate", amount(99)], ["publish", amount(100)])).toThrow(
      /available/,
    );
    expect(() =>
      fundAfter(
        ["allocate", amount(99)],
        ["publish", amount(99)],
        ["sign", amount(99)],
        ["pay", amount(1)],
      ),
    ).toThrow(/payable/);
  });

  test("sets aside what is left at the end of the year", () => {
    expect(fundAfter(["allocate", amount(5)], ["year_end", amount(5)]).surplus).toBe(500);
  });
});

describe("the postings of an event", () => {
  test("of signing give the saving back", () => {
    expect(postingsFor("sign", { amount: fen(90), saving: fen(10) })).toEqual([
      { account: "committed", amount: 90 },
      { account: "available", amount: 10 },
      { account: "reserved", amount: -100 },
    ]);
  });

  test("leave out a saving of nothing", () => {
    expect(postingsFor("sign", { amount: fen(100), saving: fen(0) })).toEqual([
      { account: "committed", amount: 100 },
      { account: "reserved", amount: -100 },
    ]);
  });

  test("are refused for nothing, and for a saving where nothing is saved", () => {
    expect(() => postingsFor("pay", { amount: fen(0) })).toThrow(RangeError);
    expect(() => postingsFor("pay", { amount: fen(-1) })).toThrow(RangeError);
    expect(() => postingsFor("pay", { amount: fen(1), saving: fen(1) })).toThrow(RangeError);
    expect(() => postingsFor("sign", { amount: fen(1), saving: fen(-1) })).toThrow(RangeError);
  });

  test("are refused unless they sum to zero", () => {
    expect(() => applyPostings(emptyFund, [{ account: "available", amount: fen(1) }])).toThrow(
      /sum to 1 fen/,
    );
  });
});

test("whatever happens, money neither appears nor vanishes, and paid ≤ accepted ≤ committed ≤ value", () => {
  const kinds = fc.constantFrom<FundEventKind>(...fundEventKinds);
  const size = fc.integer({ min: 1, max: 40 }).map(fen);
  const events = fc.array(fc.tuple(kinds, size, fc.nat({ max: 10 }).map(fen)), { maxLength: 60 });
  fc.assert(
    fc.property(events, (attempts) => {
      let balances = emptyFund;
      const moved: Partial<Record<FundEventKind, number>> = {};
      const total = (kind: FundEventKind) => moved[kind] ?? 0;
      for (const [kind, size, saving] of attempts) {
        const amounts = kind === "sign" ? { amount: size, saving } : { amount: size };
        const next = tried(balances, kind, amounts);
        if (!next) continue;
        balances = next;
        moved[kind] = total(kind) + size;

        expect(fundAccounts.reduce((sum, account) => sum + balances[account], 0)).toBe(0);
        for (const account of fundAccounts) {
          if (account !== "appropriation") expect(balances[account]).toBeGreaterThanOrEqual(0);
        }
        const value = total("sign") + total("amend_up") - total("amend_down");
        const committed = value - total("deduct");
        const accepted = total("accept");
        const paid = total("pay") - total("claw_back");
        expect(paid).toBeLessThanOrEqual(accepted);
        expect(accepted).toBeLessThanOrEqual(committed);
        expect(committed).toBeLessThanOrEqual(value);
        expect([balances.committed, balances.payable, balances.paid]).toEqual([
          committed - accepted,
          accepted - total("pay"),
          paid,
        ]);
      }
    }),
    { numRuns: 300 },
  );
});

function tried(
  balances: Balances,
  kind: FundEventKind,
  amounts: FundAmounts,
): Balances | undefined {
  try {
    return applyPostings(balances, postingsFor(kind, amounts));
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}
