/** What anybody who is registered may have against buying from one supplier alone. */
export const objections = {
  decisionOf: (upheld: boolean | null): string =>
    upheld === null ? "等待决定" : upheld ? "异议成立" : "异议不成立",
  list: {
    title: "公示异议",
    note: "公示期内，登记过的机构和居民都可以对只向一家购买提出异议。只公开异议和决定，不公开是谁提的。",
    empty: "还没有人提出异议。",
    from: { organization: "一家机构", resident: "一位居民" },
    reason: (text: string) => `街道决定的理由：${text}`,
    object: "提出异议",
  },
  form: {
    title: "提出异议",
    lead: (title: string) =>
      `《${title}》只向一家机构购买。如果您知道别的机构也能做，或者所说的理由不对，请写下来。作出决定以前不会成交。`,
    text: "您的异议",
    hint: "会公开，但不公开是谁提的。请不要写姓名、电话、身份证号和住址。",
    submit: "提交异议",
    over: "现在不在公示期内，不能提出异议。",
  },
  decision: {
    title: "决定公示异议",
    theObjection: "异议",
    choice: "您的决定",
    uphold: "异议成立",
    upholdHint: "本次采购马上终止，预留的资金退回，改用别的方式采购。",
    dismiss: "异议不成立",
    dismissHint: "公示期满后继续成交。",
    reason: "理由",
    reasonHint: "会公开，也会告诉提出异议的人。",
    submit: "公布决定",
    notYours: "这家机构是您推荐的，异议要由别的审批人决定。",
  },
};
