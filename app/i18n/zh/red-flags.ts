import type { RedFlag, RedFlagBounds } from "#app/domain/red-flags/red-flag.ts";

/** Numbers come in as text, already written the reader's way. */
type Written = Record<keyof RedFlagBounds, string>;
type Measured = (measured: string, against: string, share: string) => string;

/** The supervisor's indicators, and the operator's page of their bounds. */
export const redFlags = {
  title: "风险提示",
  lead: "从采购记录里自动算出来的提示，不是结论。有提示，就去看看记录、问问经办人。",
  names: {
    single_bid: "只有一家投标",
    short_period: "公开时间短",
    late_amendment: "临截止更正",
    others_dropped: "其他投标全部无效",
    heavy_discount: "成交价大幅低于限价",
    near_ceiling: "成交价贴近限价",
    split: "疑似拆分采购",
    repeated_winner: "同一家反复中标",
  } satisfies Record<RedFlag, string>,
  formulas: {
    single_bid: ({ bids }) => `开标时的投标份数 ≤ ${bids}。定向购买不算。`,
    short_period: ({ shortDays }) => `截止时间 － 发布时间 ＜ ${shortDays}天。定向购买不算。`,
    late_amendment: ({ lateDays }) => `更正获批时，离当时的截止时间 ＜ ${lateDays}天。`,
    others_dropped: ({ othersDropped }) =>
      `中标方以外至少有${othersDropped}份投标，而且全部被判无效。定向购买不算。`,
    heavy_discount: ({ discountBp }) => `（最高限价 － 成交价）÷ 最高限价 ≥ ${discountBp}。`,
    near_ceiling: ({ ceilingBp }) => `成交价 ÷ 最高限价 ≥ ${ceilingBp}。`,
    split: ({ splitBp }) =>
      `同一年、同一类服务的非公开采购，每一项都低于这种方式的金额上限，合计 ÷ 上限 ≥ ${splitBp}。`,
    repeated_winner: ({ wins, winsBp }) =>
      `所选时段内中标次数 ≥ ${wins}，并且占全部中标的比例 ≥ ${winsBp}。`,
  } satisfies Record<RedFlag, (bounds: Written) => string>,
  measured: {
    single_bid: (bids, usual) => `${bids}份投标，规则要求${usual}份`,
    short_period: (took, usual) => `公开${took}天，规则至少${usual}天`,
    late_amendment: (left, bound) => `更正时离原截止还有${left}天，不到${bound}天`,
    others_dropped: (others, all) => `${all}份投标中，其他${others}份全部无效`,
    heavy_discount: (price, ceiling, share) => `${price}，限价${ceiling}，低${share}`,
    near_ceiling: (price, ceiling, share) => `${price}，限价${ceiling}，占${share}`,
    split: (total, limit) => `合计${total}，上限${limit}`,
    repeated_winner: (wins, awards) => `${awards}次中标里占${wins}次`,
  } satisfies Record<RedFlag, Measured>,
  found: (n: string, examined: string) => `看了${examined}，提示${n}`,
  see: "看记录",
  from: "发布日期从",
  to: "到",
  columns: {
    tender: "采购",
    published: "发布日期",
    organization: "中标方",
    measured: "算出来的数",
  },
  none: "这个时段里没有这种情况。",
  formula: "怎么算的",
  file: "下载这些记录（CSV）",
  settings: "提示的界限由平台设定，改动有记录。",
  edit: {
    title: "风险提示的界限",
    lead: "保存后马上生效，以前的采购也按新的界限看。",
    link: "风险提示的界限",
    linkNote: "投标少、时间短、价格异常等，从多少开始提示。",
    bids: "投标份数：不多于几份",
    shortDays: "公开时间：短于几天",
    lateDays: "临截止更正：离截止不到几天",
    othersDropped: "其他投标全部无效：至少几份",
    discountBp: "成交价低于限价：至少百分之几",
    ceilingBp: "成交价占限价：至少百分之几",
    splitBp: "拆分采购合计占上限：至少百分之几",
    wins: "反复中标：至少几次",
    winsBp: "反复中标占全部：至少百分之几",
    submit: "保存，马上生效",
  },
};
