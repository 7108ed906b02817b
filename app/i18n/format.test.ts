import { expect, test } from "vitest";
import { fen } from "#app/values/money.ts";
import { day, instantOf } from "#app/values/time.ts";
import { formatIn } from "./format.ts";

const zh = formatIn("zh");
const en = formatIn("en");
const close = instantOf(day("2026-11-30"), 17 * 60);

test("money is shown in yuan, with decimals only when there are some", () => {
  expect(zh.money(fen(123_400))).toBe("¥1,234");
  expect(zh.money(fen(123_405))).toBe("¥1,234.05");
  expect(en.money(fen(-50))).toBe("-¥0.50");
});

test("a deadline is spelled out in both languages", () => {
  expect(zh.deadline(close)).toBe("11月30日 星期一 17:00 前");
  expect(en.deadline(close)).toBe("before Monday 30 November, 17:00");
});

test("a deadline at midnight belongs to the day that ends", () => {
  expect(zh.deadline(instantOf(day("2026-11-30"), 1440))).toBe("11月30日 星期一 24:00 前");
});

test("an instant late in the evening of UTC is the next day in Shanghai", () => {
  expect(zh.instant(new Date("2026-11-29T16:30:00Z"))).toBe("11月30日 星期一 00:30");
  expect(zh.stamp(new Date("2026-11-29T16:30:00Z"))).toBe("2026年11月30日 00:30");
});

test("a range names the day twice only when it crosses midnight", () => {
  const noon = instantOf(day("2026-11-30"), 12 * 60);
  expect(zh.range(noon, close)).toBe("11月30日 星期一 12:00–17:00");
  expect(zh.range(close, instantOf(day("2026-12-01"), 60))).toBe(
    "11月30日 星期一 17:00–12月1日 星期二 01:00",
  );
});

test("a percentage never comes without its number", () => {
  expect(zh.percent(0.9555, 90, "review")).toBe("95.6%（共90条评价）");
  expect(en.percent(0.5, 1, "review")).toBe("50% (of 1 review)");
});

test("English knows one from many", () => {
  expect(en.count(1, "person")).toBe("1 person");
  expect(en.count(1200, "person")).toBe("1,200 people");
  expect(zh.count(1200, "person")).toBe("1,200人");
});

test("a duration is read in hours and minutes", () => {
  expect([45, 60, 90].map(zh.minutes)).toEqual(["45分钟", "1小时", "1小时30分钟"]);
});
