import { describe, expect, test } from "vitest";
import { yuan } from "#app/values/money.ts";
import { checkList, checkRow, isImportable } from "./check-row.ts";
import { cellText, readAmount, readMonths, readQuantity } from "./list-cells.ts";
import { readHeading } from "./list-columns.ts";
import { findRows, MOST_ROWS, recognize } from "./project-list.ts";

const headings = [
  "序号",
  "项目名称",
  "服务内容",
  "服务对象",
  "数量",
  "单位",
  "预算（万元）",
  "服务期限",
];
const row = ["1", "助餐配餐", "送餐上门", "独居老人", "120", "人", "50.8", "1年"];

/** The only row of a list with these headings. */
function checked(headings: string[], cells: string[]) {
  const rows = findRows([headings, cells]);
  if (!Array.isArray(rows)) throw new Error(rows);
  const [only] = checkList(recognize(rows), rows, new Set());
  if (!only) throw new Error("no row");
  return only;
}

const changed = (heading: string, cell: string) =>
  checked(
    headings,
    row.map((value, index) => (headings[index] === heading ? cell : value)),
  );

describe("an amount", () => {
  test.each([
    ["50.8", "ten_thousand", 50_800_000],
    ["57.35", "ten_thousand", 57_350_000],
    ["6.27", "ten_thousand", 6_270_000],
    ["0.000001", "ten_thousand", 1],
    ["1,200", "yuan", 120_000],
    ["1234.50", "yuan", 123_450],
    ["508000元", "ten_thousand", 50_800_000],
    ["50.8万元", undefined, 50_800_000],
    ["50.8万", "yuan", 50_800_000],
    ["￥５０８，０００", "yuan", 50_800_000],
    ["1000000", "ten_thousand", 1_000_000_000_000],
  ] as const)("written %s under a heading in %s is %d fen", (cell, unit, expected) => {
    expect(readAmount(cell, unit)).toBe(expected);
  });

  test.each([
    ["五十万", "ten_thousand", "ceiling_unreadable"],
    ["约50", "ten_thousand", "ceiling_unreadable"],
    ["-50", "ten_thousand", "ceiling_unreadable"],
    ["50.8", undefined, "ceiling_without_unit"],
    ["0.0000001", "ten_thousand", "ceiling_too_fine"],
    ["1.005", "yuan", "ceiling_too_fine"],
    ["0", "yuan", "ceiling_out_of_range"],
    ["1000000.01", "ten_thousand", "ceiling_out_of_range"],
  ] as const)("written %s under a heading in %s is refused", (cell, unit, problem) => {
    expect(readAmount(cell, unit)).toBe(problem);
  });
});

test.each([
  ["300", { quantity: 300, unit: "" }],
  ["4,143.0", { quantity: 4_143, unit: "" }],
  ["３００ 人", { quantity: 300, unit: "人" }],
  ["0", undefined],
  ["-3", undefined],
  ["2.5", undefined],
  ["三百", undefined],
  ["9999999999", undefined],
])("a quantity written %s", (cell, expected) => {
  expect(readQuantity(cell)).toEqual(expected);
});

test.each([
  ["1年", 12],
  ["一年", 12],
  ["两年", 24],
  ["1.5年", 18],
  ["半年", 6],
  ["18个月", 18],
  ["６月", 6],
  ["0年", undefined],
  ["6年", undefined],
  ["1.3年", undefined],
  ["90天", undefined],
  ["2026年1月-12月", undefined],
  ["", undefined],
])("a period written %s lasts %s months", (cell, months) => {
  expect(readMonths(cell)).toBe(months);
});

test.each(["", " ", "/", "—", "无", "待定"])("a cell with “%s” says nothing", (cell) => {
  expect(cellText(cell)).toBe("");
});

test.each([
  ["预算（万元）", { column: "ceiling", moneyUnit: "ten_thousand" }],
  ["预算金额(元)", { column: "ceiling", moneyUnit: "yuan" }],
  ["* 最高限价", { column: "ceiling", moneyUnit: undefined }],
  ["项目 名称：", { column: "title", moneyUnit: undefined }],
  ["服务对象\n（人群）", { column: "targetGroup", moneyUnit: undefined }],
  ["联系人", undefined],
  ["", undefined],
])("the heading %s", (heading, expected) => {
  expect(readHeading(heading)).toEqual(expected);
});

