import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { countFreeTimes } from "#app/domain/services/count-free-times.server.ts";
import { yuan } from "#app/values/money.ts";
import { addDays, dayOf, instantOf } from "#app/values/time.ts";
import { db } from "#db/client.server.ts";
import { contractCounters, contracts, offers } from "#db/schema/index.ts";
import { actOf } from "#db/seed/factories/accounts.ts";
import { makeContractedPanel } from "#db/seed/factories/awards.ts";
import { makeNeighbour } from "#db/seed/factories/bookings.ts";
import { makeOffer, makeProgramme, makeRosteredWorker } from "#db/seed/factories/services.ts";
import { databaseNow } from "../clock.server.ts";
import { bookVisit } from "./book-visit.server.ts";
import { listProviders } from "./providers.server.ts";

/** The same visit by both winners of a tender: the first asks ¥60, the second ¥50; half of it is subsidised from 60 on. */
async function makeChoice() {
  const panel = await makeContractedPanel();
  const [first, second] = panel.contracts;
  if (!first || !second) throw new Error("two contracts");
  const { officeId } = panel;
  const { id: programmeId } = await makeProgramme({ officeId, ageFrom: 60, rateBp: 5000 });
  const dear = await makeOffer({ contractId: first.id, programmeId });
  const cheap = await makeOffer({ contractId: second.id, programmeId, price: yuan(50) });
  await makeRosteredWorker(dear.id);
  await makeRosteredWorker(cheap.id);
  while ((await countFreeTimes()) > 0);
  return { ...panel, dear, cheap };
}

const now = await databaseNow();

describe("the providers of one service", () => {
  test("stand side by side, the cheapest first, each with its next free day", async () => {
    const { dear, cheap } = await makeChoice();
    const found = await listProviders(dear.id, now);
    expect(found).toMatchObject([
      { id: cheap.id, own: false, split: { residentShare: yuan(50) }, withSubsidy: yuan(25) },
      { id: dear.id, own: true, split: { residentShare: yuan(60) }, withSubsidy: yuan(30) },
    ]);
    for (const { nextDay } of found) expect(nextDay).toBeTruthy();
    expect(await listProviders(cheap.id, now)).toMatchObject([{ own: true }, { own: false }]);
  });

  test("are priced for the resident who looks, as far as her subsidy reaches", async () => {
    const { dear } = await makeChoice();
    const old = await makeNeighbour(dear, { bornOn: addDays(dayOf(now), -81 * 366) });
    const found = await listProviders(dear.id, now, old.residentId);
    expect(found).toMatchObject([
      { split: { residentShare: yuan(25), fundShare: yuan(25) }, withSubsidy: null },
      { split: { residentShare: yuan(30), fundShare: yuan(30) }, withSubsidy: null },
    ]);
  });

  test("are nobody where only one offers it, to residents elsewhere, or after a contract ended", async () => {
    const alone = await makeOffer();
    expect(await listProviders(alone.id, now)).toEqual([]);
    const { dear, cheap } = await makeChoice();
    const elsewhere = await makeNeighbour(alone);
    expect(await listProviders(dear.id, now, elsewhere.residentId)).toEqual([]);
    await db.update(offers).set({ published: false }).where(eq(offers.id, cheap.id));
    expect(await listProviders(dear.id, now)).toEqual([]);
    await db.update(offers).set({ published: true }).where(eq(offers.id, cheap.id));
    const ended = eq(contracts.id, cheap.contractId);
    await db.update(contracts).set({ status: "completed" }).where(ended);
    expect(await listProviders(dear.id, now)).toEqual([]);
  });
});

test("money follows the booking: it draws on the contract of the one who was chosen", async () => {
  const { dear, cheap } = await makeChoice();
  const old = await makeNeighbour(dear, { bornOn: addDays(dayOf(now), -81 * 366) });
  await bookVisit(await actOf(old), {
    offerId: dear.id,
    startsAt: instantOf(addDays(dayOf(now), 3), 10 * 60),
    address: "桂苑社区3栋201",
    workerId: undefined,
    note: "",
    residentShare: yuan(30),
    idempotencyKey: crypto.randomUUID(),
  });
  const held = async (contractId: typeof dear.contractId) =>
    (await db.select().from(contractCounters).where(eq(contractCounters.contractId, contractId)))[0]
      ?.fundReserved;
  expect(await held(dear.contractId)).toBe(yuan(30));
  expect(await held(cheap.contractId)).toBe(0);
});
