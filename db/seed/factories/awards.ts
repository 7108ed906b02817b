import { eq } from "drizzle-orm";
import type { System } from "#app/domain/act.ts";
import { signContract } from "#app/domain/contracts/sign.server.ts";
import { awardWhenStandstillOver } from "#app/domain/tenders/award.server.ts";
import { handInScores } from "#app/domain/tenders/hand-in.server.ts";
import { publiciseTender } from "#app/domain/tenders/publicise.server.ts";
import { recommendBid } from "#app/domain/tenders/recommend.server.ts";
import { saveScores } from "#app/domain/tenders/score.server.ts";
import { signReport } from "#app/domain/tenders/sign-report.server.ts";
import type { PanelCapacity } from "#app/domain/tenders/tender.ts";
import type { Id } from "#app/values/id.ts";
import { yuan } from "#app/values/money.ts";
import { addTo, days } from "#app/values/time.ts";
import { db } from "../../client.server.ts";
import { contracts, panelMembers, tenders } from "../../schema/index.ts";
import { actOf, makeOfficeActor } from "./accounts.ts";
import { makeEvaluation } from "./evaluations.ts";
import { codeOf } from "./second-factors.ts";

type EvaluationWish = NonNullable<Parameters<typeof makeEvaluation>[0]> & {
  /** By how many hundredths each member of the panel scores off the usual. */
  shifts?: readonly number[];
  /** In a vote of the council instead: how many of the three vote for each bid. */
  votes?: readonly number[];
};
type Evaluation = Awaited<ReturnType<typeof makeEvaluation>>;
type Member = Awaited<ReturnType<typeof makeOfficeActor<"panel">>>;

/** The clock, as the worker acts for it. */
export const system: System = { role: "system", userId: null };

const capacities: readonly PanelCapacity[] = ["office", "expert", "resident_representative"];

/** A panel of three that has declared no conflict; the first is the chair. */
export async function seatPanel({
  officeId,
  tender,
}: Pick<Evaluation, "officeId"> & { tender: { id: Id<"tender"> } }): Promise<Member[]> {
  const members = [];
  for (const [index, capacity] of capacities.entries()) {
    const member = await makeOfficeActor("panel", officeId);
    const { at } = await actOf(member);
    const seat = { capacity, chair: index === 0, conflict: false, declaredAt: at };
    await db.insert(panelMembers).values({ tenderId: tender.id, userId: member.userId, ...seat });
    members.push(member);
  }
  return members;
}

type ToScore = Pick<Evaluation, "criteria"> & { bids: readonly { id: Id<"bid"> }[] };

/** A member's scores for every bid and criterion: for the first bid 90 % of the points and `shift` hundredths, and 5 % less for each that follows. */
export function scoresOf({ bids, criteria }: ToScore, shift = 0) {
  return bids.flatMap((bid, index) =>
    criteria
      .filter(({ kind }) => kind === "quality")
      .map(({ id: criterionId, weight }) => {
        return { bidId: bid.id, criterionId, hundredths: weight * (90 - 5 * index) + shift };
      }),
  );
}

/** The vote of the member at that place: the first so many are for a bid, the rest against it. */
const votesOf = ({ bids, criteria }: ToScore, votes: readonly number[], place: number) =>
  bids.flatMap((bid, index) =>
    criteria.map(({ id: criterionId, weight }) => {
      const hundredths = place < (votes[index] ?? 0) ? weight * 100 : 0;
      return { bidId: bid.id, criterionId, hundredths };
    }),
  );

const voted = {
  method: "two_way" as const,
  criteria: [{ kind: "quality" as const, name: "议事会表决", weight: 100 }],
};

/** An evaluation in which the whole panel has handed in; the first bid will win, or the one with the most votes. */
export async function makeScoredEvaluation({
  shifts = [25, 0, -25],
  votes,
  ...wish
}: EvaluationWish = {}) {
  const evaluation = await makeEvaluation({ ...(votes && voted), ...wish });
  const panel = await seatPanel(evaluation);
  const tenderId = evaluation.tender.id;
  for (const [index, member] of panel.entries()) {
    const scores = votes ? votesOf(evaluation, votes, index) : scoresOf(evaluation, shifts[index]);
    await saveScores(await actOf(member), { tenderId, scores });
    await handInScores(await actOf(member), tenderId);
  }
  return { ...evaluation, panel, chair: first(panel) };
}

