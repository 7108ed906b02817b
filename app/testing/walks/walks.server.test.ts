import fc from "fast-check";
import { expect, test } from "vitest";
import { databaseNow } from "#app/domain/clock.server.ts";
import { Refusal } from "#app/domain/refusal.ts";
import { withOwner } from "#db/testing/owner.ts";
import { nextStep } from "./advance.ts";
import { passOver, publicise, recommend, report, score, tick } from "./award-steps.ts";
import {
  amendFile,
  bid,
  cancel,
  confirm,
  failForTooFew,
  publish,
  turn,
  wait,
  waitForDeadline,
  withdraw,
} from "./bidding-steps.ts";
import { challenge, decide, letBe, resume, suspend } from "./challenge-steps.ts";
import { expectSame } from "./compare.ts";
import { accept, amend, claim, deliver, pay, sign } from "./contract-steps.ts";
import { isLongOver, isOver, type PlainTender, plainTender } from "./plain-tender.ts";
import { makeCast, makeRealTender, type RealTender } from "./real-tender.ts";
import type { Step } from "./steps.ts";

const WALKS = 300;
const STEPS = 60;

type Command = fc.AsyncCommand<PlainTender, RealTender>;

/** A step as fast-check takes it; which one may depend on where the walk is. */
function command(choose: (plain: PlainTender) => Step, name: string): Command {
  return {
    check: (plain) => !isLongOver(plain) && (choose(plain).when?.(plain) ?? true),
    run: async (plain, real) => {
      const step = choose(plain);
      const expected = step.expected(plain);
      expect(await outcomeOf(step.attempt(real, plain)), step.name).toBe(expected);
      if (expected === "done") await step.done(plain, real);
      plain.stepsSinceEnd += isOver(plain) ? 1 : 0;
      await expectSame(plain, real);
    },
    toString: () => name,
  };
}

async function outcomeOf(attempt: Promise<unknown>) {
  try {
    await attempt;
    return "done";
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
}

const fixed = (step: Step) => fc.constant(command(() => step, step.name));
const onward = fc.constant(command(nextStep, "go on"));
const bidder = fc.nat({ max: 4 });
const of = <Value>(values: fc.Arbitrary<Value>, make: (value: Value) => Step) =>
  values.map((value) => make(value)).map((step) => command(() => step, step.name));

const anything = [
  ...Array.from({ length: 24 }, () => onward),
  of(bidder, bid),
  of(bidder, bid),
  of(bidder, withdraw),
  of(bidder, confirm),
  of(fc.constantFrom("a", "b", "platform"), turn),
  of(fc.constantFrom(7, 25), wait),
  of(fc.constantFrom(1, 0), waitForDeadline),
  of(fc.nat({ max: 2 }), score),
  of(fc.constantFrom(1, 2, 5), recommend),
  of(fc.constantFrom("office", "organization"), sign),
  of(bidder, challenge),
  of(bidder, challenge),
  of(fc.boolean(), decide),
  of(fc.constantFrom(2_000_000, 3_000_000, -1_500_000), amend),
  ...[publish, amendFile, report, publicise, tick, passOver, failForTooFew].map(fixed),
  ...[suspend, resume, letBe].map(fixed),
  of(fc.nat({ max: 5 }), (dice) => (dice === 0 ? cancel : tick)),
  ...[deliver, claim, accept, pay].map(fixed),
];

test(
  "whatever is tried on a purchase, in whatever order, it is what a plain model says, and nobody sees too early",
  { timeout: 1_200_000 },
  () =>
    withOwner(async (owner) => {
      const start = await databaseNow();
      const cast = await makeCast();
      const begin = async () => ({
        model: plainTender(),
        real: await makeRealTender(cast, owner, start),
      });
      const walk = fc.commands(anything, { maxCommands: STEPS, size: "max" });
      const property = fc.asyncProperty(walk, (steps) => fc.asyncModelRun(begin, steps));
      await fc.assert(property, { numRuns: WALKS, endOnFailure: true });
    }),
);
