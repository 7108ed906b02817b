import { and, eq } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { listFreeStarts } from "#app/domain/services/availability.server.ts";
import { yuan } from "#app/values/money.ts";
import { addDays, dayOf, instantOf } from "#app/values/time.ts";
import { db } from "#db/client.server.ts";
import { one } from "#db/rows.ts";
import { bookings, contractCounters, serviceSessions } from "#db/schema/index.ts";
import { actOf, makeOffice } from "#db/seed/factories/accounts.ts";
import { makeBooking, makeNeighbour } from "#db/seed/factories/bookings.ts";
import { makeActiveContract } from "#db/seed/factories/contracts.ts";
import {
  makeOffer,
  makeProgramme,
  makeRosteredWorker,
  makeServiceSession,
} from "#db/seed/factories/services.ts";
import { atOnce } from "#db/testing/at-once.ts";
import { asOwner } from "#db/testing/owner.ts";
import { waitingForLocks } from "#db/testing/waiting.ts";

import { bookSeat } from "./book-seat.server.ts";

// What the other tests prove, proved to need its guard: this file's own database has none of them.
beforeAll(() =>
  asOwner(
    "alter table bookings drop constraint bookings_worker_free",
    "alter table bookings drop constraint bookings_resident_free",
    "alter table contract_counters drop constraint contract_counters_within_value",
    "alter table personal_quotas drop constraint personal_quotas_within",
  ),
);

test("without the exclusion constraint, looking first and booking then gives an hour away twice", async () => {
  const offer = await makeOffer();
  const { workerId } = await makeRosteredWorker(offer.id);
  const startsAt = instantOf(addDays(dayOf(new Date()), 2), 10 * 60);
  const people = await Promise.all([makeNeighbour(offer), makeNeighbour(offer)]);
  const looks = await Promise.all(
    people.map(() => listFreeStarts(offer.id, dayOf(startsAt), new Date())),
  );
  for (const [index, free] of looks.entries()) {
    const residentId = people[index]?.residentId;
    if (!free.some(({ start }) => start.getTime() === startsAt.getTime())) continue;
    await makeBooking({ offerId: offer.id, workerId, startsAt, residentId });
  }
  const held = await db.$count(
    bookings,
    and(eq(bookings.workerId, workerId), eq(bookings.state, "confirmed")),
  );
  expect(held).toBeGreaterThan(1);
});

test("without the exclusion constraint a resident is in two places", async () => {
  const session = await makeServiceSession();
  const wang = await makeNeighbour({ id: session.offerId, officeId: session.officeId });
  const { done } = await atOnce(2, async () =>
    bookSeat(await actOf(wang), {
      offerId: session.offerId,
      sessionId: session.id,
      note: "",
      residentShare: yuan(30),
      idempotencyKey: crypto.randomUUID(),
    }),
  );
  expect(done).toHaveLength(2);
});

test("without the counter's limit the contract's last money is promised to too many", async () => {
  const office = await makeOffice();
  const contract = await makeActiveContract({ officeId: office.id, value: yuan(20) });
  const programme = await makeProgramme({ officeId: office.id });
  const offer = await makeOffer({
    mode: "seat",
    contractId: contract.id,
    programmeId: programme.id,
  });
  const session = await makeServiceSession({ offerId: offer.id });
  const people = await Promise.all([makeNeighbour(offer), makeNeighbour(offer)]);
  const booked = await db.transaction(async (tx) => {
    await tx.select().from(serviceSessions).where(eq(serviceSessions.id, session.id)).for("update");
    const both = people.map(async (by) => {
      const form = { note: "", residentShare: yuan(12), idempotencyKey: crypto.randomUUID() };
      return await bookSeat(await actOf(by), { offerId: offer.id, sessionId: session.id, ...form });
    });
    await waitingForLocks(both.length);
    return { both };
  });
  await Promise.all(booked.both);
  const counter = one(
    await db.select().from(contractCounters).where(eq(contractCounters.contractId, contract.id)),
  );
  expect(counter.fundReserved).toBeGreaterThan(counter.fundLimit);
});
