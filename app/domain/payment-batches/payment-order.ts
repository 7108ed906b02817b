import type { Lifecycle } from "#app/domain/lifecycle.ts";

export const paymentOrderStates = ["sent", "paid", "failed", "withdrawn"] as const;
export type PaymentOrderState = (typeof paymentOrderStates)[number];

/** An order waits for the bank's answer; one that failed or was withdrawn leaves its milestone to a later batch. */
export const paymentOrderLifecycle = {
  sent: { pay: "paid", fail: "failed", withdraw: "withdrawn" },
  paid: {},
  failed: {},
  withdrawn: {},
} as const satisfies Lifecycle<PaymentOrderState>;

/** The most orders of a batch: what banks take in one file. */
export const MOST_ORDERS = 500;

/** Stands on the order, in the bank's file and in its answer: unique in the office. */
export const serialOf = (batchNumber: string, position: number): string =>
  `PL${batchNumber.replace("-", "")}${String(position).padStart(3, "0")}`;
