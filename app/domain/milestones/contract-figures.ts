import type { Fen } from "#app/values/money.ts";
import type { RatingSummary } from "../reviews/statistics.ts";
import type { MilestoneCalculation } from "./calculation.ts";

/** A milestone that was accepted, and perhaps paid, with why it pays what it pays. */
export type ContractPayment = {
  id: string;
  name: string;
  acceptedAt: Date | null;
  paidAt: Date | null;
  pay: Fen | null;
  calculation: MilestoneCalculation | null;
  paymentReference: string | null;
  /** What of it has come back since. */
  returned: Fen;
};

/** Days from acceptance to payment: the median of `n` payments, null where there are none. */
export type TimeToPay = { n: number; median: number | null };

/** What a contract bought, delivered and paid, and how satisfied the residents served are. */
export type ContractFigures = {
  value: Fen;
  booked: number;
  delivered: number;
  paid: Fen;
  ratings: RatingSummary;
  payments: ContractPayment[];
  /** Of the contract's office, in the last year. */
  timeToPay: TimeToPay;
};
