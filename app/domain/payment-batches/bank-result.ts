/** A row of the bank's answer, as its cells stand in the file; `line` is where. */
export type BankRow = {
  line: number;
  serial: string;
  amount: string;
  outcome: string;
  reason: string;
  reference: string;
};
