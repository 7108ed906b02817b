import { eq } from "drizzle-orm";
import { describe, expect, test, vi } from "vitest";
import type { Id } from "#app/values/id.ts";
import { yuan } from "#app/values/money.ts";
import { addDays, addTo, type Day, dayOf, hours, instantOf } from "#app/values/time.ts";
import { client, db } from "#db/client.server.ts";
import { calendarDays, contracts, offerSummaries, workerDays, workers } from "#db/schema/index.ts";
import { makeCommunity, makeOffice } from "#db/seed/factories/accounts.ts";
import { makeBooking } from "#db/seed/factories/bookings.ts";
import { makeActiveContract } from "#db/seed/factories/contracts.ts";
import {
  makeOffer,
  makeProgramme,
  makeRosteredWorker,
  makeServiceSession,
} from "#db/seed/factories/services.ts";
import { databaseNow } from "../clock.server.ts";
import { listFreeDays } from "./availability.server.ts";
import { type CatalogueWish, findCatalogue } from "./catalogue.server.ts";
import { countFreeTimes } from "./count-free-times.server.ts";

const now = await databaseNow();
const today = dayOf(now);

/** A contract in an office of its own, so that a test finds its own offers only. */
async function street() {
  const office = await makeOffice();
  const community = await makeCommunity(office.id);
  const contract = await makeActiveContract({ officeId: office.id });
  const offer = (wish: Parameters<typeof makeOffer>[0] = {}) =>
    makeOffer({ contractId: contract.id, communityIds: [community.id], ...wish });
  const find = async (wish: CatalogueWish = {}) => {
    while ((await countFreeTimes()) > 0);
    return await findCatalogue({ communityId: community.id, ...wish }, now);
  };
  const titles = async (wish?: CatalogueWish) => (await find(wish)).rows.map(({ title }) => title);
  return { office, community, contract, offer, find, titles };
}

const hoursOf = (from: number, to: number) =>
  [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({
    weekday,
    fromMinute: from * 60,
    toMinute: to * 60,
  }));

describe("the catalogue shows", () => {
  test("published offers of active contracts and nothing else", async () => {
    const { contract, offer, find } = await street();
    await offer({ title: "甲" });
    await offer({ title: "乙", published: false });
    expect((await find()).rows).toMatchObject([{ title: "甲", mode: "visit" }]);
    await db.update(contracts).set({ status: "completed" }).where(eq(contracts.id, contract.id));
    const empty = await find();
    expect(empty).toMatchObject({ rows: [], total: 0, next: null });
  });

  test("twenty a page, each offer once, and how many there are in all", async () => {
    const { offer, find } = await street();
    const made: string[] = [];
    for (let index = 0; index < 23; index += 1) {
      made.push((await offer({ title: index % 2 ? "同名服务" : `服务${index}` })).id);
    }
    const first = await find();
    expect([first.rows.length, first.total]).toEqual([20, 23]);
    const rest = await find({ after: first.next ?? undefined });
    expect([rest.rows.length, rest.total, rest.next]).toEqual([3, 23, null]);
    const shown = [...first.rows, ...rest.rows].map(({ id }) => id);
    expect(shown.sort()).toEqual(made.sort());
  });

  test("a rating with how many gave it", async () => {
    const { offer, find } = await street();
    const { id: offerId } = await offer();
    await db
      .insert(offerSummaries)
      .values({ offerId, delivered: 12, rated: 10, satisfied: 9, ratingSum: 46 });
    expect((await find()).rows[0]?.ratings).toMatchObject({
      n: 10,
      mean: 4.6,
      satisfiedShare: 0.9,
    });
  });
});

