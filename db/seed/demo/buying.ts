import { eq } from "drizzle-orm";
import { DEMO_PASSPHRASE } from "#app/domain/accounts/demo-password.ts";
import type { Act, Actor, Manager } from "#app/domain/act.ts";
import { submitBid } from "#app/domain/bids/submit.server.ts";
import { databaseNow } from "#app/domain/clock.server.ts";
import { signContract } from "#app/domain/contracts/sign.server.ts";
import { draftProject } from "#app/domain/projects/draft.server.ts";
import type { ProjectDraft } from "#app/domain/projects/project.ts";
import { awardWhenStandstillOver } from "#app/domain/tenders/award.server.ts";
import { chooseMethod } from "#app/domain/tenders/choose-method.server.ts";
import { declareInterest } from "#app/domain/tenders/declare.server.ts";
import { handInScores } from "#app/domain/tenders/hand-in.server.ts";
import { namePanel } from "#app/domain/tenders/name-panel.server.ts";
import { publiciseTender } from "#app/domain/tenders/publicise.server.ts";
import { publishTender } from "#app/domain/tenders/publish.server.ts";
import { recommendBid } from "#app/domain/tenders/recommend.server.ts";
import { saveScores } from "#app/domain/tenders/score.server.ts";
import { setCriteria } from "#app/domain/tenders/set-criteria.server.ts";
import { signReport } from "#app/domain/tenders/sign-report.server.ts";
import { submitTender } from "#app/domain/tenders/submit.server.ts";
import { takeOpeningTurn } from "#app/domain/tenders/take-opening-turn.server.ts";
import type { Id } from "#app/values/id.ts";
import { type Fen, fen } from "#app/values/money.ts";
import { db } from "../../client.server.ts";
import { one } from "../../rows.ts";
import { bids, contracts, criteria, tenders } from "../../schema/index.ts";
import { bidDocument, sealFor } from "../factories/bids.ts";
import { codeOf } from "../factories/second-factors.ts";
import { usualCriteria } from "../factories/tenders.ts";

import type { settleOffice, settleOrganizations, settleStreet } from "./people.ts";
import { goPast } from "./time.ts";

export type Street = Awaited<ReturnType<typeof settleStreet>> & {
  staff: Awaited<ReturnType<typeof settleOffice>>;
  organizations: Awaited<ReturnType<typeof settleOrganizations>>;
  fundId: Id<"fund">;
  /** Neighbours who may apply where both sides choose. */
  team: Manager;
};

const now = async <By extends Actor>(by: By): Promise<Act<By>> => ({ by, at: await databaseNow() });

const memberOf = <R extends "officer" | "approver" | "opener" | "panel" | "finance">(
  { officeId }: Street,
  role: R,
  userId: Id<"user">,
) => ({ role, userId, officeId });

type Need = Pick<
  ProjectDraft,
  "title" | "need" | "targetGroup" | "serviceType" | "quantity" | "unit" | "startsOn" | "endsOn"
> & { ceiling: Fen; deadline: Date };

/** A complete draft for all communities of the street, with the street's two openers. */
export async function draft(street: Street, need: Need): Promise<Id<"tender">> {
  const { staff, fundId } = street;
  const act = await now(memberOf(street, "officer", staff.officer));
  const tenderId = await draftProject(act, {
    ...need,
    communityIds: street.communities.map(({ id }) => id),
    fundId,
    budgetItem: "",
    serviceMonths: null,
    contractDraft: contractText,
    openerAId: staff.openerA,
    openerBId: staff.openerB,
  });
  await setCriteria(act, tenderId, usualCriteria.map(withGuidance));
  return tenderId;
}

const withGuidance = (line: (typeof usualCriteria)[number]) => ({ ...line, guidance: "" });

const contractText = [
  "一、乙方按采购文件和投标承诺为甲方辖区居民提供服务。",
  "二、甲方按居民确认的服务次数和评价结算，未服务的不付款。",
  "三、乙方不得转包；服务人员应当持证上岗、佩戴标识。",
  "四、争议由双方协商；协商不成的，向甲方所在地人民法院起诉。",
].join("\n");

export async function submitForReview(street: Street, tenderId: Id<"tender">) {
  await submitTender(await now(memberOf(street, "officer", street.staff.officer)), tenderId);
}

export async function publish(street: Street, tenderId: Id<"tender">) {
  await submitForReview(street, tenderId);
  await publishTender(await now(memberOf(street, "approver", street.staff.approver)), tenderId);
}

/** Each organization bids at a share of the ceiling, given in hundredths. */
export async function bid(street: Street, tenderId: Id<"tender">, ceiling: Fen, shares: number[]) {
  for (const [index, share] of shares.entries()) {
    const organization = street.organizations[index];
    if (!organization) throw new Error("there are fewer organizations than bids");
    const by = {
      role: "manager",
      userId: organization.manager,
      organizationId: organization.id,
    } as const;
    const price = fen(Math.round(ceiling / 10_000) * share * 100);
    const document = await bidDocument({ tenderId, price });
    await submitBid(await now(by), await sealFor(by, tenderId, document));
  }
}

