import { type Fen, fen } from "#app/values/money.ts";

/** The most that one project may cost: 100 亿元. */
export const HIGHEST_CEILING: Fen = fen(1_000_000_000_000);

export type MoneyUnit = "yuan" | "ten_thousand";

/** How many decimals of each unit lead down to a fen. */
const decimals: Record<MoneyUnit, number> = { yuan: 2, ten_thousand: 6 };

export type AmountProblem =
  | "ceiling_unreadable"
  | "ceiling_without_unit"
  | "ceiling_too_fine"
  | "ceiling_out_of_range";

/** A cell as people fill it when there is nothing to say. */
const nothing = new Set(["", "/", "\\", "-", "--", "—", "——", "无", "暂无", "待定", "n/a"]);

/** The cell's text without the spaces around it; empty for a dash, a stroke or 无. */
export function cellText(cell: string | undefined): string {
  const text = (cell ?? "").trim();
  return nothing.has(text.toLowerCase()) ? "" : text;
}

/** An amount as offices write it (50.8, 1,200, 50.8万元, ￥508000元), exact to the fen; a unit in the cell wins over its heading's. */
export function readAmount(cell: string, headingUnit: MoneyUnit | undefined): Fen | AmountProblem {
  const [, number = "", unitText = ""] =
    plain(cell).match(/^(?:人民币|¥)?(\d[\d,]*(?:\.\d+)?)(万元?|元)?$/) ?? [];
  if (!number) return "ceiling_unreadable";
  const unit = unitText ? (unitText === "元" ? "yuan" : "ten_thousand") : headingUnit;
  if (!unit) return "ceiling_without_unit";
  const [whole = "", part = ""] = number.replaceAll(",", "").split(".");
  const places = decimals[unit];
  if (/[1-9]/.test(part.slice(places))) return "ceiling_too_fine";
  const amount = BigInt(whole + part.slice(0, places).padEnd(places, "0"));
  if (amount <= 0n || amount > BigInt(HIGHEST_CEILING)) return "ceiling_out_of_range";
  return fen(Number(amount));
}

/** A whole number above zero, with the unit that may stand behind it (300人); undefined for anything else. */
export function readQuantity(cell: string): { quantity: number; unit: string } | undefined {
  const [, number = "", unit = ""] = plain(cell).match(/^(\d[\d,]*)(?:\.0+)?(\D*)$/) ?? [];
  const quantity = Number(number.replaceAll(",", ""));
  if (!quantity || quantity > 2_147_483_647 || /[.,]/.test(unit)) return undefined;
  return { quantity, unit };
}

const chineseDigits = "零一二三四五六七八九十";

/** How many months a period lasts (1年, 半年, 两年, 18个月), from 1 to 60; undefined if it does not say so plainly. */
export function readMonths(cell: string): number | undefined {
  const text = plain(cell).replace("两", "二");
  if (text === "半年") return 6;
  const [, number = "", unit = ""] =
    text.match(/^(\d+(?:\.\d+)?|[一二三四五六七八九十])(年|个?月)$/) ?? [];
  if (!number) return undefined;
  const count = chineseDigits.includes(number) ? chineseDigits.indexOf(number) : Number(number);
  const months = unit === "年" ? count * 12 : count;
  return Number.isInteger(months) && months >= 1 && months <= 60 ? months : undefined;
}

/** Full-width digits and signs become plain ones, spaces go. */
const plain = (text: string) => text.normalize("NFKC").replaceAll(/\s+/g, "");
