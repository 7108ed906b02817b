import type { nextRank as source } from "../zh/next-rank.ts";

export const nextRank: typeof source = {
  title: "The winner does not sign: the next moves up",
  winner: (name) => `The winner now: ${name}.`,
  next: (name) => `Moves up: ${name}, after a standstill of its own.`,
  nobody: "Nobody is left to move up. The tender will fail and its money is released.",
  code: "What happened",
  reason: "Why",
  reasonHint: "It is published. Such as: it declined by letter, with the letter’s date.",
  submit: "Withdraw the award and show the next",
  fail: "Withdraw the award and let the tender fail",
  link: "The winner does not sign?",
  rerun: {
    title: "Try it again",
    effect:
      "A new draft with the same need, criteria and draft contract. Set a new deadline and submit it for review.",
    barred: (names) => `Who won and did not sign cannot bid again: ${names}.`,
    submit: "Make the draft",
    link: "Try it again",
  },
};
