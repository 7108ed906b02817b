import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fen } from "#app/values/money.ts";
import {
  applyPostings,
  type Balances,
  emptyFund,
  type FundAmounts,
  fundAccounts,
  fundEvents,
  isReversible,
  type MoveKind,
  type Posting,
  passingPostings,
  postingsFor,
  reversed,
  takesWhenClosed,
} from "./ledger.ts";

type Event = [MoveKind, FundAmounts];
const moveKinds = Object.keys(fundEvents) as MoveKind[];

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
  const kinds = fc.constantFrom(...moveKinds);
  const size = fc.integer({ min: 1, max: 40 }).map(fen);
  const events = fc.array(fc.tuple(kinds, size, fc.nat({ max: 10 }).map(fen)), { maxLength: 60 });
  fc.assert(
    fc.property(events, (attempts) => {
      let balances = emptyFund;
      const moved: Partial<Record<MoveKind, number>> = {};
      const total = (kind: MoveKind) => moved[kind] ?? 0;
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
        const committed = value - total("deduct") - total("terminate") - total("close");
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

describe("money that passes between two funds", () => {
  test("leaves both balanced, and the office with as much as before", () => {
    const parent = fundAfter(["allocate", amount(500)]);
    const { from, to } = passingPostings(fen(120_00));
    expect(applyPostings(parent, from)).toEqual(fundAfter(["allocate", amount(380)]));
    expect(applyPostings(emptyFund, to)).toEqual(fundAfter(["allocate", amount(120)]));
  });

  test("is refused beyond what is available", () => {
    const { from } = passingPostings(fen(501_00));
    expect(() => applyPostings(fundAfter(["allocate", amount(500)]), from)).toThrow(/available/);
  });
});

test("a reversal leaves the fund as if nothing had been written, and is refused once the money is used", () => {
  const allocation = postingsFor("allocate_task", amount(80));
  const before = fundAfter(["allocate", amount(500)]);
  expect(applyPostings(applyPostings(before, allocation), reversed(allocation))).toEqual(before);
  const used = fundAfter(["allocate_task", amount(80)], ["publish", amount(1)]);
  expect(() => applyPostings(used, reversed(allocation))).toThrow(/available/);
});

test("a closed fund takes no new money and no new project, and goes on with what was bought", () => {
  const refused = [...moveKinds, "transfer", "carry_over", "reverse"] as const;
  expect(refused.filter((kind) => !takesWhenClosed(kind))).toEqual([
    "allocate",
    "allocate_task",
    "publish",
    "ceiling_up",
    "transfer",
    "reverse",
  ]);
});

test("whatever passes between two funds and is reversed, each stays balanced and only what was allocated is there", () => {
  const index = fc.integer({ min: 0, max: 1 });
  const size = fc.integer({ min: 1, max: 40 }).map(fen);
  const step = fc.oneof(
    fc.record({ what: fc.constant("move"), kind: fc.constantFrom(...moveKinds), in: index, size }),
    fc.record({ what: fc.constant("pass"), in: index, size }),
    fc.record({ what: fc.constant("reverse"), nth: fc.nat({ max: 20 }) }),
  );
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
      let funds: Pair = [emptyFund, emptyFund];
      let given = 0;
      const written: { lines: PairLines; given: number; reversed?: boolean }[] = [];
      const attempt = (lines: PairLines, more: number) => {
        const next = bothAfter(funds, lines);
        if (!next) return false;
        funds = next;
        given += more;
        return true;
      };
      for (const step of steps) {
        if (step.what === "reverse" && "nth" in step) {
          const original = written[step.nth];
          if (!original || original.reversed) continue;
          const [first, second] = original.lines;
          original.reversed = attempt([reversed(first), reversed(second)], -original.given);
        } else if ("kind" in step) {
          const more = fundEvents[step.kind].credit === "appropriation" ? step.size : 0;
          const own = postingsFor(step.kind, { amount: step.size });
          const lines: PairLines = step.in === 0 ? [own, []] : [[], own];
          const done = attempt(lines, more);
          if (done && isReversible(step.kind)) written.push({ lines, given: more });
        } else if ("in" in step) {
          const { from, to } = passingPostings(step.size);
          const lines: PairLines = step.in === 0 ? [from, to] : [to, from];
          if (attempt(lines, 0)) written.push({ lines, given: 0 });
        }
        expect(funds[0].appropriation + funds[1].appropriation).toBe(0 - given);
        for (const balances of funds) {
          expect(fundAccounts.reduce((sum, account) => sum + balances[account], 0)).toBe(0);
          expect(balances.appropriation).toBeLessThanOrEqual(0);
          for (const account of fundAccounts) {
            if (account !== "appropriation") expect(balances[account]).toBeGreaterThanOrEqual(0);
          }
        }
      }
    }),
    { numRuns: 300 },
  );
});

type Pair = [Balances, Balances];
type PairLines = [Posting[], Posting[]];

function bothAfter([first, second]: Pair, [inFirst, inSecond]: PairLines): Pair | undefined {
  const next = [after(first, inFirst), after(second, inSecond)] as const;
  return next[0] && next[1] ? [next[0], next[1]] : undefined;
}

function tried(balances: Balances, kind: MoveKind, amounts: FundAmounts): Balances | undefined {
  return after(balances, postingsFor(kind, amounts));
}

/** The balances after the postings, or nothing where the fund refuses them. */
function after(balances: Balances, postings: readonly Posting[]): Balances | undefined {
  try {
    return applyPostings(balances, postings);
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}
