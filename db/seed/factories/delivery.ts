import { and, eq } from "drizzle-orm";
import { databaseNow } from "#app/domain/clock.server.ts";
import { acceptMilestone } from "#app/domain/milestones/accept.server.ts";
import { claimMilestone } from "#app/domain/milestones/claim.server.ts";
import { payMilestone } from "#app/domain/milestones/pay.server.ts";
import { type Id, newId } from "#app/values/id.ts";
import { db } from "../../client.server.ts";
import { one } from "../../rows.ts";
import { copayments, milestoneChecks, reviews } from "../../schema/index.ts";
import { actOf, makeOfficeActor, makeUser } from "./accounts.ts";
import { makeBooking } from "./bookings.ts";
import { makeActiveContract } from "./contracts.ts";
import { makeOffer, makeProgramme } from "./services.ts";

type ReviewWish = NonNullable<Parameters<typeof makeBooking>[0]> &
  Partial<Pick<typeof reviews.$inferInsert, "overall" | "comment" | "at">>;

/** A rating of 5, given just now for an accepted visit, unless told otherwise. */
export async function makeReview({ overall = 5, comment = "", at, ...wish }: ReviewWish = {}) {
  const booking = await makeBooking({ state: "accepted", ...wish });
  const { id: bookingId, officeId, offerId, organizationId, residentId } = booking;
  const about = { bookingId, officeId, offerId, organizationId, residentId };
  const given = at ?? (await databaseNow());
  return one(
    await db
      .insert(reviews)
      .values({ id: newId(given.getTime()), ...about, overall, comment, at: given })
      .returning(),
  );
}

/** An accepted visit whose co-payment was taken in cash: what a claim counts. */
export async function makeClaimable(wish: NonNullable<Parameters<typeof makeBooking>[0]> = {}) {
  const booking = await makeBooking({ state: "accepted", ...wish });
  if (booking.residentShare > 0) {
    await db.insert(copayments).values({
      bookingId: booking.id,
      amount: booking.residentShare,
      method: "cash",
      recordedBy: booking.checkedInBy ?? (await makeUser("王秀英", {})).id,
      recordedAt: booking.endsAt,
    });
  }
  return booking;
}

type Wish = NonNullable<Parameters<typeof makeActiveContract>[0]> & {
  /** How many bookings, each by a resident of her own. */
  bookings?: number;
  /** Stars of the first bookings, in their order. */
  stars?: number[];
};

/** A contract with accepted visits of ¥60 (of which the fund pays ¥36) that no claim holds yet. */
export async function makeClaimableContract({ bookings = 3, stars = [], ...wish }: Wish = {}) {
  const contract = await makeActiveContract(wish);
  const programme = await makeProgramme({ officeId: contract.officeId });
  const offer = await makeOffer({ contractId: contract.id, programmeId: programme.id });
  const served = [];
  for (let index = 0; index < bookings; index += 1) {
    const booking = await makeClaimable({ offerId: offer.id });
    const { id: bookingId, officeId, offerId, organizationId, residentId } = booking;
    const about = { bookingId, officeId, offerId, organizationId, residentId };
    const overall = stars[index];
    if (overall) await db.insert(reviews).values({ ...about, overall, at: booking.endsAt });
    served.push(booking);
  }
  const [milestone] = contract.milestones;
  if (!milestone) throw new Error("a contract has milestones");
  return { contract, offer, milestone, bookings: served };
}

/** The same with its first milestone claimed; nobody of the sample has answered unless told so. */
export async function makeClaimedMilestone({
  answered = 0,
  ...wish
}: Wish & { answered?: number } = {}) {
  const made = await makeClaimableContract(wish);
  const { milestone, contract } = made;
  await claimMilestone(await actOf(contract.manager), { milestoneId: milestone.id });
  const checks = await db
    .select()
    .from(milestoneChecks)
    .where(eq(milestoneChecks.milestoneId, milestone.id));
  for (const { bookingId } of checks.slice(0, answered)) await confirm(milestone.id, bookingId);
  return { ...made, checks };
}

async function confirm(milestoneId: Id<"milestone">, bookingId: Id<"booking">) {
  await db
    .update(milestoneChecks)
    .set({ confirmed: true, answeredAt: await databaseNow() })
    .where(
      and(eq(milestoneChecks.milestoneId, milestoneId), eq(milestoneChecks.bookingId, bookingId)),
    );
}

/** The same, confirmed by all three residents and accepted: ¥108 are owed. */
export async function makeAcceptedMilestone(wish: Wish = {}) {
  const made = await makeClaimedMilestone({ answered: 3, ...wish });
  const officer = await makeOfficeActor("officer", made.contract.officeId);
  await acceptMilestone(await actOf(officer), { milestoneId: made.milestone.id });
  return { ...made, officer };
}

/** The same, paid by `finance`. */
export async function makePaidMilestone(wish: Wish = {}) {
  const made = await makeAcceptedMilestone(wish);
  const finance = await makeOfficeActor("finance", made.contract.officeId);
  const payment = { milestoneId: made.milestone.id, reference: "GK-2026-0001" };
  await payMilestone(await actOf(finance), payment);
  return { ...made, finance };
}
