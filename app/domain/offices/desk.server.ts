import { and, asc, desc, eq, inArray, isNull, sql } from "drizzle-orm";
import type { OfficeRole } from "#app/domain/accounts/role.ts";
import type { OfficeStaff } from "#app/domain/act.ts";
import { listChallengesFor } from "#app/domain/challenges/office-queries.server.ts";
import type { MilestoneState } from "#app/domain/contracts/contract.ts";
import { listFunds } from "#app/domain/fund/queries.server.ts";
import { listYearEndsToDecide } from "#app/domain/fund/year-ends.server.ts";
import { listTendersUnderWay } from "#app/domain/tenders/life.server.ts";
import type { Reader } from "#app/domain/tenders/next-step.ts";
import { dayOf } from "#app/values/time.ts";
import { db } from "#db/client.server.ts";
import { bookings } from "#db/schema/bookings.ts";
import { contracts, milestones } from "#db/schema/contracts.ts";
import { offices } from "#db/schema/offices.ts";
import { organizations } from "#db/schema/organizations.ts";
import { tenders } from "#db/schema/tenders.ts";

/** In which state a milestone waits for whom. */
const handledBy: Partial<Record<OfficeRole, MilestoneState>> = {
  officer: "claimed",
  finance: "accepted",
};

const CONTRACTS_SHOWN = 10;

/** An office's first page for one of its people: what waits for her, what runs, this year's money. Always nine queries. */
export async function findDesk(by: OfficeStaff, reader: Reader, now: Date) {
  const [underWay, drafts, due, disputes, active, funds, yearEnds, challenged, [office]] =
    await Promise.all([
      listTendersUnderWay(by, reader),
      countDrafts(by, reader),
      listMilestonesToHandle(by, reader),
      countDisputes(by, reader),
      listActiveContracts(by),
      listFunds(by),
      reader.roles.includes("approver") ? listYearEndsToDecide(by) : [],
      listChallengesFor(by, reader),
      db.select({ name: offices.name }).from(offices).where(eq(offices.id, by.officeId)),
    ]);
  const year = Number(dayOf(now).slice(0, 4));
  return {
    office: office?.name ?? "",
    tenders: underWay,
    drafts,
    milestones: due,
    disputes,
    contracts: active,
    year,
    funds: funds.filter((fund) => fund.year === year),
    yearEnds,
    challenges: challenged,
  };
}

/** Those that were never submitted; one that was sent back waits on its own. */
async function countDrafts({ officeId }: OfficeStaff, { roles }: Reader): Promise<number> {
  if (!roles.includes("officer")) return 0;
  const neverSubmitted = and(eq(tenders.status, "draft"), isNull(tenders.sentBackReason));
  return await db.$count(tenders, and(eq(tenders.officeId, officeId), neverSubmitted));
}

async function listMilestonesToHandle({ officeId }: OfficeStaff, { roles }: Reader) {
  const states = roles.flatMap((role) => handledBy[role] ?? []);
  return await db
    .select({
      id: milestones.id,
      name: milestones.name,
      state: milestones.state,
      contract: contracts.title,
    })
    .from(milestones)
    .innerJoin(contracts, eq(contracts.id, milestones.contractId))
    .where(and(eq(contracts.officeId, officeId), inArray(milestones.state, states)))
    .orderBy(asc(milestones.dueOn), asc(milestones.id))
    .limit(50);
}

async function countDisputes({ officeId }: OfficeStaff, { roles }: Reader): Promise<number> {
  if (!roles.includes("officer")) return 0;
  return await db.$count(
    bookings,
    and(eq(bookings.officeId, officeId), eq(bookings.state, "disputed")),
  );
}

async function listActiveContracts({ officeId }: OfficeStaff) {
  return await db
    .select({
      id: contracts.id,
      number: contracts.number,
      title: contracts.title,
      organization: organizations.name,
      value: contracts.value,
      endsOn: contracts.endsOn,
    })
    .from(contracts)
    .innerJoin(organizations, eq(organizations.id, contracts.organizationId))
    .where(and(eq(contracts.officeId, officeId), eq(contracts.status, "active")))
    .orderBy(desc(contracts.activatedAt), sql`${contracts.id} desc`)
    .limit(CONTRACTS_SHOWN);
}
