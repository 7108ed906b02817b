/** The seven steps from a need to a payment, in the order in which money becomes help. */
export const loopSteps = [
  "need",
  "open",
  "scored",
  "signed",
  "booked",
  "delivered",
  "paid",
] as const;

export type LoopStep = (typeof loopSteps)[number];
