import { eq } from "drizzle-orm";
import fc from "fast-check";
import { expect, test } from "vitest";
import { acceptMilestone } from "#app/domain/milestones/accept.server.ts";
import { claimMilestone } from "#app/domain/milestones/claim.server.ts";
import { payMilestone } from "#app/domain/milestones/pay.server.ts";
import { Refusal } from "#app/domain/refusal.ts";
import { fen, yuan } from "#app/values/money.ts";
import { db } from "#db/client.server.ts";
import { one } from "#db/rows.ts";
import { contractCounters, contracts, milestones, projectBalances } from "#db/schema/index.ts";
import { milestoneChecks } from "#db/schema/milestone-checks.ts";
import { actOf, makeOfficeActor } from "#db/seed/factories/accounts.ts";
import { makeSignedAmendment } from "#db/seed/factories/amendments.ts";
import { makeBooking } from "#db/seed/factories/bookings.ts";
import { makeClaimable, makeClaimableContract } from "#db/seed/factories/delivery.ts";
import { topUpFund } from "#db/seed/factories/fund.ts";
import { confirmTermination, makeTermination } from "#db/seed/factories/terminations.ts";
import { closeContract } from "./close.server.ts";

const FIRST = yuan(1_000);

async function makeWorld() {
  const { contract, offer } = await makeClaimableContract({ bookings: 1, value: FIRST });
  await topUpFund(contract);
  const officer = await makeOfficeActor("officer", contract.officeId);
  const finance = await makeOfficeActor("finance", contract.officeId);
  return { contract, offer, officer, finance };
}
type World = Awaited<ReturnType<typeof makeWorld>>;

const inState = async ({ contract }: World, state: "scheduled" | "claimed" | "accepted") => {
  const all = await db.select().from(milestones).where(eq(milestones.contractId, contract.id));
  const found = all.sort((a, b) => a.position - b.position).find((one) => one.state === state);
  if (!found) throw new Refusal("not_found");
  return { milestoneId: found.id };
};

/** What may happen to a contract, in any order: what is refused is no harm. */
const acts = {
  book: ({ offer }: World) => makeBooking({ offerId: offer.id }),
  deliver: ({ offer }: World) => makeClaimable({ offerId: offer.id }),
  raise: ({ contract }: World) => makeSignedAmendment(contract, { valueChange: yuan(60) }),
  lower: ({ contract }: World) => makeSignedAmendment(contract, { valueChange: yuan(-90) }),
  claim: async (world: World) =>
    claimMilestone(await actOf(world.contract.manager), await inState(world, "scheduled")),
  accept: async (world: World) => {
    const { milestoneId } = await inState(world, "claimed");
    await db
      .update(milestoneChecks)
      .set({ confirmed: true, answeredAt: new Date() })
      .where(eq(milestoneChecks.milestoneId, milestoneId));
    await acceptMilestone(await actOf(world.officer), { milestoneId });
  },
  pay: async (world: World) => {
    const { milestoneId } = await inState(world, "accepted");
    await payMilestone(await actOf(world.finance), { milestoneId, reference: "国库支付2026-2" });
  },
  terminate: async ({ contract }: World) => {
    await makeTermination(contract);
    await confirmTermination(contract);
  },
  close: async ({ contract, officer }: World) => closeContract(await actOf(officer), contract.id),
};
type Step = keyof typeof acts;
const steps = Object.keys(acts) as Step[];

async function check({ contract }: World) {
  const now = one(await db.select().from(contracts).where(eq(contracts.id, contract.id)));
  const counters = one(
    await db.select().from(contractCounters).where(eq(contractCounters.contractId, contract.id)),
  );
  const rows = await db
    .select()
    .from(projectBalances)
    .where(eq(projectBalances.projectId, contract.projectId));
  const held = Object.fromEntries(rows.map(({ account, amount }) => [account, amount]));
  const { committed = fen(0), payable = fen(0), paid = fen(0), reserved = fen(0) } = held;
  expect(committed + payable + paid).toBeLessThanOrEqual(now.value);
  expect(now.value).toBeLessThanOrEqual(FIRST * 1.1);
  expect(reserved).toBe(0);
  expect(counters.fundReserved + counters.fundUsed).toBeLessThanOrEqual(counters.fundLimit);
  if (now.status === "active") expect(counters.fundLimit).toBe(now.value);
  if (now.closedAt) expect(committed).toBe(0);
}

test("whatever is done in whatever order, a contract never holds more than its value and amendments", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.constantFrom(...steps), { minLength: 4, maxLength: 12 }),
      async (walk) => {
        const world = await makeWorld();
        for (const step of walk) {
          await acts[step](world).catch(expected);
          await check(world);
        }
      },
    ),
    { numRuns: 12 },
  );
}, 180_000);

/** A refusal, and a booking that the contract's counter or end has no room for, are right answers. */
function expected(problem: unknown) {
  if (problem instanceof Refusal) return;
  const cause = problem instanceof Error && problem.cause;
  const name = cause instanceof Error && "constraint_name" in cause ? cause.constraint_name : "";
  if (name !== "bookings_contract_active" && name !== "contract_counters_within_value")
    throw problem;
}
