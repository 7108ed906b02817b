import { readAmount } from "#app/domain/projects/list-cells.ts";
import type { Fen } from "#app/values/money.ts";
import type { PaymentOrderState } from "./payment-order.ts";

/** A row of the bank's answer, as its cells stand in the file; `line` is where. */
export type BankRow = {
  line: number;
  serial: string;
  amount: string;
  outcome: string;
  reason: string;
  reference: string;
};

export const bankRowProblems = [
  "unknown_serial",
  "wrong_amount",
  "unknown_outcome",
  "told_twice",
  "answered_otherwise",
  "withdrawn",
  "own_acceptance",
] as const;
export type BankRowProblem = (typeof bankRowProblems)[number];

/** What the file's headings may be called. */
const headings = {
  serial: ["唯一流水号", "流水号", "商户流水号", "业务流水号", "serial"],
  amount: ["金额（元）", "金额(元)", "金额", "交易金额", "amount"],
  outcome: ["处理结果", "结果", "交易状态", "处理状态", "状态", "result"],
  reason: ["失败原因", "原因", "错误信息", "处理信息", "reason"],
  reference: ["银行流水号", "凭证号", "交易流水号", "银行凭证号", "reference"],
} as const;

const needed = ["serial", "amount", "outcome"] as const;
const paidWords = ["成功", "已付", "付款成功", "交易成功", "success", "paid"];
const failedWords = ["失败", "付款失败", "交易失败", "退票", "failed"];
const HEADING_ROWS = 10;

/** The rows below the headings; undefined where no row has the three headings that are needed. */
export function readBankRows(cells: readonly (readonly string[])[]): BankRow[] | undefined {
  const at = cells.slice(0, HEADING_ROWS).findIndex((row) => headed(row));
  const columns = headed(cells[at] ?? []);
  if (!columns) return undefined;
  const cell = (row: readonly string[], column: keyof typeof headings) =>
    (row[columns[column]] ?? "").trim();
  return cells
    .slice(at + 1)
    .map((row, index) => ({
      line: at + index + 2,
      serial: cell(row, "serial"),
      amount: cell(row, "amount"),
      outcome: cell(row, "outcome"),
      reason: cell(row, "reason").slice(0, 200),
      reference: cell(row, "reference").slice(0, 60),
    }))
    .filter(({ serial, amount, outcome }) => serial || amount || outcome);
}

/** What the bank says became of an order; undefined where it says neither. */
export function outcomeOf({ outcome }: Pick<BankRow, "outcome">): "paid" | "failed" | undefined {
  const said = outcome.toLowerCase();
  if (paidWords.includes(said)) return "paid";
  return failedWords.includes(said) ? "failed" : undefined;
}

type KnownOrder = {
  serial: string;
  amount: Fen;
  state: PaymentOrderState;
  acceptedBy: string | null;
};

/** Each row with its order and what is wrong with it; an answer that is on record already is right and changes nothing. */
export function checkBankRows<Order extends KnownOrder>(
  rows: readonly BankRow[],
  orders: readonly Order[],
  /** Who would pay: not who accepted. */
  payer: string,
) {
  const known = new Map(orders.map((order) => [order.serial, order]));
  return rows.map((row) => {
    const order = known.get(row.serial);
    const twice = rows.some((other) => other !== row && other.serial === row.serial);
    return { row, order, problem: twice ? "told_twice" : problemOf(row, order, payer) } as const;
  });
}

function problemOf(
  row: BankRow,
  order: KnownOrder | undefined,
  payer: string,
): BankRowProblem | undefined {
  if (!order) return "unknown_serial";
  if (readAmount(row.amount, "yuan") !== order.amount) return "wrong_amount";
  const outcome = outcomeOf(row);
  if (!outcome) return "unknown_outcome";
  if (order.state === "withdrawn") return "withdrawn";
  if (order.state !== "sent") return order.state === outcome ? undefined : "answered_otherwise";
  return outcome === "paid" && order.acceptedBy === payer ? "own_acceptance" : undefined;
}

function headed(row: readonly string[]): Record<keyof typeof headings, number> | undefined {
  const names = row.map((cell) => cell.trim().toLowerCase());
  const column = (wanted: readonly string[]) => names.findIndex((name) => wanted.includes(name));
  const found = {
    serial: column(headings.serial),
    amount: column(headings.amount),
    outcome: column(headings.outcome),
    reason: column(headings.reason),
    reference: column(headings.reference),
  };
  return needed.every((name) => found[name] >= 0) ? found : undefined;
}
