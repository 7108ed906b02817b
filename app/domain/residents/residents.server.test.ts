import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { findPerson } from "#app/domain/accounts/person.server.ts";
import type { CommunityWorker, Resident } from "#app/domain/act.ts";
import { bookVisit } from "#app/domain/bookings/book-visit.server.ts";
import { yuan } from "#app/values/money.ts";
import { addDays, day, dayOf, instantOf } from "#app/values/time.ts";
import { db } from "#db/client.server.ts";
import { one } from "#db/rows.ts";
import { events, memberships, residents } from "#db/schema/index.ts";
import { actOf, makeCommunityWorker, makeResident } from "#db/seed/factories/accounts.ts";
import { makeBooking, makeNeighbour } from "#db/seed/factories/bookings.ts";
import { makeOffer, makeRosteredWorker } from "#db/seed/factories/services.ts";
import { atOnce } from "#db/testing/at-once.ts";
import { findNeighbour, listCalls, listNeighbours } from "./neighbours.server.ts";
import { findReader, readAddress, readCard } from "./own-queries.server.ts";
import { startProxySession } from "./proxy.server.ts";
import { listProxyLog, listReadings } from "./proxy-log.server.ts";
import { type NewResident, registerResident } from "./register.server.ts";
import { unsealText } from "./sealed-fields.server.ts";

const grandma: NewResident = {
  name: "孙玉珍",
  bornOn: day("1939-02-28"),
  registered: true,
  lowIncome: true,
  address: "桂苑路 31 号 1 单元 102 室",
};
const register = async (by: CommunityWorker, wish: Partial<NewResident> = {}) =>
  registerResident(await actOf(by), { ...grandma, ...wish });

test("somebody without phone and account is registered, with a PIN and an address nobody can read in the table", async () => {
  const worker = await makeCommunityWorker();
  const id = await register(worker);
  const row = one(await db.select().from(residents).where(eq(residents.id, id)));
  expect(row).toMatchObject({
    name: "孙玉珍",
    phone: null,
    userId: null,
    officeId: worker.officeId,
    communityId: worker.communityId,
  });
  expect(unsealText(row.pinSealed)).toMatch(/^\d{4}$/);
  expect(Buffer.from(row.addressSealed ?? []).toString()).not.toContain("桂苑路");
  const told = await db.select().from(events).where(eq(events.byUserId, worker.userId));
  expect(told).toMatchObject([{ name: "resident.registered", detail: { residentId: id } }]);
});

test("with an account she can sign in; a taken account registers nobody", async () => {
  const worker = await makeCommunityWorker();
  const account = { name: `138${String(Date.now()).slice(-8)}`, password: "gui yuan 1939" };
  const id = await register(worker, { account });
  const { userId } = one(await db.select().from(residents).where(eq(residents.id, id)));
  expect(userId && (await findPerson(userId))?.resident).toMatchObject({ id });
  expect(await db.$count(memberships, eq(memberships.userId, userId ?? worker.userId))).toBe(1);
  const second = register(worker, { name: "孙玉兰", account });
  await expect(second).rejects.toMatchObject({ code: "account.taken" });
  expect((await listNeighbours(worker, {})).total).toBe(1);
});

test("a form sent twice at once registers one person", async () => {
  const worker = await makeCommunityWorker();
  const { done, refused } = await atOnce(4, () => register(worker));
  expect(done).toHaveLength(1);
  for (const error of refused) expect(error).toMatchObject({ code: "resident.known" });
});

test("a community worker finds her own community's people by name or phone, and nobody else", async () => {
  const worker = await makeCommunityWorker();
  const id = await register(worker, { phone: "13800001234" });
  await register(worker, { name: "李大爷" });
  const stranger = await makeResident({ name: "孙玉珍" });
  const found = async (words: string) =>
    (await listNeighbours(worker, { words })).rows.map((row) => row.name);
  expect(await found("玉珍")).toEqual(["孙玉珍"]);
  expect(await found("1234")).toEqual(["孙玉珍"]);
  expect(await found("%")).toEqual([]);
  expect(await findNeighbour(worker, id)).toMatchObject({ name: "孙玉珍", hasAddress: true });
  expect(await findNeighbour(worker, stranger.residentId)).toBeUndefined();
});

