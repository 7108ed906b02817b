/** When a winner gets no contract, and when a tender is tried again. */
export const nextRank = {
  title: "成交人不签约，由下一名递补",
  winner: (name: string) => `现在的成交人：${name}。`,
  next: (name: string) => `递补：${name}。重新公示，公示期满后成交。`,
  nobody: "没有可以递补的投标，本次采购将失败，预留的资金退回。",
  code: "属于哪种情况",
  reason: "具体原因",
  reasonHint: "会公开。例如：对方来函放弃成交，附函件日期。",
  submit: "取消成交资格，公示下一名",
  fail: "取消成交资格，宣布采购失败",
  link: "成交人不签约？",
  rerun: {
    title: "重新采购",
    effect: "按原来的需求、评分项和合同草案生成新的草稿，改好截止时间后再提交审批。",
    barred: (names: string) => `成交后没有签约的不能再投标：${names}。`,
    submit: "生成草稿",
    link: "重新采购",
  },
};
