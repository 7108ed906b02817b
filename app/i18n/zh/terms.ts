import type { TermParty } from "#app/domain/tenders/terms.ts";

/** Where both sides choose: what each says to the award before there is a contract. */
export const terms = {
  title: "双方同意",
  lead: (title: string) => `采购：${title}`,
  intro: {
    office:
      "公示期已满。请看下面的条件，代表街道答复：同意由它承接，或者不同意。双方都同意后，系统拟好合同，由双方签署。",
    organization:
      "议事会选中了您，公示期已满。请看下面的条件，答复同意或不同意。双方都同意后，系统拟好合同，由双方签署。",
  } satisfies Record<TermParty, string>,
  facts: {
    office: "购买方",
    organization: "承接方",
    price: "价款",
    quantity: "服务数量",
    amount: (quantity: string, unit: string) => `${quantity}${unit}`,
    period: "服务期限",
    to: (from: string, to: string) => `${from}至${to}`,
    share: "取决于居民评价的付款",
  },
  text: "合同草案",
  answers: "双方的答复",
  sides: { office: "街道", organization: "承接方" } satisfies Record<TermParty, string>,
  said: {
    yes: (instant: string) => `已同意，${instant}`,
    no: (instant: string) => `没有同意，${instant}`,
    waiting: "还没有答复",
  },
  accept: "同意",
  decline: "不同意",
  waiting: "您这一方已经同意，等对方答复。",
  drawnUp: "双方都已同意，合同已经拟好。",
  toContract: "看合同并签署",
  link: "双方同意",
  task: (title: string) => `答复是否承接：${title}`,
  refusal: {
    title: "不同意",
    effect: {
      office:
        "答复后不能再改，原因会公开。由得到过半同意的下一名递补，重新公示；没有下一名，这次采购就终止，预留的资金退回。",
      organization:
        "答复后不能再改，原因会公开。由得到过半同意的下一名递补；没有下一名，这次采购就终止。",
    } satisfies Record<TermParty, string>,
    own: "这是您自己推荐的，要由另一位审批人决定是否不同意。",
    reason: "原因",
    reasonHint: "会公开，请不要写个人情况。",
    submit: "不同意，并公开原因",
  },
};
