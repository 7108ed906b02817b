/** What shows that one organization alone may be asked. */
export const evidence = {
  title: "定向购买的依据材料",
  lead: (tender: string) => `《${tender}》为什么只邀请一家。材料和公告一起公开，人人可以下载。`,
  list: "已上传的材料",
  empty: "还没有材料。至少要有一份，才能提交审批。",
  what: "说明什么",
  file: "文件",
  remove: "删除",
  add: "上传一份材料",
  addTitle: "这份材料说明什么",
  addTitleHint: "例如：独家经营许可、上级批复、首次采购流标的公告。",
  addFile: "选择文件",
  addFileHint: "PDF、JPEG或PNG，不超过5MB。请先遮住个人的住址、电话和证件号码：材料会公开。",
  submit: "上传",
  removal: {
    title: (what: string) => `删除“${what}”`,
    lead: "只有草稿里的材料可以删除，提交审批后就不能再动了。",
    submit: "删除这份材料",
  },
  link: "依据材料",
  public: {
    title: "为什么只邀请一家",
    ground: "情形",
    reason: "理由和依据",
    invited: "受邀的机构",
    files: "依据材料",
  },
};
