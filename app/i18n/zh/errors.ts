export const errors = {
  form: {
    title: "还有地方要改",
    stale: "这一页缺了内容，可能打开太久了。请重新打开这一页，再填一次。",
  },
  named: (label: string | undefined, error: string) =>
    label ? `${label.replace(/？$/, "")}：${error}` : error,
  movedOn: { words: "这一步已经办过了，或者现在还不能办。", look: "看看现在的情况" },
  page: {
    notFound: {
      title: "没有找到这一页",
      words: "网址可能写错了，或者这一页已经移走，也可能不是给您看的。",
    },
    forbidden: { title: "您不能打开这一页", words: "这一页要用别的身份登录才能看。" },
    conflict: {
      title: "情况刚刚变了",
      words: "有人刚改过这件事，您的操作没有生效。请返回看看最新情况，再试一次。",
    },
    tooMany: { title: "请稍等一下", words: "操作太频繁了，请过几分钟再试。" },
    fault: {
      title: "系统出错了",
      words: "不是您的问题，已经记录下来。您的操作可能没有生效，请过一会儿再试。",
    },
    unavailable: {
      title: "暂时不能办理",
      words: "系统正在恢复，什么都没有丢。请过几分钟再试，急事请打电话。",
    },
    badRequest: { title: "没有看懂这次请求", words: "请返回上一页，重新填写后再试。" },
    reference: "问题编号",
    home: "回到首页",
    services: "找服务",
  },
};