describe("the catalogue is searched", () => {
  test("by Chinese words and by pinyin initials, all of which must be there", async () => {
    const { offer, titles } = await street();
    await offer({ title: "居家照护", initials: "jjzh", description: "为独居老人上门照护" });
    await offer({ title: "上门理发", initials: "smlf", description: "为行动不便的老人理发" });
    expect(await titles({ words: "照护" })).toEqual(["居家照护"]);
    expect(await titles({ words: "老人" })).toHaveLength(2);
    expect(await titles({ words: "老人 理发" })).toEqual(["上门理发"]);
    expect(await titles({ words: "JJZH" })).toEqual(["居家照护"]);
    expect(await titles({ words: "ml" })).toEqual(["上门理发"]);
    expect(await titles({ words: "护照" })).toEqual([]);
    expect(await titles({ words: "100%_' OR" })).toEqual([]);
    expect(await titles({ words: "理%发" })).toEqual([]);
    expect(await titles({ words: "  " })).toHaveLength(2);
  });

  test("by community and by kind", async () => {
    const { office, community, offer, titles } = await street();
    const other = await makeCommunity(office.id);
    await offer({ title: "甲" });
    await offer({ title: "乙", communityIds: [other.id], serviceType: "haircut" });
    await offer({ title: "丙", communityIds: [community.id, other.id], serviceType: "haircut" });
    expect((await titles()).sort()).toEqual(["丙", "甲"]);
    expect((await titles({ communityId: other.id })).sort()).toEqual(["丙", "乙"]);
    expect(await titles({ kind: "haircut" })).toEqual(["丙"]);
    expect(await titles({ kind: "no such kind" })).toEqual([]);
  });

  test("by street, whose communities can then be chosen", async () => {
    const { office, community, offer } = await street();
    await offer({ title: "甲" });
    const found = await findCatalogue({ street: office.name }, now);
    expect(found).toMatchObject({ office: { id: office.id }, severalOffices: true, total: 1 });
    expect(found.communities.map(({ id }) => id)).toContain(community.id);
    const everywhere = await findCatalogue({}, now);
    expect(everywhere).toMatchObject({ office: null, communities: [] });
    expect(everywhere.total).toBeGreaterThan(1);
  });

  test("by day: seats that are free, and visits for which somebody has time", async () => {
    const { offer, titles } = await street();
    const day = addDays(today, 5);
    const seats = await offer({ title: "日托", mode: "seat" });
    const startsAt = instantOf(day, 9 * 60);
    await makeServiceSession({ offerId: seats.id, startsAt, capacity: 1 });
    const full = await offer({ title: "满员", mode: "seat" });
    await makeServiceSession({ offerId: full.id, startsAt, capacity: 1, taken: 1 });
    const visit = await offer({ title: "照护" });
    const { workerId } = await makeRosteredWorker(visit.id);
    await offer({ title: "无人" });
    expect((await titles({ day })).sort()).toEqual(["日托", "照护"]);

    await db.insert(workerDays).values({ workerId, day });
    expect(await titles({ day })).toEqual(["日托"]);
    expect(await titles({ day: addDays(day, 1) })).toEqual(["照护"]);
    for (let hour = 9; hour < 17; hour += 1) {
      const at = instantOf(addDays(day, 1), hour * 60);
      await makeBooking({ offerId: visit.id, workerId, startsAt: at });
    }
    expect(await titles({ day: addDays(day, 1) })).toEqual([]);
    expect(await titles({ day: addDays(day, 2) })).toEqual(["照护"]);
    expect(await titles({ day: addDays(today, -1) })).toEqual([]);
    expect(await titles({ day: addDays(today, 29) })).toEqual([]);
  });
});

describe("a row tells", () => {
  test("the next session with a free seat, from the day looked for", async () => {
    const { offer, find } = await street();
    const { id: offerId } = await offer({ mode: "seat" });
    const at = (ahead: number) => instantOf(addDays(today, ahead), 9 * 60);
    await makeServiceSession({ offerId, startsAt: at(2), capacity: 5, taken: 5 });
    await makeServiceSession({ offerId, startsAt: at(3), capacity: 5, taken: 2 });
    await makeServiceSession({ offerId, startsAt: at(6), capacity: 5 });
    expect((await find()).rows[0]).toMatchObject({ nextDay: addDays(today, 3), seatsFree: 3 });
    expect((await find({ day: addDays(today, 6) })).rows[0]).toMatchObject({
      nextDay: addDays(today, 6),
      seatsFree: 5,
    });
  });

  test("the next day with a free start, and that there is none", async () => {
    const { offer, find } = await street();
    const visit = await offer({ noticeHours: 0 });
    expect((await find()).rows[0]?.nextDay).toBeNull();
    const { workerId } = await makeRosteredWorker(visit.id, hoursOf(9, 10));
    const tomorrow = addDays(today, 1);
    await db.insert(workerDays).values({ workerId, day: today });
    expect((await find()).rows[0]?.nextDay).toBe(tomorrow);
    const startsAt = instantOf(tomorrow, 9 * 60);
    await makeBooking({ offerId: visit.id, workerId, startsAt });
    expect((await find()).rows[0]?.nextDay).toBe(addDays(today, 2));
  });

  test("the price for the reader's situation", async () => {
    const { office, offer, find } = await street();
    const programme = await makeProgramme({ officeId: office.id, rateBp: 5000, ageFrom: 80 });
    await offer({ price: yuan(60), programmeId: programme.id });
    const situation = (ageFrom: number) => ({ ageFrom, lowIncome: false, disabled: false });
    const split = async (wish: CatalogueWish) => (await find(wish)).rows[0]?.split;
    expect(await split({})).toMatchObject({ fundShare: 0, residentShare: yuan(60) });
    expect(await split({ situation: situation(60) })).toMatchObject({ fundShare: 0 });
    expect(await split({ situation: situation(80) })).toMatchObject({ residentShare: yuan(30) });
    const page = await find();
    expect(page.situations).toEqual([situation(80)]);
    expect(page.rows[0]?.withSubsidy).toBe(yuan(30));
  });
});

