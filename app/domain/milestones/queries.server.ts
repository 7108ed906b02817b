import { and, eq, type SQL, sql } from "drizzle-orm";
import type { Manager, OfficeStaff, Resident } from "#app/domain/act.ts";
import type { Id } from "#app/values/id.ts";
import { db } from "#db/client.server.ts";
import { users } from "#db/schema/accounts.ts";
import { bookings } from "#db/schema/bookings.ts";
import { contracts, milestones } from "#db/schema/contracts.ts";
import { milestoneChecks } from "#db/schema/milestone-checks.ts";
import { organizations } from "#db/schema/organizations.ts";
import { offers } from "#db/schema/services.ts";
import { countClaimable } from "./claimable.server.ts";
import { claimObstacle } from "./milestone.ts";
import { outcomeOf } from "./outcome.server.ts";
import { returned } from "./returned.server.ts";

/** A milestone as lists show it, with its contract. */
export const milestoneLine = {
  id: milestones.id,
  name: milestones.name,
  position: milestones.position,
  state: milestones.state,
  dueOn: milestones.dueOn,
  cap: milestones.cap,
  carried: milestones.carried,
  pay: milestones.pay,
  claimedAt: milestones.claimedAt,
  acceptedAt: milestones.acceptedAt,
  paidAt: milestones.paidAt,
  returned,
  contractId: contracts.id,
  contractNumber: contracts.number,
  contract: contracts.title,
  organization: organizations.name,
};

/** A milestone of the office with what its claim would pay as it stands. */
export async function findOfficeMilestone(by: OfficeStaff, id: Id<"milestone">) {
  return await findMilestone(eq(contracts.officeId, by.officeId), id);
}

/** The organization's own milestone, with what a claim would take now, and why it cannot be claimed yet, if anything. */
export async function findOwnMilestone(by: Manager, id: Id<"milestone">, now: Date) {
  const milestone = await findMilestone(eq(contracts.organizationId, by.organizationId), id);
  if (!milestone) return undefined;
  const { contractId } = milestone;
  const [claimable, all, [waiting]] = await Promise.all([
    countClaimable(db, milestone),
    db.select().from(milestones).where(eq(milestones.contractId, contractId)),
    db.execute<{ unpaid: number; unanswered: number; disputed: number }>(sql`
      select (count(*) filter (where b.state = 'accepted' and b.milestone_id is null and b.resident_share > 0 and c.id is null))::int as unpaid,
        (count(*) filter (where b.state = 'delivered'))::int as unanswered,
        (count(*) filter (where b.state = 'disputed'))::int as disputed
      from bookings b left join copayments c on c.booking_id = b.id
      where b.contract_id = ${contractId} and b.state in ('accepted', 'delivered', 'disputed')`),
  ]);
  const obstacle = claimObstacle({ status: milestone.contractStatus }, milestone, all, now);
  return {
    ...milestone,
    claimable,
    obstacle,
    waiting: waiting ?? { unpaid: 0, unanswered: 0, disputed: 0 },
  };
}

async function findMilestone(scope: SQL, id: Id<"milestone">) {
  const [row] = await db
    .select({
      ...milestoneLine,
      contractStatus: contracts.status,
      sampleSeed: milestones.sampleSeed,
      sentBackReason: milestones.sentBackReason,
      calculation: milestones.calculation,
      acceptedById: milestones.acceptedBy,
      acceptedBy: users.name,
      paymentReference: milestones.paymentReference,
    })
    .from(milestones)
    .innerJoin(contracts, eq(contracts.id, milestones.contractId))
    .innerJoin(organizations, eq(organizations.id, contracts.organizationId))
    .leftJoin(users, eq(users.id, milestones.acceptedBy))
    .where(and(eq(milestones.id, id), scope, sql`${contracts.activatedAt} is not null`));
  if (!row) return undefined;
  const { calculation } = row;
  return { ...row, outcome: calculation ?? (await outcomeOf(db, row)) };
}

/** What a resident of the sample is asked about one of her bookings, answered or not. */
export async function findCheck(
  { residentId }: Resident,
  milestoneId: Id<"milestone">,
  bookingId: Id<"booking">,
) {
  const [row] = await checkQuery().where(
    and(
      eq(milestoneChecks.residentId, residentId),
      eq(milestoneChecks.milestoneId, milestoneId),
      eq(milestoneChecks.bookingId, bookingId),
    ),
  );
  return row;
}

const checkQuery = () =>
  db
    .select({
      milestoneId: milestoneChecks.milestoneId,
      bookingId: milestoneChecks.bookingId,
      confirmed: milestoneChecks.confirmed,
      answeredAt: milestoneChecks.answeredAt,
      milestoneState: milestones.state,
      startsAt: bookings.startsAt,
      endsAt: bookings.endsAt,
      offer: offers.title,
      organization: organizations.name,
    })
    .from(milestoneChecks)
    .innerJoin(milestones, eq(milestones.id, milestoneChecks.milestoneId))
    .innerJoin(bookings, eq(bookings.id, milestoneChecks.bookingId))
    .innerJoin(offers, eq(offers.id, bookings.offerId))
    .innerJoin(organizations, eq(organizations.id, bookings.organizationId));
