import type { Fen } from "#app/values/money.ts";
import { addDays, type Day, dayOf, minutesOf } from "#app/values/time.ts";
import { format as en } from "./en/format.ts";
import type { Language } from "./language.ts";
import { format as zh } from "./zh/format.ts";

export type Unit = keyof typeof zh.units;
export type Format = ReturnType<typeof makeFormat>;

const words = { zh, en };
const made = { zh: makeFormat("zh"), en: makeFormat("en") };

/** How numbers, money and time are written in a language; always Shanghai time. */
export const formatIn = (language: Language): Format => made[language];

function makeFormat(language: Language) {
  const numbers = makeNumbers(language);
  const days = makeDays(language);
  return { ...numbers, ...days, ...makeInstants(language, days) };
}

function makeNumbers(language: Language) {
  const { locale, units, percentOf } = words[language];
  const whole = new Intl.NumberFormat(locale);
  const percents = new Intl.NumberFormat(locale, { style: "percent", maximumFractionDigits: 1 });
  const joined = new Intl.ListFormat(locale, { type: "conjunction" });

  const byPlaces = new Map<number, Intl.NumberFormat>();
  /** Made once: making one takes longer than rendering a row. */
  const decimals = (places: number) => {
    const known = byPlaces.get(places);
    if (known) return known;
    const fraction = { minimumFractionDigits: places, maximumFractionDigits: places };
    const format = new Intl.NumberFormat(locale, fraction);
    byPlaces.set(places, format);
    return format;
  };

  const number = (n: number) => whole.format(n);
  const count = (n: number, unit: Unit) => units[unit](number(n), n === 1);
  return {
    number,
    count,
    decimal: (n: number, places: number) => decimals(places).format(n),
    /** ¥1,234.50, without decimals when whole. */
    money: (amount: Fen) => {
      const rest = Math.abs(amount % 100);
      const yuan = number(Math.trunc(Math.abs(amount) / 100));
      return `${amount < 0 ? "-" : ""}¥${yuan}${rest ? `.${String(rest).padStart(2, "0")}` : ""}`;
    },
    /** A share of 0 to 1, never without the number it was counted from. */
    percent: (share: number, n: number, unit?: Unit) =>
      percentOf(percents.format(share), unit ? count(n, unit) : number(n)),
    list: (items: string[]) => joined.format(items),
  };
}

function makeDays(language: Language) {
  const { locale } = words[language];
  const names = (options: Intl.DateTimeFormatOptions) => {
    const format = new Intl.DateTimeFormat(locale, { timeZone: "UTC", ...options });
    return (day: string) => format.format(new Date(`${day}T00:00:00Z`));
  };
  const weekdays = names({ weekday: "long" });
  const dayOfYear = names({ day: "numeric", month: "long" });
  const month = names({ year: "numeric", month: "long" });
  return {
    /** 2026年11月30日 */
    day: names({ year: "numeric", month: "long", day: "numeric" }),
    /** 11月30日 星期一 */
    dayLong: (day: Day) =>
      language === "zh"
        ? `${dayOfYear(day)} ${weekdays(day)}`
        : `${weekdays(day)} ${dayOfYear(day)}`,
    weekday: (day: Day) => weekdays(day),
    /** A month written "YYYY-MM". */
    month: (text: string) => month(`${text}-01`),
  };
}

function makeInstants(language: Language, days: ReturnType<typeof makeDays>) {
  const text = words[language];
  const comma = language === "zh" ? " " : ", ";
  const time = (at: Date) => clock(minutesOf(at));
  const instant = (at: Date) => `${days.dayLong(dayOf(at))}${comma}${time(at)}`;
  return {
    time,
    instant,
    /** With the year, for records: 2026年11月30日 17:00. */
    stamp: (at: Date) => `${days.day(dayOf(at))}${comma}${time(at)}`,
    /** 11月30日 星期一 17:00 前; midnight is the 24:00 of the day before. */
    deadline: (at: Date) => {
      const midnight = minutesOf(at) === 0;
      const on = midnight ? addDays(dayOf(at), -1) : dayOf(at);
      return text.before(`${days.dayLong(on)}${comma}${midnight ? "24:00" : time(at)}`);
    },
    /** The day once when both instants share it. */
    range: (from: Date, to: Date) =>
      text.between(instant(from), dayOf(from) === dayOf(to) ? time(to) : instant(to)),
    /** A duration in whole minutes. */
    minutes: (n: number) => {
      const hours = Math.floor(n / 60);
      if (!hours) return text.minutes(n);
      return n % 60 ? text.hoursAndMinutes(hours, n % 60) : text.hours(hours);
    },
  };
}

function clock(minutesOfDay: number): string {
  const two = (n: number) => String(n).padStart(2, "0");
  return `${two(Math.floor(minutesOfDay / 60))}:${two(minutesOfDay % 60)}`;
}
