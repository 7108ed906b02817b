import { eq } from "drizzle-orm";
import type { Act } from "#app/domain/act.ts";
import { nextDocumentNumber, shortNumber } from "#app/domain/offices/document-number.server.ts";
import { record } from "#app/domain/record.server.ts";
import type { LockedTender } from "#app/domain/tenders/lock.server.ts";
import { award as words } from "#app/i18n/zh/award.ts";
import type { Id } from "#app/values/id.ts";
import { type Fen, fen } from "#app/values/money.ts";
import { dayOf } from "#app/values/time.ts";
import type { Tx } from "#db/client.server.ts";
import { one } from "#db/rows.ts";
import type { bids } from "#db/schema/bids.ts";
import { contractCounters, contracts, milestones } from "#db/schema/contracts.ts";
import { projects } from "#db/schema/projects.ts";
import { defaultMilestones, servicePeriod, worthOf } from "./terms.ts";

type Winner = Pick<typeof bids.$inferSelect, "id" | "organizationId" | "price">;

/**
 * The contract that a won bid is owed: at the price it bid, for what the project asked, in two halves until changed. Where
 * several win it is worth each one's cap, for as much as that buys at her unit price.
 */
export async function drawUpContract(
  tx: Tx,
  act: Act,
  tender: LockedTender,
  winner: Winner,
): Promise<Id<"contract">> {
  const { id: tenderId, officeId, projectId, now } = tender;
  const project = one(await tx.select().from(projects).where(eq(projects.id, projectId)));
  const price = priceWithin(winner, project.ceiling);
  const bid = { price, quantity: project.quantity ?? 1 };
  const { value, quantity } = worthOf(bid, tender.winnerCap);
  const awardedOn = dayOf(now);
  const year = Number(awardedOn.slice(0, 4));
  const number = shortNumber(year, await nextDocumentNumber(tx, officeId, "contract", year));
  const { id: contractId, ...period } = one(
    await tx
      .insert(contracts)
      .values({
        officeId,
        projectId,
        tenderId,
        bidId: winner.id,
        organizationId: winner.organizationId,
        number,
        title: tender.title,
        value,
        quantity,
        unit: project.unit ?? "",
        ...servicePeriod(project, awardedOn),
        text: tender.contractDraft,
        performanceShareBp: tender.performanceShareBp,
      })
      .returning(),
  );
  const halves = defaultMilestones(value, period, words.halves);
  await tx.insert(milestones).values(halves.map((half) => ({ contractId, ...half })));
  const counters = { fundLimit: value, fundReserved: fen(0), fundUsed: fen(0) };
  await tx.insert(contractCounters).values({ contractId, ...counters });
  await record(tx, act, officeId, { name: "contract.drawn_up", contractId, tenderId, value });
  return contractId;
}

function priceWithin({ id, price }: Winner, ceiling: Fen | null): Fen {
  if (!price || !ceiling || price > ceiling) throw new Error(`bid ${id} is not within the ceiling`);
  return price;
}