test("names go on page by page", async () => {
  const worker = await makeCommunityWorker();
  const { officeId, communityId } = worker;
  for (let n = 0; n < 23; n += 1) await makeResident({ officeId, communityId });
  const first = await listNeighbours(worker, {});
  const second = await listNeighbours(worker, { after: first.next ?? "" });
  expect([first.rows.length, second.rows.length, second.next]).toEqual([20, 3, null]);
  const ids = [...first.rows, ...second.rows].map((row) => row.id);
  expect(new Set(ids).size).toBe(23);
});

test("the call list has the day's bookings of the community, in order of time", async () => {
  const offer = await makeOffer();
  const wang = await makeNeighbour(offer);
  const { officeId, communityId } = wang;
  const worker = await makeCommunityWorker({ id: communityId, officeId });
  const tomorrow = addDays(dayOf(new Date()), 1);
  const { workerId } = await makeRosteredWorker(offer.id);
  const booked = { offerId: offer.id, workerId };
  const at = (hour: number) => instantOf(tomorrow, hour * 60);
  await makeBooking({ ...booked, residentId: wang.residentId, startsAt: at(15) });
  await makeBooking({ ...booked, residentId: wang.residentId, startsAt: at(9) });
  await makeBooking({ ...booked, startsAt: at(11), state: "cancelled" });
  await makeBooking();
  const calls = await listCalls(worker, tomorrow);
  expect(calls.map(({ startsAt }) => startsAt)).toEqual([at(9), at(15)]);
  expect(calls[0]).toMatchObject({ resident: "刘桂芳", title: "居家照护" });
  expect(await listCalls(worker, addDays(tomorrow, 1))).toEqual([]);
});

async function actingForWang() {
  const offer = await makeOffer();
  await makeRosteredWorker(offer.id);
  const wang = await makeNeighbour(offer, { addressSealed: null });
  const { officeId, communityId, residentId } = wang;
  const worker = await makeCommunityWorker({ id: communityId, officeId });
  const reason = "行动不便，电话委托";
  const session = await startProxySession(await actOf(worker), { residentId, reason });
  const { userId } = worker;
  const by: Resident = {
    role: "resident",
    userId,
    residentId,
    officeId,
    proxySessionId: session.id,
  };
  return { offer, wang, by };
}

test("the resident sees who acted for her, why, and what was done", async () => {
  const { offer, wang, by } = await actingForWang();
  const startsAt = instantOf(addDays(dayOf(new Date()), 2), 10 * 60);
  await bookVisit(await actOf(by), {
    ...{ offerId: offer.id, startsAt, note: "", address: "桂苑路 9 号" },
    residentShare: yuan(60),
    idempotencyKey: crypto.randomUUID(),
  });
  expect(await findReader(by)).toMatchObject({ proxy: { who: "周敏" } });
  const log = await listProxyLog(wang);
  expect(log).toMatchObject([{ who: "周敏", reason: "行动不便，电话委托" }]);
  expect(log[0]?.acts.map(({ name }) => name).sort()).toEqual([
    "booking.confirmed",
    "resident.changed",
  ]);
  expect(await listProxyLog(await makeResident())).toEqual([]);
});

test("looks at her card and address by others are written down, her own are not", async () => {
  const { wang, by } = await actingForWang();
  expect((await readCard(await actOf(wang))).pin).toBe("2580");
  expect(await readAddress(await actOf(wang))).toBeNull();
  expect(await listReadings(wang)).toEqual([]);
  expect((await readCard(await actOf(by))).pin).toBe("2580");
  expect(await listReadings(wang)).toMatchObject([{ name: "resident.card_read", who: "周敏" }]);
});
