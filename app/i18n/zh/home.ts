import type { LoopStep } from "../loop-step.ts";

export const home = {
  title: "社区服务，公开买、放心约",
  lead: "街道用公开的办法为居民购买服务；您来预约、评价，服务做到了才付钱。",
  search: { label: "您想找什么服务？", hint: "例如：助餐、理发、修水管", submit: "查找" },
  doors: {
    title: "您是哪一位？",
    resident: { title: "我是居民", note: "找服务、预约、评价；家人和社区工作者也可以代办。" },
    organization: { title: "我是服务机构", note: "看正在征集的采购，密封投标，排班、服务、收款。" },
    office: { title: "我在街道工作", note: "立项、开标、评审、签合同、验收付款。" },
    anyone: { title: "我想看看钱怎么花", note: "每一次采购、评分、合同和付款都公开。" },
  },
  loop: {
    title: "一件服务是怎么来的",
    steps: {
      need: "居民提出需要什么，街道立项，把钱先留好。",
      open: "公开征集，机构密封投标；截止前谁也看不到。",
      scored: "两个人一起开标，评审小组打分，分数和理由都公示。",
      signed: "公示期没有异议，街道和机构签合同。",
      booked: "居民预约，补贴多少、自付多少，当场写明。",
      delivered: "服务人员签到、上门；居民确认、评价。",
      paid: "按居民确认的次数和评价付款；评价也算进下一次评分。",
    } satisfies Record<LoopStep, string>,
  },
  services: {
    title: "可以预约的服务",
    all: "全部服务",
    by: (organization: string) => `由${organization}提供`,
    price: (price: string, own: string | null) =>
      own ? `每次${price}，符合补贴条件的自付${own}` : `每次${price}`,
  },
  tenders: {
    title: "正在征集的采购",
    all: "全部采购",
    ceiling: (amount: string) => `最高限价${amount}`,
    until: (deadline: string) => `投标截止：${deadline}`,
  },
  elder: {
    title: "您要办什么事？",
    find: "找服务",
    findNote: "助餐、理发、看护、维修",
    mine: "我的预约",
    mineNote: "什么时候来、谁来、付多少",
    call: "打电话",
    callNote: "有人帮您办",
  },
};
