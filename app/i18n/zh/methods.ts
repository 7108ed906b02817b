import type { DirectGround } from "#app/domain/tenders/profile.ts";
import type { Method, Profile } from "#app/domain/tenders/tender.ts";

/** How suppliers are found, in words. */
export const methods = {
  names: {
    open_scored: "公开比选",
    consult: "竞争性磋商",
    lowest_price: "最低价成交",
    direct: "定向购买",
    two_way: "双向选择",
    panel: "入围采购",
  } satisfies Record<Method, string>,
  about: {
    open_scored: "公开征集，密封投标，评审小组打分，总分最高者成交。",
    consult: "先开标，再逐家磋商，之后各家密封提交最后报价，评审小组打分。",
    lowest_price: "需求简单明确；由经办人和见证人核对是否符合要求，最低价成交。",
    direct: "只邀请一家。要写明情形和理由，公示无异议后成交。",
    two_way: "机构和居民团队都可以申请，由议事会投票，双方同意后签约。",
    panel: "选出几家入围，各有金额上限；居民自己选，钱跟着预约走。",
  } satisfies Record<Method, string>,
  profiles: {
    community: "社区采购规则",
    statutory: "法定采购程序",
  } satisfies Record<Profile, string>,
  named: (method: string, profile: string) => `${method}（${profile}）`,
  grounds: {
    only_supplier: "只有这一家能提供",
    emergency: "紧急情况，来不及比选",
    continuity: "要和原来的服务衔接，不宜换人",
    no_bids_before: "公开征集过，没有足够的机构投标",
    small_value: "金额小，比选的花费大于省下的钱",
  } satisfies Record<DirectGround, string>,
  choice: {
    title: "采购方式",
    lead: (title: string) => `《${title}》怎样找到服务机构。`,
    valueSays: (value: string) => `最高限价${value}，可以用下面这些方式：`,
    noValue: "还没有填最高限价。先选一种，填好后会检查这个金额能不能用。",
    method: "选一种方式",
    notAtThisValue: (about: string) => `${about}（这个金额不能用）`,
    direct: "定向购买要填的",
    directHint: "选别的方式时不用填。",
    invited: "受邀机构的统一社会信用代码",
    ground: "属于哪种情形",
    reason: "具体理由和依据",
    reasonHint: "写明事实和依据文件。会和公告一起公开，接受监督。",
    several: "入围采购要填的",
    winners: "选几家入围",
    winnersHint: "2到10家，不多于规定的最少投标家数。选别的方式时不用填。",
    winnerCap: "每家合同金额",
    winnerCapHint: "各家相同；乘以家数不超过最高限价。选别的方式时不用填。",
    choose: "请选择",
    submit: "保存",
  },
  alike: {
    title: "同类的非公开采购",
    note: (limit: string) =>
      `同一预算科目、同一类服务，本年度已有这些非公开采购。加上这一项，合计达到${limit}，应当合并，改用公开的方式。`,
    method: "采购方式",
    ceiling: "最高限价",
    total: "合计（含本项）",
  },
};
