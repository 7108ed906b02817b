export const award = {
  /** Kept with the tender and published word for word, whatever the reader's language. */
  reasons: {
    overCeiling: "报价超过最高限价。",
    tooFewResponsive: (n: number, least: number) =>
      `有效投标只有${n}份，少于规定的${least}份，本次采购失败。`,
  },
  halves: ["中期付款", "期末付款"] as const,
};
