import type { TenderStatus } from "#app/domain/tenders/tender.ts";

/** A tender's status in words. */
export const tenderStatus = {
  draft: "起草中",
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