describe("a list", () => {
  test("may begin with a title and a line of units, have its columns in any order, and end with a sum", () => {
    const rows = findRows([
      ["南湖街道 2026 年购买服务项目清单", "", ""],
      ["", "", "单位：万元"],
      ["联系人", "预算（万元）", "项目名称"],
      ["张三", "6.27", "公共空间打造"],
      ["", "", ""],
      ["李四", "50.8", "老年人服务"],
      ["合计", "57.07", ""],
    ]);
    expect(rows).toEqual([
      { line: 4, cells: { 联系人: "张三", "预算（万元）": "6.27", 项目名称: "公共空间打造" } },
      { line: 6, cells: { 联系人: "李四", "预算（万元）": "50.8", 项目名称: "老年人服务" } },
    ]);
    expect(Array.isArray(rows) && recognize(rows)).toEqual({
      headings: { title: "项目名称", ceiling: "预算（万元）" },
      missing: ["need", "targetGroup", "quantity", "unit", "period"],
      ignored: ["联系人"],
    });
  });

  test("without headings, without rows or with too many rows is refused", () => {
    expect(findRows([["张三", "50.8"]])).toBe("no_headings");
    expect(findRows([["项目名称"], ["老年人服务"]])).toBe("no_headings");
    expect(findRows([headings, ["", ""]])).toBe("no_rows");
    const many = Array.from({ length: MOST_ROWS + 1 }, () => row);
    expect(findRows([headings, ...many])).toBe("too_many_rows");
  });

  test("reads the first of two columns that mean the same", () => {
    const twice = checked(["项目名称", "数量", "数量"], ["助餐", "3", "9"]);
    expect(twice.project.quantity).toBe(3);
    const alike = recognize([{ line: 2, cells: { 项目名称: "助餐", 预算: "3元", 金额: "9元" } }]);
    expect(alike).toMatchObject({ headings: { ceiling: "预算" }, ignored: ["金额"] });
  });
});

describe("a row", () => {
  test("with everything in it needs no mending", () => {
    expect(checked(headings, row)).toEqual({
      line: 2,
      issues: [],
      project: {
        title: "助餐配餐",
        need: "送餐上门",
        targetGroup: "独居老人",
        quantity: 120,
        unit: "人",
        ceiling: yuan(508_000),
        serviceMonths: 12,
        importNote: "服务期限：1年",
      },
    });
  });

  test("is kept out by a cell that says something wrong, each named with what it says", () => {
    const wrong = checked(headings, ["1", "", "送餐", "老人", "若干", "人", "五十万", "1年"]);
    expect(isImportable(wrong)).toBe(false);
    expect(wrong.issues).toEqual([
      { code: "title_missing", level: "error", column: "项目名称", given: "" },
      { code: "quantity_unreadable", level: "error", column: "数量", given: "若干" },
      { code: "ceiling_unreadable", level: "error", column: "预算（万元）", given: "五十万" },
    ]);
    expect(isImportable(changed("项目名称", "长".repeat(121)))).toBe(false);
    expect(isImportable(changed("数量", "120户"))).toBe(false);
  });

  test("is imported with what is missing named, to be filled in before review", () => {
    const empty = checked(headings, ["1", "助餐配餐", "", "/", "", "", "", ""]);
    expect(isImportable(empty)).toBe(true);
    expect(empty.issues.map(({ code, column }) => [code, column])).toEqual([
      ["need_missing", "服务内容"],
      ["target_group_missing", "服务对象"],
      ["quantity_missing", "数量"],
      ["unit_missing", "单位"],
      ["ceiling_missing", "预算（万元）"],
      ["period_missing", "服务期限"],
    ]);
    expect(changed("服务期限", "按合同").issues).toMatchObject([{ code: "period_unclear" }]);
  });

  test("takes the unit that stands with the quantity when the unit's own cell is empty", () => {
    const cells = ["1", "助餐配餐", "送餐", "老人", "300人", "", "50.8", "1年"];
    expect(checked(headings, cells)).toMatchObject({
      issues: [],
      project: { quantity: 300, unit: "人" },
    });
  });

  test("is bought in the open whatever the list says, and its words are kept", () => {
    const rows = [{ line: 2, cells: { 项目名称: "助餐", 采购方式: "协议", 来源: "上年续签" } }];
    const one = rows[0] && checkRow(recognize(rows), rows[0]);
    expect(one?.project.importNote).toBe("采购方式：协议\n来源：上年续签");
    expect(one?.issues).toMatchObject([{ code: "method_becomes_open", given: "协议" }]);
  });

  test("reminds that its title stands above it, or is known to the office", () => {
    const rows = findRows([headings, row, row]);
    if (!Array.isArray(rows)) throw new Error(rows);
    const issues = (known: string[]) =>
      checkList(recognize(rows), rows, new Set(known)).map((one) =>
        one.issues.map(({ code }) => code),
      );
    expect(issues([])).toEqual([[], ["title_repeated"]]);
    expect(issues(["助餐配餐"])).toEqual([["title_known"], ["title_repeated"]]);
  });
});
