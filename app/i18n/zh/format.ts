type Unit = (n: string, isOne: boolean) => string;
const unit =
  (word: string): Unit =>
  (n) =>
    `${n}${word}`;

/** Words inside numbers and dates. `units` is open: `format.count(n, unit)` takes any of its keys. */
export const format = {
  locale: "zh-CN",
  before: (moment: string) => `${moment} 前`,
  between: (from: string, to: string) => `${from}–${to}`,
  hours: (hours: number) => `${hours}小时`,
  minutes: (minutes: number) => `${minutes}分钟`,
  hoursAndMinutes: (hours: number, minutes: number) => `${hours}小时${minutes}分钟`,
  percentOf: (percent: string, of: string) => `${percent}（共${of}）`,
  units: {
    item: unit("项"),
    person: unit("人"),
    household: unit("户"),
    time: unit("次"),
    day: unit("天"),
    workingDay: unit("个工作日"),
    hour: unit("小时"),
    seat: unit("个名额"),
    session: unit("个场次"),
    start: unit("个时间"),
    point: unit("分"),
    community: unit("个社区"),
    project: unit("个项目"),
    tender: unit("个采购"),
    bid: unit("份投标"),
    contract: unit("份合同"),
    milestone: unit("个付款节点"),
    service: unit("项服务"),
    organization: unit("家机构"),
    booking: unit("个预约"),
    review: unit("条评价"),
    event: unit("条记录"),
    payment: unit("笔付款"),
  },
};
