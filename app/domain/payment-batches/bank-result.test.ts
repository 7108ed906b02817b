import { describe, expect, test } from "vitest";
import { fen, yuan } from "#app/values/money.ts";
import { checkBankRows, readBankRows } from "./bank-result.ts";

const headings = ["序号", "唯一流水号", "金额（元）", "处理结果", "失败原因", "银行流水号"];
const orders = [
  { serial: "PL20260001001", amount: yuan(108), state: "sent", acceptedBy: "officer" },
  { serial: "PL20260001002", amount: fen(1_234_56), state: "sent", acceptedBy: "officer" },
  { serial: "PL20260001003", amount: yuan(5), state: "failed", acceptedBy: "officer" },
] as const;

const problems = (rows: string[][], payer = "finance", known = orders) =>
  checkBankRows(readBankRows([headings, ...rows]) ?? [], [...known], payer).map(
    ({ problem }) => problem,
  );

describe("a bank's answer", () => {
  test("is read below its headings, wherever they stand, with the line it stands on", () => {
    const cells = [
      ["回盘文件"],
      [],
      headings,
      ["1", "PL1", "108.00", "成功", "", "GH01"],
      ["", ""],
    ];
    expect(readBankRows(cells)).toEqual([
      { line: 4, serial: "PL1", amount: "108.00", outcome: "成功", reason: "", reference: "GH01" },
    ]);
    expect(readBankRows([["流水号", "金额"]])).toBeUndefined();
  });

  test("fits where serial, amount and outcome do", () => {
    expect(
      problems([
        ["1", "PL20260001001", "108.00", "成功"],
        ["2", "PL20260001002", "1,234.56", "失败", "账号不存在"],
      ]),
    ).toEqual([undefined, undefined]);
  });

  test("is told row by row what does not fit", () => {
    expect(
      problems([
        ["1", "PL99", "108.00", "成功"],
        ["2", "PL20260001001", "108.01", "成功"],
        ["3", "PL20260001002", "1234.56", "处理中"],
      ]),
    ).toEqual(["unknown_serial", "wrong_amount", "unknown_outcome"]);
    const twice = ["1", "PL20260001001", "108", "成功"];
    expect(problems([twice, twice])).toEqual(["told_twice", "told_twice"]);
  });

  test("may say again what is on record, and nothing else", () => {
    expect(problems([["1", "PL20260001003", "5", "失败"]])).toEqual([undefined]);
    expect(problems([["1", "PL20260001003", "5", "成功"]])).toEqual(["answered_otherwise"]);
  });

  test("is not recorded by who accepted what it paid", () => {
    expect(problems([["1", "PL20260001001", "108", "成功"]], "officer")).toEqual([
      "own_acceptance",
    ]);
    expect(problems([["1", "PL20260001001", "108", "失败"]], "officer")).toEqual([undefined]);
  });
});
