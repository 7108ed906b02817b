const numerals = "一二三四五六七八九十";

/** The words of official documents (公文) as they are printed. */
export const documents = {
  open: "看正式文本（A4，可打印）",
  section: (number: number, title: string) => `${numerals[number - 1] ?? number}、${title}`,
  kinds: {
    notice: "采购公告",
    opening: "开标记录",
    amendment: "更正公告",
    suspension: "暂停公告",
    resumption: "恢复公告",
    result: "结果公示",
    award: "中标（成交）公告",
    ended: "终止公告",
  },
  contractNumber: (number: string) => `合同编号：${number}`,
  partyA: (name: string) => `甲方（购买方）：${name}`,
  partyB: (name: string) => `乙方（服务机构）：${name}`,
  party: { a: "甲方（签章）", b: "乙方（签章）" },
  signedOn: (at: string) => `电子签署于${at}`,
  notSigned: "尚未签署",
  contract: {
    preamble: (office: string, tender: string) =>
      `${office}依法开展采购，经公开评审确定乙方承接本项目。双方根据《中华人民共和国民法典》和采购文件（${tender}），订立本合同。`,
    subject: "服务内容",
    subjectText: (title: string, bought: string) =>
      `乙方为甲方辖区居民提供“${title}”服务，共${bought}。`,
    period: "服务期",
    value: "合同价款",
    valueText: (value: string) =>
      `合同价款为${value}。款项只为居民确认的服务支付，未服务的不付款，未用完的退回甲方。`,
    payments: "付款",
    performance: "按质付费",
    performanceText: (share: string) =>
      `每次付款的${share}取决于居民评价：评价达到约定目标的全付，不足的按公开的公式扣减。扣减的款项退回甲方。`,
    changes: "变更与终止",
    changesText:
      "变更须写明法定或约定的原因，由甲方经办人提出、另一名审批人同意、乙方负责人签字后生效并公开；历次增加的价款合计不超过采购规则规定的比例。合同终止的，已经提供并经居民确认的服务照常付款。",
    other: "其他约定",
    amended: (numbers: string) => `本文本已并入下列变更：${numbers}。`,
  },
  amendment: {
    title: (contract: string) => `关于变更“${contract}”服务合同的公告`,
    preamble: (number: string, a: string, b: string) =>
      `${a}与${b}于合同（编号${number}）履行期间协商一致，变更如下。`,
    draftNumber: (contract: string, number: number) => `合同${contract}第${number}次变更（未生效）`,
    reason: "变更原因",
    content: "变更内容",
    value: "合同价款",
    valueText: (change: string, value: string) => `增减${change}，变更后为${value}。`,
    sameValue: "不变。",
    quantity: (change: string) => `数量增减${change}。`,
    endsOn: (day: string) => `服务期改至${day}。`,
    payments: "付款节点",
    paymentsText: "尚未申请的付款节点改为：",
  },
  termination: {
    title: (contract: string) => `关于终止“${contract}”服务合同的公告`,
    preamble: (number: string, a: string, b: string) =>
      `${a}与${b}签订的服务合同（编号${number}）予以终止。`,
    draftNumber: (contract: string) => `合同${contract}终止（未生效）`,
    reason: "终止原因",
    text: "情况说明",
    after: "终止后的处理",
    afterText:
      "尚未开始的预约予以取消，居民不用付款；已经提供的服务由居民确认后照常付款；其余资金退回购买服务资金。",
  },
  tenderAmendment: {
    label: (number: number) => `第${number}次更正公告`,
    title: (title: string, number: string) => `${title}更正公告（第${number}次）`,
    number: (notice: string, number: string) => `${notice}　更正${number}`,
    preamble: (office: string, notice: string) =>
      `${office}对采购公告（公告编号${notice}）的内容作如下更正，特此公告。`,
    reason: "更正原因",
    changes: "更正内容",
    after: "其他事项",
    afterChange:
      "已经递交的投标，请投标人在投标截止时间前按更正后的内容确认或者重新递交；到期没有确认的，投标失效。其他内容不变。",
    afterSlip:
      "本次更正只改正笔误。已经递交的投标，请投标人在投标截止时间前确认；到期没有确认的，投标失效。其他内容不变。",
  },
  suspension: {
    title: (title: string) => `${title}采购暂停公告`,
    preamble: (office: string, notice: string, from: string) =>
      `${office}组织的采购（公告编号${notice}）自${from}起暂停，特此公告。`,
    reason: "暂停原因",
    after: "其他事项",
    afterText:
      "暂停期间，投标截止时间、公示期和其他期限都停止计算，恢复后接着计算。已经递交的投标继续有效。",
  },
  resumption: {
    title: (title: string) => `${title}采购恢复公告`,
    preamble: (office: string, notice: string, from: string, until: string) =>
      `${office}组织的采购（公告编号${notice}）自${from}起暂停，现于${until}恢复，特此公告。`,
    reason: "恢复原因",
    after: "其他事项",
    afterText: "各项期限按暂停的时间顺延，顺延后的时间以采购页面为准。",
  },
  result: {
    title: (title: string) => `${title}评审结果公示`,
    preamble: (office: string, number: string) =>
      `${office}组织的采购（公告编号${number}）评审工作已经结束，现将评审结果公示如下。`,
    winner: "拟中标（成交）单位",
    winnerText: (name: string, price: string) => `${name}，报价${price}。`,
    next: "公示期限和质疑",
    nextText: (lastDay: string) =>
      `公示至${lastDay}（含当日）。对结果有异议的，可以在规定期限内提出质疑；办结以前不成交。`,
  },
  award: {
    title: (title: string) => `${title}中标（成交）公告`,
    preamble: (office: string, number: string) =>
      `${office}组织的采购（公告编号${number}）评审工作已经结束，公示期满，现将结果公告如下。`,
    winner: "中标（成交）单位",
    winnerText: (name: string, price: string) => `${name}，中标（成交）金额${price}。`,
    reason: "推荐理由",
    ranking: "评审结果",
    rankingText: (rank: string, name: string, points: string, price: string) =>
      `第${rank}名：${name}，${points}，报价${price}。`,
    panel: "评审小组",
    disqualified: "未通过审查的投标",
    next: "后续事项",
    nextText: "中标单位应在规定期限内与采购单位签订合同。评分表全文同时公开，任何人都可以复核。",
  },
  ended: {
    failed: (title: string) => `${title}采购失败公告`,
    cancelled: (title: string) => `${title}采购终止公告`,
    preamble: (office: string, number: string) =>
      `${office}组织的采购（公告编号${number}）现予终止，特此公告。`,
    reason: "终止原因",
    after: "后续事项",
    afterText: "本项目预留的资金已经退回。尚未开标的投标不再开启。",
  },
  opening: {
    title: (title: string) => `${title}开标记录`,
    preamble: (deadline: string, opened: string) =>
      `投标截止时间为${deadline}，两名开标人于${opened}共同开标，记录如下。`,
    openers: "开标人",
    bids: "投标情况",
    bid: (organization: string, at: string) => `${organization}，${at}递交。摘要：`,
    note: "每份投标附其密文的SHA-256摘要，可与投标人的回执核对。",
    opener: (name: string, at: string) => `${name}，${at}交出钥匙。`,
  },
};
