import type { MoneyUnit } from "./list-cells.ts";

/** What an office's list may say of a project, with the headings under which it stands. */
const headings = {
  position: ["序号", "编号", "行号"],
  title: ["项目名称", "采购项目名称", "服务项目名称", "服务项目", "名称", "项目"],
  need: [
    "服务内容",
    "项目内容",
    "采购内容",
    "主要内容",
    "内容",
    "采购需求",
    "采购需求概况",
    "需求",
  ],
  targetGroup: ["服务对象", "受益对象", "服务人群", "对象"],
  quantity: ["数量", "服务数量", "服务人数", "人数"],
  unit: ["单位", "计量单位", "计价单位"],
  ceiling: [
    "预算",
    "预算金额",
    "项目预算",
    "采购预算",
    "资金预算",
    "预算资金",
    "最高限价",
    "控制价",
    "金额",
  ],
  method: ["采购方式", "购买方式", "方式"],
  period: ["服务期限", "期限", "服务期", "服务周期", "合同期限", "服务时间"],
  source: ["来源", "资料来源", "备注", "说明"],
} as const;

export type ListColumn = keyof typeof headings;

const isColumn = (key: string): key is ListColumn => key in headings;
export const listColumns: readonly ListColumn[] = Object.keys(headings).filter(isColumn);

/** The column that a heading names, and the unit of money that stands with it, as in 预算（万元）. */
export function readHeading(
  heading: string,
): { column: ListColumn; moneyUnit: MoneyUnit | undefined } | undefined {
  const text = heading.normalize("NFKC").replaceAll(/[\s*:]+/g, "");
  const [, name = "", aside = ""] = text.match(/^([^([【]+)(.*)$/) ?? [];
  const column = listColumns.find((key) => headings[key].some((known) => known === name));
  if (!column) return undefined;
  const moneyUnit = aside.includes("万")
    ? "ten_thousand"
    : aside.includes("元")
      ? "yuan"
      : undefined;
  return { column, moneyUnit };
}
