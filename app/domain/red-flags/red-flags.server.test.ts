import { eq } from "drizzle-orm";
import { expect, test, vi } from "vitest";
import { moveClock } from "#app/domain/clock.server.ts";
import { amendedLate } from "#app/domain/tender-amendments/late.server.ts";
import { yuan } from "#app/values/money.ts";
import { addDays, addTo, dayOf, days } from "#app/values/time.ts";
import { client, db } from "#db/client.server.ts";
import { one } from "#db/rows.ts";
import { events, tenders } from "#db/schema/index.ts";
import { actOf, makeOfficeActor, makeOperator } from "#db/seed/factories/accounts.ts";
import { makePublicisedTender, makeRankedTender } from "#db/seed/factories/awards.ts";
import { makeSealedBid } from "#db/seed/factories/bids.ts";
import { amendTender } from "#db/seed/factories/tender-amendments.ts";
import { makeOpenTender } from "#db/seed/factories/tenders.ts";
import { findRedFlags, type Period } from "./queries.server.ts";
import { defaultBounds, type RedFlag } from "./red-flag.ts";
import { findRedFlagBounds, listRedFlagHistory, setRedFlagBounds } from "./settings.server.ts";

async function flagged(by: Parameters<typeof findRedFlags>[0], flag: RedFlag, period: Period = {}) {
  const { findings } = await findRedFlags(by, period);
  return one(findings.filter((one) => one.flag === flag));
}

const nearCeiling = {
  ceiling: yuan(500_000),
  bidders: [yuan(495_000), yuan(400_000), yuan(400_000)],
};
const wish = {
  ceiling: nearCeiling.ceiling,
  bidders: nearCeiling.bidders.map((price) => ({ price })),
};

test("a purchase amended shortly before its deadline is pointed out, on the panel's sheet as well", async () => {
  const open = await makeOpenTender();
  const { deadline } = open.tender;
  if (!deadline) throw new Error("no deadline");
  await moveClock(addTo(deadline, -days(2)));
  await amendTender(open);
  const by = await makeOfficeActor("supervisor", open.officeId);
  const { findings } = await findRedFlags(by, {});
  expect(findings.find(({ flag }) => flag === "late_amendment")?.sightings).toMatchObject([
    { tenders: [{ tenderId: open.tender.id }] },
  ]);
  expect(await db.transaction((tx) => amendedLate(tx, open.tender.id))).toBe(true);
  const other = await makeOpenTender();
  expect(await db.transaction((tx) => amendedLate(tx, other.tender.id))).toBe(false);
});

test("a winner close to the ceiling is flagged once the result is public, for its own office alone", async () => {
  const { officeId, tender } = await makePublicisedTender(wish);
  await makeRankedTender({ ...wish, officeId });
  const supervisor = await makeOfficeActor("supervisor", officeId);
  expect(await flagged(supervisor, "near_ceiling")).toMatchObject({
    examined: 1,
    sightings: [{ tenders: [{ tenderId: tender.id }], measured: yuan(495_000) }],
  });
  const stranger = await makeOfficeActor("supervisor");
  expect(await flagged(stranger, "near_ceiling")).toMatchObject({ examined: 0, sightings: [] });
});

test("a period leaves out what was published before or after it", async () => {
  const { officeId, tender } = await makePublicisedTender(wish);
  const supervisor = await makeOfficeActor("supervisor", officeId);
  const { publishedAt } = one(await db.select().from(tenders).where(eq(tenders.id, tender.id)));
  const on = dayOf(publishedAt ?? new Date(0));
  const n = async (period: Period) =>
    (await flagged(supervisor, "near_ceiling", period)).sightings.length;
  expect(await n({ from: on, to: on })).toBe(1);
  expect(await n({ from: addDays(on, 1) })).toBe(0);
  expect(await n({ to: addDays(on, -1) })).toBe(0);
});

test("nothing of a bid is read before it is opened", async () => {
  const { tender, officeId } = await makeOpenTender();
  await makeSealedBid({ tenderId: tender.id });
  const supervisor = await makeOfficeActor("supervisor", officeId);
  expect(await flagged(supervisor, "single_bid")).toMatchObject({ examined: 0, sightings: [] });
});

test("many purchases are read by as many queries as one", async () => {
  const { officeId } = await makePublicisedTender(wish);
  const supervisor = await makeOfficeActor("supervisor", officeId);
  const queries = async () => {
    const spy = vi.spyOn(client, "unsafe");
    await findRedFlags(supervisor, {});
    const { length } = spy.mock.calls;
    spy.mockRestore();
    return length;
  };
  const few = await queries();
  for (let more = 0; more < 3; more += 1) await makePublicisedTender({ ...wish, officeId });
  expect(await queries()).toBe(few);
  expect(few).toBe(4);
});

test("the operator moves a bound, on record and for past purchases too", async () => {
  const { officeId } = await makePublicisedTender(wish);
  const supervisor = await makeOfficeActor("supervisor", officeId);
  const act = await actOf(await makeOperator());
  const bounds = { ...defaultBounds, ceilingBp: 9901 };
  await setRedFlagBounds(act, { bounds, reason: "提示太多" });
  expect(await findRedFlagBounds()).toEqual(bounds);
  expect((await flagged(supervisor, "near_ceiling")).sightings).toHaveLength(0);
  expect(await listRedFlagHistory(act.by)).toMatchObject([{ reason: "提示太多" }]);
  const changed = eq(events.name, "red_flags.changed");
  expect(await db.select().from(events).where(changed)).toMatchObject([
    { detail: { reason: "提示太多" }, byUserId: act.by.userId },
  ]);
});
