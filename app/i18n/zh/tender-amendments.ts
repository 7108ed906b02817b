import type { AmendableField } from "#app/domain/tender-amendments/amendment.ts";

export const tenderAmendments = {
  fields: {
    title: "名称",
    need: "需求和服务内容",
    targetGroup: "服务对象",
    contractDraft: "合同草案",
    quantity: "数量",
    unit: "单位",
    ceiling: "最高限价",
    startsOn: "服务开始日期",
    endsOn: "服务结束日期",
    deadline: "投标截止时间",
  } satisfies Record<AmendableField, string>,
  history: {
    title: "更正记录",
    note: "公告里是更正后的内容；改了什么、为什么改，都在这里。",
    number: (number: string) => `第${number}次更正`,
    reason: (reason: string) => `原因：${reason}`,
    slip: "笔误更正",
    caption: (number: string) => `第${number}次更正的内容`,
    field: "项目",
    from: "原来",
    to: "更正为",
    whole: "全文",
    none: "（空）",
  },
  propose: {
    link: "更正采购文件",
    title: "更正采购文件",
    lead: (title: string) =>
      `《${title}》。批准后立即公开，并通知已投标的机构：投标要重新确认，截止前没有确认的不再有效。`,
    what: "更正后的内容",
    kind: "更正的性质",
    kinds: {
      material: "实质性更正",
      slip: "只改笔误",
    },
    kindHints: {
      material: (days: string, earliest: string) =>
        `截止时间至少顺延${days}，即不早于${earliest}。数量、单位、限价、期限、截止时间的改动都属于这一类。`,
      slip: "只限名称、服务内容、服务对象、合同草案里的文字错误，不改变意思；离截止要有一天以上。",
    },
    deadline: "新的截止时间",
    deadlineHint: (now: string) => `现在是${now}。只改笔误的，留空表示不变。`,
    reason: "更正原因",
    reasonHint: "会公开，并发给已投标的机构。",
    criteria: "评分项不能更正：密封的投标是逐项回应的。确需改评分项的，请取消后重新采购。",
    submit: "提交审批",
  },
  decide: {
    link: "等待审批的更正",
    title: "审批更正",
    lead: (title: string) => `《${title}》`,
    proposer: "提出人",
    proposedAt: "提出时间",
    kind: "性质",
    reason: "更正原因",
    effect:
      "批准后立即公开，截止时间按新的算；已投标的机构会收到通知，要重新确认。提高最高限价的，差额从资金里补预留；降低的，差额退回。",
    own: "这份更正是您自己提出的，要由另一位审批人批准。",
    submit: "批准并公布",
    drop: "不批准，或撤回",
    dropTitle: "撤回更正",
    dropLead: "撤回以后采购文件不变，也不会公开。",
    dropSubmit: "撤回这份更正",
    states: {
      proposed: "等待审批",
      approved: "已批准并公布",
      dropped: "已撤回",
    },
  },
  confirm: {
    title: "确认投标",
    lead: (title: string) => `《${title}》更正过了。请看清改了什么，再确认原来的投标。`,
    words:
      "确认后，原来密封的投标继续有效，内容一字不变，另给一份回执。内容要改的，请更换投标；不再参加的，请撤回。",
    notNow: "现在没有要确认的投标。",
    submit: "看过更正，确认原来的投标",
  },
};
