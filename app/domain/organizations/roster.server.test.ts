import { describe, expect, test } from "vitest";
import { findPerson } from "#app/domain/accounts/person.server.ts";
import { databaseNow } from "#app/domain/clock.server.ts";
import { newId } from "#app/values/id.ts";
import { addDays, dayOf, instantOf } from "#app/values/time.ts";
import { db } from "#db/client.server.ts";
import { one } from "#db/rows.ts";
import { actOf, makeManager, makeWorker } from "#db/seed/factories/accounts.ts";
import { makeBooking } from "#db/seed/factories/bookings.ts";
import { makeOffer, makeRosteredWorker } from "#db/seed/factories/services.ts";
import { addWorker } from "./add-worker.server.ts";
import { dropOtherDay } from "./drop-other-day.server.ts";
import { setOtherDay } from "./set-other-day.server.ts";
import { setWeeklyHours, type Week } from "./set-weekly-hours.server.ts";
import { findWorker, listActiveWorkers, listWorkers } from "./worker-queries.server.ts";

const today = dayOf(await databaseNow());
const off: Week = { 1: [], 2: [], 3: [], 4: [], 5: [], 6: [], 7: [] };
const range = (from: number, to: number) => ({ from: from * 60, to: to * 60 });

async function setting() {
  const manager = await makeManager();
  const { workerId } = await makeWorker(manager.organizationId);
  return { act: await actOf(manager), workerId, stranger: await actOf(await makeManager()) };
}

describe("a worker is added", () => {
  test("without an account of her own", async () => {
    const { act } = await setting();
    const id = await addWorker(act, { name: "赵兰", phone: "13900000002" });
    expect(await findWorker(act.by, id, today)).toMatchObject({
      name: "赵兰",
      account: null,
      week: [],
    });
  });

  test("with an account that leads to her visits", async () => {
    const { act } = await setting();
    const account = `zhaolan-${newId().slice(-8)}`;
    const draft = {
      name: "赵兰",
      phone: "13900000002",
      account: { account, password: "照护每一天" },
    };
    const workerId = await addWorker(act, draft);
    const user = one(
      await db.query.users.findMany({ where: (users, { eq }) => eq(users.account, account) }),
    );
    const person = await findPerson(user.id);
    expect(person?.workerId).toBe(workerId);
    expect(person?.memberships).toMatchObject([
      { role: "worker", organizationId: act.by.organizationId },
    ]);
    await expect(addWorker(act, draft)).rejects.toMatchObject({ code: "account.taken" });
    expect((await listWorkers(act.by)).total).toBe(2);
  });
});

describe("a week is set", () => {
  test("in place of the one before", async () => {
    const { act, workerId } = await setting();
    await setWeeklyHours(act, workerId, { ...off, 1: [range(8, 12)], 6: [range(8, 12)] });
    await setWeeklyHours(act, workerId, { ...off, 1: [range(13, 17), range(9, 12)] });
    expect((await findWorker(act.by, workerId, today))?.week).toEqual([
      { weekday: 1, ...range(9, 12) },
      { weekday: 1, ...range(13, 17) },
    ]);
    expect((await listWorkers(act.by)).rows[0]?.minutes).toBe(7 * 60);
  });

  test("never with hours that overlap", async () => {
    const { act, workerId } = await setting();
    await setWeeklyHours(act, workerId, { ...off, 2: [range(9, 12)] });
    await expect(
      setWeeklyHours(act, workerId, { ...off, 1: [range(9, 12), range(11, 13)] }),
    ).rejects.toMatchObject({ code: "worker.hours_overlap" });
    expect((await findWorker(act.by, workerId, today))?.week).toHaveLength(1);
  });

  test("by her own organization alone", async () => {
    const { workerId, stranger } = await setting();
    await expect(setWeeklyHours(stranger, workerId, off)).rejects.toMatchObject({
      code: "not_found",
    });
    expect(await findWorker(stranger.by, workerId, today)).toBeUndefined();
  });
});

describe("a day is made different", () => {
  test("as leave, then as other hours, then as the week has it again", async () => {
    const { act, workerId, stranger } = await setting();
    const day = addDays(today, 3);
    await setOtherDay(act, workerId, { day, hours: null, note: "请假" });
    await setOtherDay(act, workerId, { day: addDays(today, -1), hours: null, note: "过去" });
    const days = async () => (await findWorker(act.by, workerId, today))?.otherDays;
    expect(await days()).toEqual([{ day, from: null, to: null, note: "请假", booked: 0 }]);
    await setOtherDay(act, workerId, { day, hours: range(13, 15), note: "" });
    expect(await days()).toMatchObject([{ day, ...range(13, 15), note: "" }]);

    const strangers = { code: "not_found" };
    await expect(dropOtherDay(stranger, workerId, day)).rejects.toMatchObject(strangers);
    await expect(
      setOtherDay(stranger, workerId, { day, hours: null, note: "" }),
    ).rejects.toMatchObject(strangers);

    await dropOtherDay(act, workerId, day);
    expect(await days()).toEqual([]);
    await expect(dropOtherDay(act, workerId, day)).rejects.toMatchObject(strangers);
  });
});

test("a day off tells how many bookings still stand on it", async () => {
  const offer = await makeOffer();
  const { workerId } = await makeRosteredWorker(offer.id);
  const act = await actOf(await makeManager(offer.organizationId));
  const day = addDays(today, 3);
  await makeBooking({ offerId: offer.id, workerId, startsAt: instantOf(day, 10 * 60) });
  await makeBooking({ offerId: offer.id, workerId, startsAt: instantOf(addDays(day, 1), 0) });
  await setOtherDay(act, workerId, { day, hours: null, note: "" });
  expect((await findWorker(act.by, workerId, today))?.otherDays).toMatchObject([{ booked: 1 }]);
});

test("the list tells what each worker delivers, of this organization only", async () => {
  const offer = await makeOffer({ title: "上门理发" });
  const { workerId } = await makeRosteredWorker(offer.id);
  const manager = await makeManager(offer.organizationId);
  const known = [{ id: workerId, delivers: ["上门理发"], minutes: 7 * 8 * 60 }];
  expect((await listWorkers(manager)).rows).toMatchObject(known);
  expect(await listActiveWorkers(manager)).toMatchObject(known);
});

test("workers are listed a page at a time and found by name or phone", async () => {
  const act = await actOf(await makeManager());
  for (let index = 10; index < 33; index += 1) {
    await addWorker(act, { name: index === 32 ? "赵兰" : "钱梅", phone: `139000000${index}` });
  }
  const first = await listWorkers(act.by);
  const rest = await listWorkers(act.by, { after: first.next ?? undefined });
  expect([first.rows.length, first.total, rest.rows.length, rest.next]).toEqual([20, 23, 3, null]);
  expect(new Set([...first.rows, ...rest.rows].map(({ id }) => id)).size).toBe(23);
  expect(await listWorkers(act.by, { words: "赵" })).toMatchObject({ total: 1 });
  expect(await listWorkers(act.by, { words: "13900000015" })).toMatchObject({ total: 1 });
});
