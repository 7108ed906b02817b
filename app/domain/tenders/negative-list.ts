/** Something that may not be bought as a service, and the words by which a title gives it away. */
export type NegativeItem = { item: string; words: string[] };

/** 政府购买服务管理办法 (财政部令第102号), article 10: what a new installation begins with. */
export const defaultNegativeList: readonly NegativeItem[] = [
  {
    item: "人员招、聘用，以劳务派遣方式用工，以及设置公益性岗位",
    words: ["劳务派遣", "公益性岗位", "人员招聘"],
  },
  { item: "融资行为", words: ["融资", "借款"] },
  {
    item: "政府采购法律、行政法规规定的货物和工程",
    words: ["设备采购", "货物采购", "工程施工"],
  },
  {
    item: "应当由政府直接履职的事项",
    words: ["行政执法", "行政处罚", "行政许可", "行政审批"],
  },
];

/** The first item that a title falls under. */
export const forbiddenItem = (
  list: readonly NegativeItem[],
  title: string,
): NegativeItem | undefined => list.find(({ words }) => words.some((word) => title.includes(word)));

/** One line an item: 事项：词、词. */
export const writtenList = (list: readonly NegativeItem[]): string =>
  list.map(({ item, words }) => `${item}：${words.join("、")}`).join("\n");

/** The list as typed; undefined where a line names no item or no word. */
export function readList(text: string): NegativeItem[] | undefined {
  const lines = text.split("\n").map((line) => line.trim());
  const items = lines.filter(Boolean).map((line) => {
    const [item = "", words = ""] = line.split(/[：:]/, 2);
    return { item: item.trim(), words: words.split(/[、,，\s]+/).filter(Boolean) };
  });
  return items.every(({ item, words }) => item && words.length > 0) ? items : undefined;
}
