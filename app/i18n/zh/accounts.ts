import type { Role } from "#app/domain/accounts/role.ts";

export const accounts = {
  roles: {
    officer: "经办人",
    approver: "审批人",
    opener: "开标人",
    panel: "评审",
    finance: "财务",
    supervisor: "监督",
    community_worker: "社区工作者",
    manager: "机构负责人",
    worker: "服务人员",
    resident: "居民",
    operator: "平台运营",
  } satisfies Record<Role, string>,
  signIn: {
    title: "登录",
    lead: "居民用手机号登录；单位和机构用各自的账号登录。",
    account: "手机号或账号",
    password: "密码",
    submit: "登录",
    forgotten: "忘记密码，请打电话给我们，核对身份后当场重设。",
    register: "社会组织注册",
    registerNote: "想承接街道的服务项目，先在这里注册，核验后即可投标。",
  },
  demo: {
    title: "演示账号",
    lead: (password: string) =>
      `以下人物都是虚构的，密码都是 ${password}。点“进入”即可用这个身份登录。`,
    passphrase: (passphrase: string) =>
      `两位开标人的开标口令是“${passphrase}”，居民签到的 PIN 是 2580。`,
    who: "姓名",
    roles: "身份",
    account: "账号",
    enter: "进入",
    enterAs: (name: string) => `以${name}的身份进入`,
    empty: "演示街道还没有建好，请稍候再刷新。",
  },
};
