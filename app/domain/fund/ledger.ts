import { type Fen, fen } from "#app/values/money.ts";

export const fundAccounts = [
  "appropriation",
  "available",
  "reserved",
  "committed",
  "payable",
  "paid",
  "surplus",
] as const;
export type FundAccount = (typeof fundAccounts)[number];

export const fundEventKinds = [
  "allocate",
  "publish",
  "sign",
  "accept",
  "deduct",
  "pay",
  "terminate",
  "close",
  "release",
  "amend_up",
  "amend_down",
  "ceiling_up",
  "ceiling_down",
  "claw_back",
  "year_end",
  "allocate_task",
  "transfer",
  "carry_over",
  "reverse",
] as const;
export type FundEventKind = (typeof fundEventKinds)[number];

/** What passes from one fund to another: to or from a community's part, or on to the next year. */
export type PassingKind = "transfer" | "carry_over";
/** What moves money within one fund. */
export type MoveKind = Exclude<FundEventKind, PassingKind | "reverse">;

/** From which account (credit) to which (debit) each event moves its amount, and where a saving goes instead. */
export const fundEvents = {
  allocate: { credit: "appropriation", debit: "available" },
  allocate_task: { credit: "appropriation", debit: "available" },
  publish: { credit: "available", debit: "reserved" },
  sign: { credit: "reserved", debit: "committed", saving: "available" },
  accept: { credit: "committed", debit: "payable" },
  deduct: { credit: "committed", debit: "available" },
  pay: { credit: "payable", debit: "paid" },
  terminate: { credit: "committed", debit: "available" },
  close: { credit: "committed", debit: "available" },
  release: { credit: "reserved", debit: "available" },
  amend_up: { credit: "available", debit: "committed" },
  amend_down: { credit: "committed", debit: "available" },
  ceiling_up: { credit: "available", debit: "reserved" },
  ceiling_down: { credit: "reserved", debit: "available" },
  claw_back: { credit: "paid", debit: "available" },
  year_end: { credit: "available", debit: "surplus" },
} as const satisfies Record<MoveKind, FundMove>;

/** What may be put back by a reversal: a claim on the office's money that was written down wrongly. */
export const reversibleKinds = ["allocate", "allocate_task", "transfer", "claw_back"] as const;

/** What a closed fund refuses: new money and new projects. What was bought from it is still accepted, paid and given back. */
const refusedWhenClosed: readonly FundEventKind[] = [
  "allocate",
  "allocate_task",
  "publish",
  "ceiling_up",
  "transfer",
  "reverse",
];

/** `saving` is what signing below the ceiling gives back: ceiling − value. */
export type FundAmounts = { amount: Fen; saving?: Fen };

/** Debit positive, credit negative. */
export type Posting = { account: FundAccount; amount: Fen };

/** What each account holds; only appropriation is below zero, by all that was given and not passed on to another fund. */
export type Balances = Readonly<Record<FundAccount, Fen>>;

type FundMove = { credit: FundAccount; debit: FundAccount; saving?: FundAccount };

export const emptyFund: Balances = {
  appropriation: fen(0),
  available: fen(0),
  reserved: fen(0),
  committed: fen(0),
  payable: fen(0),
  paid: fen(0),
  surplus: fen(0),
};

export const isReversible = (kind: FundEventKind): boolean =>
  reversibleKinds.some((one) => one === kind);

/** Whether a closed fund takes the event; one that is open takes them all. */
export const takesWhenClosed = (kind: FundEventKind): boolean => !refusedWhenClosed.includes(kind);

/** The postings of an event, which sum to zero; refuses an amount that is not positive and a saving where there is none. */
export function postingsFor(kind: MoveKind, { amount, saving = fen(0) }: FundAmounts): Posting[] {
  const move: FundMove = fundEvents[kind];
  if (amount <= 0 || saving < 0) throw new RangeError(`${amount} fen cannot be moved`);
  if (saving > 0 && !move.saving) throw new RangeError(`${kind} saves nothing`);
  const credit = { account: move.credit, amount: fen(-(amount + saving)) };
  const debit = { account: move.debit, amount };
  return move.saving && saving > 0
    ? [debit, { account: move.saving, amount: saving }, credit]
    : [debit, credit];
}

/** The postings of money that passes between two funds: one had it given, the other has now; each fund sums to zero by itself. */
export function passingPostings(amount: Fen): { from: Posting[]; to: Posting[] } {
  const to = postingsFor("allocate", { amount });
  return { from: reversed(to), to };
}

/** The postings that undo those. */
export const reversed = (postings: readonly Posting[]): Posting[] =>
  postings.map(({ account, amount }) => ({ account, amount: fen(-amount) }));

/** The balances after the postings; refuses postings that do not sum to zero or put an account but appropriation below it. */
export function applyPostings(balances: Balances, postings: readonly Posting[]): Balances {
  const after = { ...balances };
  let sum = 0n;
  for (const { account, amount } of postings) {
    after[account] = fen(after[account] + amount);
    sum += BigInt(amount);
  }
  if (sum !== 0n) throw new RangeError(`the postings sum to ${sum} fen, not to zero`);
  const short = fundAccounts.find((account) => account !== "appropriation" && after[account] < 0);
  if (short) throw new RangeError(`${short} would be ${after[short]} fen`);
  return after;
}
