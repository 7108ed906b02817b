import { and, asc, eq, inArray, sql } from "drizzle-orm";
import type { Id } from "#app/values/id.ts";
import { fen } from "#app/values/money.ts";
import { db } from "#db/client.server.ts";
import { contracts, milestones } from "#db/schema/contracts.ts";
import { contractSummaries } from "#db/schema/statistics.ts";
import { summaryOfCounts } from "../reviews/statistics.ts";
import type { ContractFigures } from "./contract-figures.ts";
import { returned } from "./returned.server.ts";
import { findTimeToPay } from "./time-to-pay.server.ts";

const numbersQuery = db
  .select({
    value: contracts.value,
    booked: sql<number>`coalesce(${contractSummaries.booked}, 0)`.mapWith(Number),
    delivered: sql<number>`coalesce(${contractSummaries.delivered}, 0)`.mapWith(Number),
    rated: sql<number>`coalesce(${contractSummaries.rated}, 0)`.mapWith(Number),
    satisfied: sql<number>`coalesce(${contractSummaries.satisfied}, 0)`.mapWith(Number),
    ratingSum: sql<number>`coalesce(${contractSummaries.ratingSum}, 0)`.mapWith(Number),
    paid: sql`contract_holds(${contracts.id}, 'paid')`.mapWith(Number),
  })
  .from(contracts)
  .leftJoin(contractSummaries, eq(contractSummaries.contractId, contracts.id))
  .where(and(eq(contracts.id, sql.placeholder("id")), sql`${contracts.activatedAt} is not null`))
  .prepare("contract_numbers");

const paymentsQuery = db
  .select({
    id: milestones.id,
    name: milestones.name,
    acceptedAt: milestones.acceptedAt,
    paidAt: milestones.paidAt,
    pay: milestones.pay,
    calculation: milestones.calculation,
    paymentReference: milestones.paymentReference,
    returned,
  })
  .from(milestones)
  .where(
    and(
      eq(milestones.contractId, sql.placeholder("id")),
      inArray(milestones.state, ["accepted", "paid"]),
    ),
  )
  .orderBy(asc(milestones.position))
  .prepare("contract_payments");

/** What a signed contract bought, delivered and paid, and what residents thought of it; everybody may see it. */
export async function findContractNumbers(
  id: Id<"contract">,
): Promise<ContractFigures | undefined> {
  const [[row], payments, timeToPay] = await Promise.all([
    numbersQuery.execute({ id }),
    paymentsQuery.execute({ id }),
    findTimeToPay(id),
  ]);
  if (!row) return undefined;
  const { value, booked, delivered, paid, ...counts } = row;
  const ratings = summaryOfCounts(counts);
  return { value, booked, delivered, paid: fen(paid), ratings, payments, timeToPay };
}