/** A tender whose panel has signed its report. */
export async function makeRankedTender(wish: EvaluationWish = {}) {
  const scored = await makeScoredEvaluation(wish);
  await signReport(await actOf(scored.chair), scored.tender.id);
  return { ...scored, winner: first(scored.bids) };
}

/** A tender in standstill; `over` puts its end into the past. */
export async function makePublicisedTender({
  over,
  ...wish
}: EvaluationWish & { over?: boolean } = {}) {
  const ranked = await makeRankedTender(wish);
  const { officer, approver, winner, bids, tender } = ranked;
  const also = bids.slice(1, tender.winners).map(({ id }) => id);
  const tenderId = ranked.tender.id;
  const reason = "综合得分最高。";
  await recommendBid(await actOf(officer), { tenderId, bidId: winner.id, also, reason });
  const act = await actOf(approver);
  await publiciseTender(act, tenderId);
  if (over) {
    const standstillEndsAt = addTo(act.at, -days(1));
    await db.update(tenders).set({ standstillEndsAt }).where(eq(tenders.id, tenderId));
  }
  return ranked;
}

/** An award that waits for both sides to say yes: the council voted for its bids as told. */
export async function makeAwardToAnswer({ votes = [3, 2, 1], ...wish }: EvaluationWish = {}) {
  const bidders = [30_000, 28_000, 27_000].map((price) => ({ price: yuan(price) }));
  const usual = { ceiling: yuan(40_000), bidders };
  const publicised = await makePublicisedTender({ ...usual, ...wish, votes, over: true });
  const { officeId } = publicised;
  const tenderId: Id<"tender"> = publicised.tender.id;
  await awardWhenStandstillOver(await actOf(system), { officeId, tenderId });
  return { ...publicised, tenderId };
}

/** A tender that is awarded, with the contracts that wait for their signatures; `contract` is the best placed bid's. */
export async function makeAwardedTender(wish: EvaluationWish = {}) {
  const publicised = await makePublicisedTender({ ...wish, over: true });
  const { officeId } = publicised;
  const tenderId: Id<"tender"> = publicised.tender.id;
  await awardWhenStandstillOver(await actOf(system), { officeId, tenderId });
  const drawnUp = await db
    .select()
    .from(contracts)
    .where(eq(contracts.tenderId, tenderId))
    .orderBy(contracts.id);
  return { ...publicised, contract: first(drawnUp), contracts: drawnUp };
}

function first<Thing>([thing]: readonly Thing[]): Thing {
  if (thing === undefined) throw new Error("there is none");
  return thing;
}

type Awarded = Awaited<ReturnType<typeof makeAwardedTender>>;

/** One side's signature under the contract of the awarded tender's bid of that place, counted from 0. */
export async function signAs(awarded: Awarded, party: "office" | "organization", place: number) {
  const bid = awarded.bids[place];
  const ofTender = eq(contracts.tenderId, awarded.tender.id);
  const drawnUp = await db.select().from(contracts).where(ofTender);
  const own = drawnUp.find(({ bidId, status }) => bidId === bid?.id && status !== "terminated");
  if (!bid || !own) throw new Error("there is no such contract");
  const by = party === "office" ? awarded.approver : bid.manager;
  return await signContract(await actOf(by), { contractId: own.id, code: await codeOf(by) });
}

/** Two organizations that won one tender, each with a contract of ¥200,000 in force, in order of rank. */
export async function makeContractedPanel(wish: EvaluationWish = {}) {
  const usual = { several: { winners: 2, winnerCap: yuan(200_000) } };
  const awarded = await makeAwardedTender({ ...usual, ...wish });
  for (const place of awarded.contracts.keys()) {
    await signAs(awarded, "office", place);
    await signAs(awarded, "organization", place);
  }
  return awarded;
}
