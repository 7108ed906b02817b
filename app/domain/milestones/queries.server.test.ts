import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import type { Resident } from "#app/domain/act.ts";
import { databaseNow } from "#app/domain/clock.server.ts";
import type { Id } from "#app/values/id.ts";
import { yuan } from "#app/values/money.ts";
import { db } from "#db/client.server.ts";
import { one } from "#db/rows.ts";
import { contractSummaries, residents } from "#db/schema/index.ts";
import { actOf, makeManager, makeOfficeActor, makeResident } from "#db/seed/factories/accounts.ts";
import { makeBooking } from "#db/seed/factories/bookings.ts";
import { makeClaimableContract, makeClaimedMilestone } from "#db/seed/factories/delivery.ts";
import { acceptMilestone } from "./accept.server.ts";
import { recalculate } from "./calculation.ts";
import { findContractNumbers } from "./contract-numbers.server.ts";
import { listOfficeMilestones } from "./office-list.server.ts";
import { payMilestone } from "./pay.server.ts";
import { findCheck, findOfficeMilestone, findOwnMilestone } from "./queries.server.ts";

async function residentCalled(residentId: Id<"resident">): Promise<Resident> {
  const row = one(await db.select().from(residents).where(eq(residents.id, residentId)));
  if (!row.userId) throw new Error("the resident has no account");
  return { role: "resident", userId: row.userId, residentId, officeId: row.officeId };
}

describe("a milestone", () => {
  test("tells its organization what a claim would take, and what keeps the rest", async () => {
    const { contract, milestone, offer } = await makeClaimableContract({ bookings: 2 });
    const offerId = offer.id;
    await makeBooking({ offerId, state: "accepted" });
    await makeBooking({ offerId, state: "delivered" });
    await makeBooking({ offerId, state: "disputed" });
    const now = await databaseNow();
    expect(await findOwnMilestone(contract.manager, milestone.id, now)).toMatchObject({
      claimable: { bookings: 2, fund: 7200 },
      waiting: { unpaid: 1, unanswered: 1, disputed: 1 },
      obstacle: undefined,
    });
    expect(await findOwnMilestone(await makeManager(), milestone.id, now)).toBeUndefined();
  });

  test("shows its office the claim's outcome as it stands", async () => {
    const made = await makeClaimedMilestone({ stars: [5, 4], answered: 1 });
    const officer = await makeOfficeActor("officer", made.contract.officeId);
    const found = await findOfficeMilestone(officer, made.milestone.id);
    expect(found?.outcome).toMatchObject({
      bookings: 3,
      confirmedFund: 10_800,
      stars: [0, 0, 0, 1, 1],
      sample: { size: 3, answered: 1, confirmed: 1, denied: 0 },
    });
    const [first] = await listOfficeMilestones(officer);
    expect(first).toMatchObject({ id: made.milestone.id, state: "claimed" });
    const stranger = await makeOfficeActor("officer");
    expect(await findOfficeMilestone(stranger, made.milestone.id)).toBeUndefined();
    expect(await listOfficeMilestones(stranger)).toEqual([]);
  });

  test("asks a resident about her own booking only", async () => {
    const { checks } = await makeClaimedMilestone();
    const [check] = checks;
    if (!check) throw new Error("somebody was asked");
    const { milestoneId, bookingId, residentId } = check;
    const resident = await residentCalled(residentId);
    expect(await findCheck(resident, milestoneId, bookingId)).toMatchObject({ confirmed: null });
    expect(await findCheck(await makeResident(), milestoneId, bookingId)).toBeUndefined();
  });
});

describe("the public numbers of a contract", () => {
  test("say what was bought, delivered, satisfied and paid, and why", async () => {
    const made = await makeClaimedMilestone({ value: yuan(10_000), stars: [5, 5, 1], answered: 3 });
    const { id: contractId, officeId } = made.contract;
    const milestoneId = made.milestone.id;
    const officer = await actOf(await makeOfficeActor("officer", officeId));
    await acceptMilestone(officer, { milestoneId });
    const finance = await actOf(await makeOfficeActor("finance", officeId));
    await payMilestone(finance, { milestoneId, reference: "GK-2026-0088" });
    const counts = { booked: 3, delivered: 3, rated: 3, satisfied: 2, ratingSum: 11 };
    await db.insert(contractSummaries).values({ contractId, fundShare: yuan(108), ...counts });

    const numbers = await findContractNumbers(contractId);
    expect(numbers).toMatchObject({
      value: yuan(10_000),
      booked: 3,
      delivered: 3,
      ratings: { n: 3, satisfiedShare: 2 / 3 },
      payments: [{ paymentReference: "GK-2026-0088" }],
    });
    expect(numbers?.ratings.lower).toBeLessThan(0.5);
    const [payment] = numbers?.payments ?? [];
    if (!payment?.calculation) throw new Error("the payment says why");
    expect(recalculate(payment.calculation).pay).toBe(payment.pay);
    expect(numbers?.paid).toBe(payment.pay);
  });

  test("are nought before anything was delivered", async () => {
    const { contract } = await makeClaimableContract({ bookings: 0 });
    expect(await findContractNumbers(contract.id)).toMatchObject({
      delivered: 0,
      paid: 0,
      ratings: { n: 0, lower: null },
      payments: [],
    });
  });
});
