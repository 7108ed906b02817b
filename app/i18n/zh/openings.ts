import type { UnopenableCause } from "#app/domain/bids/bid.ts";
import type { ReceiptFate } from "#app/domain/bids/receipt-fate.ts";
import type { Holder } from "#app/domain/tenders/opening.ts";

export const openings = {
  /** Kept with the bid and published word for word, whatever the reader's language. */
  reasons: {
    changed: "平台保存的密文和回执的摘要对不上，不能作为投标打开，不参加评审。",
    sealed_otherwise: "密文无法解密：不是为这次采购、这家机构密封的，或密封时出了错。不参加评审。",
    no_bid: "解密后的内容不是一份完整的投标，不参加评审。",
  } satisfies Record<UnopenableCause, string>,
  tooFewOpened: (n: number, least: number) =>
    `开标时能打开的投标只有${n}份，少于规定的${least}份，本次采购失败。`,
  holders: {
    a: "开标人甲",
    b: "开标人乙",
    platform: "平台（代替缺席的开标人）",
  } satisfies Record<Holder, string>,
  key: {
    title: "开标口令",
    lead: "每次采购的投标，都要两位开标人各自用自己的口令才能打开。先为自己设好口令，才能被选为开标人。",
    none: "您还没有设开标口令。",
    made: (instant: string) => `您的口令设于${instant}。`,
    warning: "口令谁也找不回来",
    warningWords:
      "平台不保存口令，也没有“忘记密码”。忘了口令，就要请平台代替您开标。请记牢，或写下来锁好；不要告诉任何人，也不要和另一位开标人共用。",
    replaceNote: "换新口令以后，旧口令不再有用。还有采购等您开标时不能换。",
    passphrase: "口令",
    passphraseHint: "至少12个字，几个互不相干的词连起来最好记。",
    again: "再输入一次口令",
    submit: "设口令",
    replace: "换新口令",
  },
  opening: {
    title: "开标",
    deadline: "投标截止",
    submitted: "收到的投标",
    minimum: "至少需要",
    turns: "谁已交出钥匙",
    turn: (holder: string) => `${holder}交出了自己那一份钥匙`,
    noTurns: "还没有人交出钥匙。",
    noOpener: "未定",
    openedAt: "开标时间",
    next: {
      early: "截止前谁也不能开标，也看不到收到了几份投标。",
      first: "两位开标人各自登录，输入自己的口令。先后不限，第二位输入后，所有投标同时打开。",
      second: "还差一位。另一位开标人输入口令后，所有投标同时打开；如不能到场，可请平台代替。",
      few: (n: string, least: string) =>
        `只收到${n}，少于规定的${least}，不能开标。由经办人宣布采购失败，预留的资金退回。`,
      done: "投标已全部打开，接下来由评审小组打分。",
      over: "这个采购已经结束，没有要开的标。",
    },
    passphrase: "您的开标口令",
    passphraseHint: "输错什么都不会改变；15分钟内输错5次，要等一会儿再试。",
    submit: "交出我的那一份钥匙",
    submitLast: "交出钥匙，打开全部投标",
    taken: "您已交出自己那一份钥匙，等另一位开标人。",
    noKey: "您还没有设开标口令，不能开这个标。",
    makeKey: "去设开标口令",
    notYours: "只有这次采购的两位开标人能在这里输入口令。",
    record: "开标记录",
    recordNote: "每份投标的摘要应与机构手中的回执一致。",
    organization: "机构",
    price: "报价",
    submittedAt: "提交时间",
    digest: "摘要",
    state: "状态",
    fail: "宣布采购失败",
    receipts: "公布的全部回执",
  },
  failure: {
    title: "宣布采购失败",
    words:
      "投标不会被打开，预留的资金退回购买服务资金。原因会公开，每家投标机构都能看到。可以修改后重新采购。",
    reason: "原因",
    reasonHint: "公开的原因，可以补充接下来的打算。",
    usual: (n: string, least: string) => `截止时只收到${n}，少于规定的${least}。`,
    submit: "宣布采购失败",
    fewer: "投标虽少，仍要开标？写明理由",
  },
  fewer: {
    title: "投标较少，照常开标",
    words: (n: string, least: string) =>
      `截止时收到${n}，通常要${least}。规则允许写明理由后照常开标；理由会公开。`,
    reason: "理由",
    reasonHint: "例如：符合条件的机构本来就少，已多渠道告知。",
    left: (n: string, least: string) =>
      `还留在磋商里的有${n}，通常要${least}。规则允许写明理由后继续；理由会公开。`,
    submit: "记下理由，准备开标",
    goOn: "记下理由，继续磋商",
  },
  platform: {
    title: "代替缺席的开标人",
    lead: (tender: string, office: string) => `${office}的“${tender}”`,
    words:
      "只有一位开标人已交出钥匙、另一位不能到场时才能这样做。这一步会记入审计记录，并在开标记录中公开。交出平台的钥匙后，所有投标同时打开。",
    submit: "交出平台的钥匙，打开全部投标",
  },
  receipts: {
    title: "投标回执公布",
    early: "截止前不公布",
    earlyWords:
      "截止前，除了投标机构自己，谁也不知道有没有人投标、有几份。截止后，所有回执的摘要在这里公布。",
    list: "全部回执",
    note: "每提交一次有一份回执。机构可以核对自己的回执在不在里面、摘要是否一致；机构名称在开标后公布。",
    empty: "截止时没有收到任何投标。",
    at: "收到时间",
    organization: "机构",
    afterOpening: "开标后公布",
    version: "第几次提交",
    digest: "密文摘要（SHA-256）",
    round: "轮次",
    fate: "结果",
    fates: {
      replaced: "后来更换或确认",
      withdrawn: "已撤回",
      unconfirmed: "更正后未确认",
      sealed: "待开标",
      opened: "已打开",
      unopenable: "无法打开",
    } satisfies Record<ReceiptFate, string>,
    openers: "开标",
    openedAt: "开标时间",
    check: "怎样核对一份回执",
    steps: [
      "在机构的回执页下载回执（JSON文件）。",
      "下载核对程序，它只有一个文件，不联网，只需要Node.js。",
      "运行：node verify-receipt.mjs 回执.json",
      "程序会用平台的公钥核对签名；签名没错，再看回执里的摘要（digest）是否在上面的表中。",
    ],
    verifier: "下载核对程序",
    key: "平台的公钥（Ed25519）",
    machine: "下载全部回执的摘要（JSON）",
    openingFile: "下载整个开标过程，可自行核对（JSON）",
    checkOpening: "怎样核对整个开标过程",
    checkOpeningWords:
      "开标后下载开标文件，在本平台公开的程序里运行：npm run verify-opening -- opening.json。它不用数据库，也不用账号，会核对签名、摘要、两位开标人、时间、记录链，以及每份回执的去向。截止时保存的回执清单（receipts.json）、自己的回执和记录核验页的heads.json可以一起给它，缺了哪一份马上看得出来。",
  },
};
