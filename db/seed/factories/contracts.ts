import { eq } from "drizzle-orm";
import type { Id } from "#app/values/id.ts";
import { newId } from "#app/values/id.ts";
import { type Fen, fen, yuan } from "#app/values/money.ts";
import { addTo, dayOf, days } from "#app/values/time.ts";
import { db, type Tx } from "../../client.server.ts";
import { one } from "../../rows.ts";
import { bids, contractCounters, contracts, milestones, tenders } from "../../schema/index.ts";
import { makeOrganization } from "./accounts.ts";
import { insertMovement, makeEvaluation } from "./evaluations.ts";

type ContractWish = { officeId?: Id<"office">; organizationId?: Id<"organization">; value?: Fen };
type Evaluation = Awaited<ReturnType<typeof makeEvaluation>>;

/**
 * A contract that both sides signed a month ago, in force for eleven more, with all that stands behind it: fund
 * (allocated, reserved, committed), project, contracted tender, won bid, two milestones and its counters.
 */
export async function makeActiveContract(wish: ContractWish = {}) {
  const organizationId = wish.organizationId ?? (await makeOrganization()).id;
  const value = wish.value ?? yuan(480_000);
  const evaluation = await makeEvaluation({
    ...(wish.officeId && { officeId: wish.officeId }),
    openedDaysAgo: 30,
    ceiling: fen(value + Math.ceil(value / 20)),
    bidders: [{ organizationId, price: value }],
  });
  return await db.transaction((tx) => contractOf(tx, evaluation));
}

async function contractOf(tx: Tx, evaluation: Evaluation) {
  const { tender, approver } = evaluation;
  const bid = one(evaluation.bids);
  const { id: projectId, fundId, ceiling, createdAt } = evaluation.project;
  if (!fundId || !ceiling) throw new Error("the project is not complete");
  const at = tender.openedAt ?? createdAt;
  await tx.update(bids).set({ state: "won" }).where(eq(bids.id, bid.id));
  const contract = await insertContract(tx, evaluation, at);
  const { id: contractId, value } = contract;
  const halves = await insertHalves(tx, contract, at);
  await tx
    .insert(contractCounters)
    .values({ contractId, fundLimit: value, fundReserved: fen(0), fundUsed: fen(0) });
  await insertMovement(
    tx,
    { fundId, kind: "sign", entityId: contractId, projectId, at },
    { amount: value, saving: fen(ceiling - value) },
  );
  await contractTender(tx, tender, bid.id, at);
  return { ...contract, milestones: halves, fundId, manager: bid.manager, approver };
}

async function insertContract(tx: Tx, evaluation: Evaluation, at: Date) {
  const { officeId, project, tender, approver } = evaluation;
  const bid = one(evaluation.bids);
  const { startsOn, endsOn } = project;
  if (!startsOn || !endsOn) throw new Error("the project has no service period");
  return one(
    await tx
      .insert(contracts)
      .values({
        officeId,
        organizationId: bid.organizationId,
        projectId: project.id,
        tenderId: tender.id,
        bidId: bid.id,
        number: `${startsOn.slice(0, 4)}-${newId().slice(-6)}`,
        title: project.title,
        status: "active",
        value: bid.price,
        quantity: project.quantity ?? 1,
        unit: project.unit ?? "人",
        startsOn,
        endsOn,
        text: tender.contractDraft,
        officeSignedBy: approver.userId,
        officeSignedAt: at,
        organizationSignedBy: bid.manager.userId,
        organizationSignedAt: at,
        activatedAt: at,
      })
      .returning(),
  );
}

async function insertHalves(tx: Tx, contract: typeof contracts.$inferSelect, at: Date) {
  const { id: contractId, value, endsOn } = contract;
  const first = fen(Math.floor(value / 2));
  const dueOn = dayOf(addTo(at, days(180)));
  const halves = [
    { position: 1, name: "中期", dueOn, cap: first },
    { position: 2, name: "期末", dueOn: endsOn, cap: fen(value - first) },
  ];
  return await tx
    .insert(milestones)
    .values(halves.map((half) => ({ contractId, ...half })))
    .returning();
}

async function contractTender(tx: Tx, tender: Evaluation["tender"], bidId: Id<"bid">, at: Date) {
  await tx
    .update(tenders)
    .set({
      status: "contracted",
      recommendedBidId: bidId,
      recommendedReason: "综合得分最高。",
      publicisedAt: at,
      standstillEndsAt: at,
      awardedAt: at,
    })
    .where(eq(tenders.id, tender.id));
}
