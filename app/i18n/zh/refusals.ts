/** Every way the domain may say no, and how it says so. */
export const refusals = {
  not_found: "找不到该内容，可能已被删除，或不属于您的范围。",
  forbidden: "您的岗位不能进行此操作。",
  conflict: "刚才有人更新了同一内容，请刷新后再试。",
  "lifecycle.not_now": "当前状态下不能进行此操作，请刷新页面查看最新进展。",
  "clock.backwards": "演示时间只能往后调。",
  "account.wrong_password": "账号或密码不正确。",
  "account.too_many_attempts": "尝试次数过多，请 15 分钟后再试，或拨打服务电话。",
  "fund.not_enough": "购买服务资金可用余额不足。",
};
