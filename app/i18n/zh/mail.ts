import type { LetterState, LetterWords } from "#app/domain/mail/letter.ts";
import { bids } from "./bids.ts";
import { certificates } from "./certificates.ts";

export const mail = {
  subject: (subject: string) => `【街坊】${subject}`,
  page: (address: string) => `详情请看：\n${address}`,
  settings: (address: string) =>
    `这封邮件由街坊平台自动发出，请勿回复。更换邮箱或不再接收邮件：\n${address}`,
  letters: {
    "bid.receipt": (about, format) => {
      const { title, version, digest, confirmed, at, deadline } = about;
      const taken = confirmed ? "更正后已确认，原来的密封投标继续有效" : "已密封收下";
      const until = deadline
        ? `截止时间是${format.stamp(new Date(deadline))}，此前可以更换或撤回。`
        : "截止前可以更换或撤回。";
      return {
        subject: `${confirmed ? "投标确认" : "投标"}回执：${title}`,
        words: [
          `“${title}”的第${version}次投标${taken}，时间是${format.stamp(new Date(at))}。${until}`,
          `密文摘要（SHA-256）：\n${digest}`,
          "请保存好回执文件。截止后所有回执的摘要都会公布，可以自行核对。",
        ],
      };
    },
    "tender.found": (about, format) => {
      const { title, search, office, ceiling, deadline } = about;
      return {
        subject: `新的采购：${title}`,
        words: [
          `${office}发布了“${title}”，符合您保存的搜索“${search}”。`,
          ...(ceiling ? [`最高限价：${format.money(ceiling)}`] : []),
          ...(deadline ? [`投标截止：${format.stamp(new Date(deadline))}`] : []),
          "不想再收到这样的通知，可以在机构的“保存的搜索”里关掉。",
        ],
      };
    },
    "draft.consulted": (about, format) => {
      const { title, office, until } = about;
      return {
        subject: `采购草案征求意见：${title}`,
        words: [
          `${office}公开了“${title}”的采购草案，请提意见，截止时间是${format.stamp(new Date(until))}。`,
          "意见和答复都会公开，但不公开是谁提的。",
        ],
      };
    },
    "question.answered": (about) => {
      return {
        subject: `提问有答复了：${about.title}`,
        words: [`“${about.title}”有一条提问得到了答复。如果影响到投标，截止前可以更换。`],
      };
    },
    "bid.low_price_asked": (about, format) => {
      const { title, until } = about;
      return {
        subject: `请说明报价：${title}`,
        words: [
          `“${title}”的评审小组认为您的报价偏低，请说明成本怎么算、为什么能做到。`,
          `请在${format.deadline(new Date(until))}答复。到时没有说明，评审小组可以直接决定。`,
        ],
      };
    },
    "bid.unopenable": (about) => {
      const { title, cause, digest } = about;
      return {
        subject: `投标没能打开：${title}`,
        words: [
          `“${title}”已经开标，您的投标没能打开。`,
          bids.receipt.unopenable[cause],
          `回执的摘要（SHA-256）：\n${digest}`,
        ],
      };
    },
    "tender.amended": (about, format) => {
      const { title, reason, deadline } = about;
      return {
        subject: `采购文件更正，请确认投标：${title}`,
        words: [
          `“${title}”的采购文件更正了。更正的原因：${reason}`,
          `您的投标要重新确认才继续有效：看过更正后，可以确认原来的投标，也可以更换或撤回。请在${format.stamp(new Date(deadline))}截止以前办理。`,
          "截止时还没有确认的投标不会打开，也不参加评审。",
        ],
      };
    },
    "bid.lapsed": (about) => {
      return {
        subject: `投标未确认，已失效：${about.title}`,
        words: [
          `“${about.title}”的采购文件更正以后，您的投标在截止前没有确认，所以没有打开，也不参加评审。`,
        ],
      };
    },
    "tender.final_offers_called": (about, format) => {
      const { title, changes, deadline } = about;
      return {
        subject: `请提交最后报价：${title}`,
        words: [
          `“${title}”的磋商已经结束。请在${format.stamp(new Date(deadline))}前密封提交最后报价；没有提交的视为退出磋商。`,
          `采购文件的变动：${changes}`,
        ],
      };
    },
    "tender.failed": (about) => {
      return {
        subject: `采购失败：${about.title}`,
        words: [`“${about.title}”没有成交。`, `原因：${about.reason}`],
      };
    },
    "tender.cancelled": (about) => {
      return {
        subject: `采购取消：${about.title}`,
        words: [`“${about.title}”已经取消，没有开标的投标不会再打开。`, `原因：${about.reason}`],
      };
    },
    "tender.result": (about, format) => {
      const { title, outcome, reason, until } = about;
      const told = {
        first: `“${title}”的评审结果已公示，您的投标被推荐为第一。`,
        lost: `“${title}”的评审结果已公示，这一次没有推荐您的投标。各项得分和差距见下面的页面。`,
        disqualified: `“${title}”的评审结果已公示，您的投标被认定为无效。`,
      };
      return {
        subject: `评审结果：${title}`,
        words: [
          told[outcome],
          `${outcome === "disqualified" ? "无效的原因" : "推荐的理由"}：${reason}`,
          ...(until ? [`公示到${format.stamp(new Date(until))}为止，其间可以提出异议。`] : []),
        ],
      };
    },
    "tender.awarded": (about) => {
      const { title, won } = about;
      return {
        subject: `${won ? "中标" : "成交结果"}：${title}`,
        words: [
          won
            ? `公示期已满，“${title}”由您中标。${about.asksBoth ? "请先答复是否同意条件；双方都同意后签合同。" : "请在30日内签合同。"}`
            : `公示期已满，“${title}”已经成交，您的投标未中标。谢谢您参加。`,
        ],
      };
    },
    "terms.to_answer": (about) => {
      return {
        subject: `请答复是否同意：${about.title}`,
        words: [`“${about.title}”公示期已满。请看条件，答复同意或不同意；双方都同意后签合同。`],
      };
    },
    "tender.suspended": (about) => {
      return {
        subject: `采购暂停：${about.title}`,
        words: [
          `“${about.title}”已经暂停，各项期限停止计算，恢复后顺延。`,
          `原因：${about.reason}`,
        ],
      };
    },
    "tender.resumed": (about, format) => {
      const { title, reason, deadline, until } = about;
      const end = until
        ? [`公示顺延到${format.stamp(new Date(until))}。`]
        : deadline
          ? [`投标截止时间为${format.stamp(new Date(deadline))}。已经提交的投标继续有效。`]
          : [];
      return {
        subject: `采购恢复：${title}`,
        words: [`“${title}”已经恢复。`, `原因：${reason}`, ...end],
      };
    },
    "objection.to_decide": ({ title }) => ({
      subject: `有人提出异议，请决定：${title}`,
      words: [`“${title}”公示期间有人提出异议。作出决定以前不会成交。`],
    }),
    "objection.decided": ({ title, upheld, reason }) => ({
      subject: `您的异议已有决定：${title}`,
      words: [
        upheld
          ? `您对“${title}”的异议成立，本次采购已经终止。`
          : `您对“${title}”的异议不成立，采购继续进行。`,
        `理由：${reason}`,
      ],
    }),
    "challenge.to_handle": (about, format) => {
      const { title, what, until } = about;
      const told = {
        answer: "有机构提出质疑，请答复",
        decide: "质疑已有答复，请决定是否成立",
        rule: "有机构投诉，请作出处理决定",
      };
      return {
        subject: `${told[what]}：${title}`,
        words: [
          `“${title}”${told[what]}。`,
          ...(until ? [`期限：${format.stamp(new Date(until))}`] : []),
        ],
      };
    },
    "challenge.outcome": (about) => {
      const { title, outcome, reason } = about;
      const told = {
        accepted: "质疑成立",
        rejected: "质疑不成立",
        upheld: "投诉成立",
        dismissed: "投诉不成立",
      };
      return {
        subject: `${told[outcome]}：${title}`,
        words: [`对“${title}”的质疑已有决定：${told[outcome]}。`, `理由：${reason}`],
      };
    },
    "contract.to_sign": (about) => {
      const { title, number } = about;
      return {
        subject: `请签合同：${title}`,
        words: [`合同“${title}”（${number}）已经拟好，等您这一方签字。`],
      };
    },
    "milestone.sent_back": (about) => {
      const { contract, name, reason } = about;
      return {
        subject: `付款申请被退回：${contract}`,
        words: [`“${contract}”的${name}付款申请被退回，请补充后再提交。`, `原因：${reason}`],
      };
    },
    "milestone.accepted": (about, format) => {
      const { contract, name, pay } = about;
      return {
        subject: `验收通过：${contract}`,
        words: [`“${contract}”的${name}已通过验收，应付${format.money(pay)}，等街道付款。`],
      };
    },
    "milestone.paid": (about, format) => {
      const { contract, name, pay } = about;
      return {
        subject: `已付款：${contract}`,
        words: [`“${contract}”的${name}已付款${format.money(pay)}，请查收。`],
      };
    },
    "organization.verified": (about) => {
      return {
        subject: "机构已通过核验",
        words: [`${about.name}已通过核验，现在可以提问、投标了。`],
      };
    },
    "organization.rejected": (about) => {
      return {
        subject: "机构没有通过核验",
        words: [`${about.name}没有通过核验，改正后可以重新提交。`, `原因：${about.reason}`],
      };
    },
    "organization.suspended": (about) => {
      return {
        subject: "机构资格已暂停",
        words: [
          about.pausesServices
            ? "平台已暂停贵机构的资格：暂停期间不能投标、签新合同、发布服务项目，已发布的服务项目也停止接受新预约。已有的预约照常服务。"
            : "平台已暂停贵机构的资格：暂停期间不能投标、签新合同、发布服务项目。正在进行的服务照常。",
          `原因：${about.reason}`,
        ],
      };
    },
    "organization.suspension_lifted": (about) => {
      return {
        subject: "机构资格已恢复",
        words: [
          "平台已恢复贵机构的资格。暂停了的服务项目，请自行重新发布。",
          `说明：${about.reason}`,
        ],
      };
    },
    "document.rejected": (about) => {
      const document = certificates.kinds[about.kind];
      return {
        subject: `材料没有通过核对：${document}`,
        words: [`您上传的${document}没有通过平台核对，请重新上传。`, `原因：${about.reason}`],
      };
    },
    "certificate.expiring": (about, format) => {
      const { worker, kind, expiresOn } = about;
      const certificate = certificates.staff.kinds[kind];
      return {
        subject: `${worker}的${certificate}快到期了`,
        words: [
          `${worker}的${certificate}有效期到${format.day(expiresOn)}为止。请及时换证，并登记新的。`,
        ],
      };
    },
    "document.expiring": (about, format) => {
      const document = certificates.kinds[about.kind];
      return {
        subject: `证书快到期了：${document}`,
        words: [
          `${document}的有效期到${format.day(about.expiresOn)}为止。请及时换证，并上传新的。`,
          "评估等级过期后不再计算，公开页面会写明已过期。",
        ],
      };
    },
  } satisfies LetterWords,
  states: {
    waiting: "等待发送",
    sent: "已发送",
    kept: "已留存，没有发出",
    given_up: "没有发成",
  } satisfies Record<LetterState, string>,
  own: {
    title: "邮件通知",
    lead: "填了邮箱，回执、新采购、评审结果、签合同、验收付款等消息会发到这里。不填也不影响使用，消息在平台上都能看到。",
    address: "邮箱",
    addressHint: "留空就不再接收邮件。",
    language: "邮件用哪种文字",
    languages: { zh: "中文", en: "English" },
    save: "保存",
    saved: "已保存。",
  },
  outbox: {
    title: "演示发件箱",
    lead: "演示时邮件不真的发出，都留在这里。截止前，投标回执只有投标机构自己登录后才看得到。",
    empty: "还没有邮件。",
    to: (name: string, address: string) => `收件人：${name}，${address}`,
    more: "更早的邮件",
  },
  platform: {
    title: "没有送达的消息",
    lead: "邮件多次发送失败，或者被对方邮箱拒收。请核对邮箱设置，或打电话告知对方。",
    empty: "没有送不出去的消息。",
    to: "收件人",
    subject: "内容",
    attempts: "发送次数",
    error: "邮件服务器的答复",
    again: "再发一次",
    againOf: (subject: string) => `再发一次：${subject}`,
    untold: (events: string) => `另有${events}没能通知到人，请技术人员查看日志。`,
  },
};