/** What a panel gives to whose bid, in hundredths, and why the first is recommended. */
type Deciding = {
  give: (organizationId: Id<"organization">, seat: number, weight: number) => number;
  reason: string;
};

/** Both openers open, the panel scores (the first organization best, unless told otherwise), and the result is on show. */
export async function decide(
  street: Street,
  tenderId: Id<"tender">,
  { give, reason }: Deciding = usually(street),
) {
  const { staff } = street;
  const tender = one(await db.select().from(tenders).where(eq(tenders.id, tenderId)));
  await goPast(tender.deadline);
  for (const opener of [staff.openerA, staff.openerB]) {
    const act = await now(memberOf(street, "opener", opener));
    await takeOpeningTurn(act, { tenderId, passphrase: DEMO_PASSPHRASE });
  }
  await score(street, tenderId, give);
  const officer = await now(memberOf(street, "officer", staff.officer));
  const { scoreSheet } = one(await db.select().from(tenders).where(eq(tenders.id, tenderId)));
  const ranked = (scoreSheet?.bids ?? []).toSorted((a, b) => a.rank - b.rank);
  const [bidId, ...also] = ranked.slice(0, tender.winners).map(({ bidId: id }) => id as Id<"bid">);
  if (!bidId) throw new Error("nobody came first");
  await recommendBid(officer, { tenderId, bidId, also, reason });
  await publiciseTender(await now(memberOf(street, "approver", staff.approver)), tenderId);
}

const usually = (street: Street): Deciding => ({
  give: (organizationId, seat, weight) => weight * (93 - 6 * rankOf(street, organizationId) - seat),
  reason: "综合得分靠前，方案完整，服务力量充足。",
});

async function score(street: Street, tenderId: Id<"tender">, give: Deciding["give"]) {
  const { chair, expert, representative, officer } = street.staff;
  await namePanel(await now(memberOf(street, "officer", officer)), {
    tenderId,
    members: [
      { userId: chair, capacity: "office" },
      { userId: expert, capacity: "expert" },
      { userId: representative, capacity: "resident_representative" },
    ],
    chairId: chair,
  });
  const opened = await db.select().from(bids).where(eq(bids.tenderId, tenderId));
  const quality = (await db.select().from(criteria).where(eq(criteria.tenderId, tenderId))).filter(
    ({ kind }) => kind === "quality",
  );
  for (const [seat, userId] of [chair, expert, representative].entries()) {
    const act = await now(memberOf(street, "panel", userId));
    await declareInterest(act, { tenderId, conflict: false });
    const given = opened.flatMap((bid) =>
      quality.map(({ id: criterionId, weight }) => ({
        bidId: bid.id,
        criterionId,
        hundredths: give(bid.organizationId, seat, weight),
      })),
    );
    await saveScores(act, { tenderId, scores: given });
    await handInScores(act, tenderId);
  }
  await signReport(await now(memberOf(street, "panel", chair)), tenderId);
}

const rankOf = ({ organizations }: Street, id: Id<"organization">) =>
  organizations.findIndex((organization) => organization.id === id);

/** The standstill passes, and both sides sign with each winner; answers the contracts, the best placed bid's first. */
export async function sign(street: Street, tenderId: Id<"tender">) {
  const { officeId } = street;
  const tender = one(await db.select().from(tenders).where(eq(tenders.id, tenderId)));
  await goPast(tender.standstillEndsAt);
  await awardWhenStandstillOver(await now({ role: "system", userId: null }), {
    officeId,
    tenderId,
  });
  const ofTender = eq(contracts.tenderId, tenderId);
  const drawnUp = await db.select().from(contracts).where(ofTender).orderBy(contracts.id);
  const signed = [];
  for (const contract of drawnUp) signed.push(await signOne(street, contract));
  const [first, ...others] = signed;
  if (!first) throw new Error("nobody won");
  return [first, ...others] as const;
}

async function signOne(street: Street, contract: typeof contracts.$inferSelect) {
  const { id: contractId, organizationId } = contract;
  const approver = memberOf(street, "approver", street.staff.approver);
  await signContract(await now(approver), { contractId, code: await codeOf(approver) });
  const winner = street.organizations.find(({ id }) => id === organizationId);
  if (!winner) throw new Error("a stranger won");
  const manager = { role: "manager", userId: winner.manager, organizationId } as const;
  await signContract(await now(manager), { contractId, code: await codeOf(manager) });
  return { ...contract, manager };
}

/** Whoever wins gets a contract of so much, and residents choose among so many. */
export async function letSeveralWin(
  { staff, officeId }: Street,
  tenderId: Id<"tender">,
  several: { winners: number; winnerCap: Fen },
) {
  const act = await now({ role: "officer", userId: staff.officer, officeId } as const);
  const nobodyInvited = { invitedCode: "", directGround: null, directReason: "" };
  const method = { profile: "community", method: "panel" } as const;
  await chooseMethod(act, { tenderId, ...method, ...nobodyInvited, ...several });
}
