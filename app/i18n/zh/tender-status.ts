import type { EndCode, PassOverCode, TenderStatus } from "#app/domain/tenders/tender.ts";

/** A tender's status in words. */
export const tenderStatus = {
  draft: "起草中",
  consulting: "公开征求意见中",
  in_review: "审批中",
  open: "公开征集中",
  closed: "已截止，待开标",
  evaluating: "评审中",
  recommended: "已推荐，待公示",
  publicised: "结果公示中",
  awarded: "已成交，待签合同",
  contracted: "已签合同",
  failed: "采购失败",
  cancelled: "已取消",
} satisfies Record<TenderStatus, string>;

/** Why a tender came to nothing. */
export const endCodes = {
  too_few_bids: "投标不足",
  too_few_responsive: "有效投标不足",
  nobody_left: "没有可以递补的投标",
  need_changed: "需求有变",
  money: "资金有变",
  mistake: "采购文件有误",
  law: "法规或上级要求",
  force_majeure: "不可抗力",
  other: "其他",
  objection_upheld: "异议成立",
} satisfies Record<EndCode, string>;

/** Why a winner gets no contract. */
export const passOverCodes = {
  declined: "放弃成交",
  not_signed: "期限内没有签合同",
  office_declined: "街道没有同意",
  ineligible: "不符合成交条件",
} satisfies Record<PassOverCode, string>;