test("the days that were counted for a visit are those that the booking would offer", async () => {
  const holiday = addDays(today, 2);
  await db.insert(calendarDays).values({ day: holiday, kind: "holiday", name: "测试假日" });
  const { offer, find, titles } = await street();
  const dice = rolled(20261123);
  for (let round = 0; round < 25; round += 1) {
    const visit = await offer({
      title: `第${String(round).padStart(2, "0")}轮`,
      durationMinutes: 30 + dice(4) * 15,
      bufferBeforeMinutes: dice(3) * 10,
      bufferAfterMinutes: dice(3) * 10,
      noticeHours: dice(72),
      horizonDays: 1 + dice(12),
    });
    for (let worker = dice(3); worker > 0; worker -= 1) await fillWorker(visit, dice);
  }
  const shown = (await find()).rows.concat(
    (await find({ after: (await find()).next ?? undefined })).rows,
  );
  expect(shown).toHaveLength(25);
  const free = new Map<string, Day[]>();
  for (const { id, title, nextDay } of shown) {
    const days = await listFreeDays(id, today, addDays(today, 13), now);
    const named = days.map(({ day }) => day);
    expect([title, nextDay]).toEqual([title, named[0] ?? null]);
    free.set(title, named);
  }
  for (let ahead = 0; ahead < 13; ahead += 1) {
    const day = addDays(today, ahead);
    const expected = shown.filter(({ title }) => free.get(title)?.includes(day));
    expect([day, await titles({ day })]).toEqual([day, expected.map(({ title }) => title)]);
  }
  expect(new Set(shown.map(({ nextDay }) => nextDay)).size).toBeGreaterThan(3);
});

/** A worker with narrow hours, some of them taken, some days off or different. */
async function fillWorker(visit: { id: Id<"offer"> }, dice: (below: number) => number) {
  const start = 8 + dice(8);
  const { workerId } = await makeRosteredWorker(visit.id, hoursOf(start, start + 1 + dice(3)));
  for (let ahead = 0; ahead < 6; ahead += 1) {
    const day = addDays(today, ahead);
    const kind = dice(4);
    if (kind === 0) await db.insert(workerDays).values({ workerId, day });
    if (kind === 1) {
      await db
        .insert(workerDays)
        .values({ workerId, day, fromMinute: 600, toMinute: 600 + 60 * (1 + dice(3)) });
    }
    if (kind > 1) {
      const startsAt = addTo(instantOf(day, start * 60), hours(dice(2)));
      await makeBooking({ offerId: visit.id, workerId, startsAt });
    }
  }
  if (dice(6) === 0)
    await db.update(workers).set({ active: false }).where(eq(workers.id, workerId));
}

/** The same numbers each time: a linear congruential generator. */
function rolled(seed: number) {
  let state = seed;
  return (below: number) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * below);
  };
}

test("a page asks the same number of questions for twenty offers as for one", async () => {
  const { offer, find } = await street();
  await makeRosteredWorker((await offer()).id);
  const one = await statementsOf(find);
  for (let index = 0; index < 19; index += 1) await makeRosteredWorker((await offer()).id);
  expect((await find()).rows).toHaveLength(20);
  expect(await statementsOf(find)).toBe(one);
});

/** How many statements the database began for the application while the page was made. */
async function statementsOf(read: () => Promise<unknown>): Promise<number> {
  const begun = vi.spyOn(client, "unsafe");
  await read();
  const { length } = begun.mock.calls;
  begun.mockRestore();
  return length;
}
