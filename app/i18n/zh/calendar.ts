import type { DayKind } from "#app/domain/offices/working-days.ts";
import type { Weekday } from "#app/values/time.ts";

/** The operator's calendar of working days. */
export const calendar = {
  title: "工作日日历",
  lead: "公示期等按工作日计算的期限都用这份日历：周一到周五上班，下面列出的日子例外。",
  find: "要看或改哪一天（如 2027-02-14）",
  noDay: "没有这一天，请按 2027-02-14 的样子填写。",
  ofYear: (year: string) => `${year}年`,
  notAnnounced: (year: string) =>
    `${year}年只录入了法定节假日。调休的上班日和连休，等国务院办公厅公布放假安排以后，再逐日录入。`,
  day: "日期",
  weekday: "星期",
  weekdays: {
    1: "星期一",
    2: "星期二",
    3: "星期三",
    4: "星期四",
    5: "星期五",
    6: "星期六",
    7: "星期日",
  } satisfies Record<Weekday, string>,
  kind: "怎样算",
  kinds: {
    holiday: "放假",
    workday: "调休上班",
    ordinary: "平常日子",
  } satisfies Record<DayKind, string>,
  kindHints: {
    holiday: "不算工作日，服务也默认不排班。",
    workday: "周六、周日也算工作日。",
    ordinary: "周一到周五算工作日，周六、周日不算。",
  } satisfies Record<DayKind, string>,
  name: "名称",
  nameHint: "例如“国庆节”“国庆节调休上班”；平常日子不用填。",
  empty: (year: string) => `${year}年还没有录入。`,
  isNow: (weekday: string, kind: string, name: string) =>
    `${weekday}，现在是${kind}${name ? `（${name}）` : ""}。`,
  deadlines: "当天到期的期限",
  deadlinesNote: "已经算好、公布过的期限不因日历改动而变；以后新算的按新的日历。",
  noDeadlines: "没有期限在这一天到期。",
  purchase: "采购",
  what: "什么期限",
  whats: { bids: "投标截止", standstill: "公示期满", comments: "征求意见截止" },
  office: "街道",
  until: "到期",
  submit: "保存，马上生效",
  reason: "为什么改",
  reasonHint: "写明依据，例如国务院办公厅放假通知的文号。",
  history: "修改历史",
  change: "改动",
  changed: (before: string, after: string) => `${before}改为${after}`,
  by: "谁改的",
  at: "修改时间",
  noChanges: "还没有人改过。",
};
