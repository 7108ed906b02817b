import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { day, dayOf, instantOf } from "#app/values/time.ts";
import { db } from "#db/client.server.ts";
import { calendarChanges, tenders } from "#db/schema/index.ts";
import { actOf, makeOperator } from "#db/seed/factories/accounts.ts";
import { makeOpenTender } from "#db/seed/factories/tenders.ts";
import { atOnce } from "#db/testing/at-once.ts";
import {
  findCalendarDay,
  listCalendarChanges,
  listCalendarDays,
  readCalendar,
  setCalendarDay,
} from "./calendar.server.ts";
import { listDeadlinesOn } from "./running-deadlines.server.ts";
import { addWorkingDays } from "./working-days.ts";

const reason = "国办发明电〔2026〕9号";

describe("the calendar of 2027", () => {
  test("has the statutory holidays and no make-up workday before it is announced", async () => {
    const days = await listCalendarDays(await makeOperator(), 2027);
    expect(days.map(({ day }) => day.slice(5))).toEqual([
      "01-01",
      "02-05",
      "02-06",
      "02-07",
      "02-08",
      "04-05",
      "05-01",
      "05-02",
      "06-09",
      "09-15",
      "10-01",
      "10-02",
      "10-03",
    ]);
    expect(days.every(({ kind }) => kind === "holiday")).toBe(true);
  });
});

describe("a day that the operator changes", () => {
  test("counts as she says from then on, and everybody sees who did it when and why", async () => {
    const operator = await makeOperator();
    const on = day("2027-02-14");
    const next = async () => addWorkingDays(day("2027-02-12"), 1, await readCalendar(db));
    expect(await next()).toBe("2027-02-15");
    const name = "春节调休上班";
    await setCalendarDay(await actOf(operator), { day: on, kind: "workday", name, reason });
    expect(await next()).toBe(on);
    await setCalendarDay(await actOf(operator), { day: on, kind: "ordinary", name: "", reason });
    expect(await next()).toBe("2027-02-15");
    expect(await findCalendarDay(operator, on)).toBeUndefined();
    expect(await listCalendarChanges(operator, on)).toMatchObject([
      { before: "workday", after: "ordinary", reason },
      { before: "ordinary", after: "workday", name, reason },
    ]);
  });

  test("is refused when it has passed, or is as she says already", async () => {
    const act = await actOf(await makeOperator());
    const past = { day: day("2026-01-05"), kind: "holiday" as const, name: "假日", reason };
    await expect(setCalendarDay(act, past)).rejects.toMatchObject({ code: "calendar.past" });
    const same = { day: day("2027-10-01"), kind: "holiday" as const, name: "国庆节", reason };
    await expect(setCalendarDay(act, same)).rejects.toMatchObject({ code: "calendar.unchanged" });
  });

  test("is changed once by the same form sent twice", async () => {
    const act = await actOf(await makeOperator());
    const change = {
      day: day("2027-10-09"),
      kind: "workday" as const,
      name: "国庆节调休上班",
      reason,
    };
    const { done } = await atOnce(3, () => setCalendarDay(act, change));
    expect(done).toHaveLength(1);
  });

  test("leaves a history that nobody changes", async () => {
    const act = await actOf(await makeOperator());
    const on = day("2027-11-11");
    await setCalendarDay(act, { day: on, kind: "holiday", name: "测试", reason });
    const own = eq(calendarChanges.day, on);
    await expect(db.update(calendarChanges).set({ reason: "别的" }).where(own)).rejects.toThrow();
    await expect(db.delete(calendarChanges).where(own)).rejects.toThrow();
  });

  test("shows beforehand what ends on it, up to its last moment", async () => {
    const operator = await makeOperator();
    const { tender } = await makeOpenTender();
    const { deadline } = tender;
    if (!deadline) throw new Error("no deadline");
    const on = dayOf(deadline);
    const ids = async () => (await listDeadlinesOn(operator, on)).map(({ id }) => id);
    expect(await ids()).toContain(tender.id);
    const end = { deadline: instantOf(on, 1440) };
    await db.update(tenders).set(end).where(eq(tenders.id, tender.id));
    expect(await ids()).toContain(tender.id);
  });
});
