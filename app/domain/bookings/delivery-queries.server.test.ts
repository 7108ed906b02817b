import { describe, expect, test } from "vitest";
import { databaseNow } from "#app/domain/clock.server.ts";
import { addDays, addTo, dayOf, days } from "#app/values/time.ts";
import { actOf, makeManager, makeOfficeActor } from "#db/seed/factories/accounts.ts";
import { makeBooking } from "#db/seed/factories/bookings.ts";
import { makeClaimable } from "#db/seed/factories/delivery.ts";
import { makeOffer } from "#db/seed/factories/services.ts";
import { findDispute, listOpenDisputes, listSettledDisputes } from "./dispute-queries.server.ts";
import {
  exportOrganizationBookings,
  listBookableOffers,
  listOrganizationBookings,
} from "./organization-queries.server.ts";
import { settleDispute } from "./settle.server.ts";

describe("an organization looks through its bookings", () => {
  async function organization() {
    const offer = await makeOffer();
    return { offer, manager: await makeManager(offer.organizationId) };
  }

  test("by state, service and day, and nobody else's", async () => {
    const { offer, manager } = await organization();
    const other = await makeOffer({ contractId: offer.contractId });
    const accepted = await makeClaimable({ offerId: offer.id });
    const coming = await makeBooking({ offerId: other.id });
    await makeBooking();
    const ids = async (filter: Parameters<typeof listOrganizationBookings>[1]) =>
      (await listOrganizationBookings(manager, filter)).rows.map(({ id }) => id);

    expect(await ids({})).toEqual([coming.id, accepted.id]);
    expect(await ids({ state: "accepted" })).toEqual([accepted.id]);
    expect(await ids({ offerId: other.id })).toEqual([coming.id]);
    const today = dayOf(await databaseNow());
    expect(await ids({ from: today })).toEqual([coming.id]);
    expect(await ids({ to: addDays(today, -1) })).toEqual([accepted.id]);
    const offers = await listBookableOffers(manager);
    expect(offers.map(({ id }) => id).sort()).toEqual([offer.id, other.id].sort());
  });

  test("twenty a page, each once, and all of them in a file", async () => {
    const { offer, manager } = await organization();
    for (let index = 0; index < 23; index += 1) await makeBooking({ offerId: offer.id });
    const first = await listOrganizationBookings(manager, {});
    if (!first.next) throw new Error("there is a second page");
    const second = await listOrganizationBookings(manager, {}, first.next);
    expect([first.rows.length, second.rows.length, second.next]).toEqual([20, 3, null]);
    const seen = new Set([...first.rows, ...second.rows].map(({ id }) => id));
    expect(seen.size).toBe(23);
    expect(await exportOrganizationBookings(manager, {})).toHaveLength(23);
  });

  test("and sees whether the resident's share was recorded", async () => {
    const { offer, manager } = await organization();
    await makeClaimable({ offerId: offer.id });
    const { rows } = await listOrganizationBookings(manager, {});
    expect(rows).toMatchObject([{ residentShare: 6000, copaidAt: expect.any(Date) }]);
  });
});

describe("the office sees its disputes", () => {
  test("longest waiting first, and what it settled apart", async () => {
    const offer = await makeOffer();
    const officer = await makeOfficeActor("officer", offer.officeId);
    const now = await databaseNow();
    const disputed = (ago: number) =>
      makeBooking({
        offerId: offer.id,
        state: "disputed",
        disputeKind: "not_done",
        disputedAt: addTo(now, -days(ago)),
      });
    const late = await disputed(1);
    const early = await disputed(2);
    const open = async () => (await listOpenDisputes(officer)).map(({ id }) => id);
    expect(await open()).toEqual([early.id, late.id]);
    const settlement = { bookingId: early.id, favour: "provider", reason: "已经核实。" } as const;
    await settleDispute(await actOf(officer), settlement);
    expect(await open()).toEqual([late.id]);
    expect(await listSettledDisputes(officer)).toMatchObject([{ id: early.id }]);
  });

  test("and nobody else's", async () => {
    const booking = await makeBooking({ state: "disputed", disputeKind: "not_done" });
    const stranger = await makeOfficeActor("officer");
    expect(await findDispute(stranger, booking.id)).toBeUndefined();
    expect(await listOpenDisputes(stranger)).toEqual([]);
    expect(await findDispute({ officeId: booking.officeId }, booking.id)).toBeDefined();
  });
});
