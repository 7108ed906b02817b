import { and, eq } from "drizzle-orm";
import type { OfficeStaff } from "#app/domain/act.ts";
import { databaseNow } from "#app/domain/clock.server.ts";
import type { Id } from "#app/values/id.ts";
import { db } from "#db/client.server.ts";
import { users } from "#db/schema/accounts.ts";
import { memberships } from "#db/schema/memberships.ts";
import { offices } from "#db/schema/offices.ts";
import { computeSheet } from "./compute-sheet.server.ts";
import { lowBidStage } from "./low-bid.ts";
import { isFinalRound, methodSettings } from "./method.ts";
import { scoresAreIn, sittingMembers } from "./panel.ts";
import { bidsNeeded } from "./profile.ts";
import { readSheetNames } from "./published-sheet.server.ts";
import { composeSheet } from "./published-sheet.ts";
import { findEvaluated, listOpenedBids, listPanel } from "./score-queries.server.ts";
import { type FrozenScoreSheet, isResponsive } from "./score-sheet.ts";
import { lowBidFlags } from "./scoring.ts";

type Evaluated = NonNullable<Awaited<ReturnType<typeof findEvaluated>>>;

/** What the office's people see of an evaluation: who has handed in, each bid's standing, and, once all scores are in, the sheet. */
export async function findReport(by: OfficeStaff, tenderId: Id<"tender">) {
  const tender = await findEvaluated(by, tenderId);
  if (!tender) return undefined;
  const panel = await listPanel(by, tenderId);
  const bids = await listStandings(by, tender);
  const { rules } = tender;
  const final = isFinalRound(tender);
  const standing = bids.filter((bid) => (final ? bid.responsive : bid.disqualifiedReason === null));
  const needed = bidsNeeded(rules, tender.reducedBidsReason);
  return {
    tender,
    panel: panel.map(({ conflictNote, ...member }) => member),
    bids,
    minimumBids: needed,
    standing: standing.length,
    enough: standing.length >= needed,
    final,
    allIn: scoresAreIn(rules, panel),
    chair: panel.some(({ userId, chair }) => chair && userId === by.userId),
    sheet: await findOfficeSheet(by, tenderId),
  };
}

/** The score sheet for the office's people: signed, or as it will be signed; undefined before all scores are in. */
export async function findOfficeSheet(by: OfficeStaff, tenderId: Id<"tender">) {
  const tender = await findEvaluated(by, tenderId);
  const sheet = tender && (tender.scoreSheet ?? (await previewSheet(by, tender)));
  if (!sheet) return undefined;
  const [office] = await db
    .select({ name: offices.name })
    .from(offices)
    .where(eq(offices.id, by.officeId));
  const { id, round, title, status, publicisedAt, standstillEndsAt, awardedAt } = tender;
  const { recommendedBidId, alsoRecommended, recommendedReason } = tender;
  const standstillOver = standstillEndsAt !== null && (await databaseNow()) >= standstillEndsAt;
  const life = { status, publicisedAt, standstillEndsAt, awardedAt, standstillOver };
  const said = { recommendedBidId, alsoRecommended, recommendedReason };
  const head = { id, round, title, office: office?.name ?? "", ...life, ...said };
  return composeSheet({ tender: head, sheet, ...(await readSheetNames(tenderId)) }, true);
}

/** The same for who recommends, with how many are to be recommended. */
export async function findToRecommend(by: OfficeStaff, tenderId: Id<"tender">) {
  const [tender, sheet] = await Promise.all([
    findEvaluated(by, tenderId),
    findOfficeSheet(by, tenderId),
  ]);
  return tender && sheet && { ...sheet, places: Math.min(tender.winners, sheet.bids.length) };
}

async function previewSheet(
  by: OfficeStaff,
  tender: Evaluated,
): Promise<FrozenScoreSheet | undefined> {
  const panel = await listPanel(by, tender.id);
  if (tender.status !== "evaluating" || !scoresAreIn(tender.rules, panel)) return undefined;
  const { ceiling } = tender;
  const opened = await listOpenedBids(by, tender.id);
  const responsive = opened.flatMap((bid) =>
    isResponsive(bid, ceiling) ? [{ ...bid, bidId: bid.id, priceFen: bid.price }] : [],
  );
  if (responsive.length === 0) return undefined;
  const memberIds = sittingMembers(panel).map(({ userId }) => userId);
  const now = { id: tender.id, method: tender.method, now: await databaseNow() };
  return await computeSheet(db, now, memberIds, { responsive, ceiling });
}

/** The bids with what speaks against each: above the ceiling, disqualified, suspiciously low. */
async function listStandings(by: OfficeStaff, { id, ceiling, rules }: Evaluated) {
  const opened = await listOpenedBids(by, id);
  const prices = opened.flatMap((bid) =>
    isResponsive(bid, ceiling) ? [{ bidId: bid.id, priceFen: bid.price }] : [],
  );
  const low = new Map(
    lowBidFlags(prices, ceiling, rules.lowBid).map(({ bidId, tests }) => [bidId, tests]),
  );
  return opened.map(({ document, ...bid }) => ({
    ...bid,
    responsive: isResponsive(bid, ceiling),
    overCeiling: bid.price !== null && bid.price > ceiling,
    low: low.get(bid.id) ?? [],
  }));
}

/** One bid with its standing, for the chair who judges it. */
export async function findBidToJudge(by: OfficeStaff, tenderId: Id<"tender">, bidId: Id<"bid">) {
  const tender = await findEvaluated(by, tenderId);
  const bid = tender && (await listStandings(by, tender)).find(({ id }) => id === bidId);
  return bid && { tenderId, bid, stage: lowBidStage(bid, await databaseNow()) };
}

/** A recommendation as the approver checks it before everybody reads it. */
export async function findPublicity(by: OfficeStaff, tenderId: Id<"tender">) {
  const tender = await findEvaluated(by, tenderId);
  if (!tender?.recommendedBy) return undefined;
  const sheet = await findOfficeSheet(by, tenderId);
  const [recommender] = await db
    .select({ userId: users.id, name: users.name })
    .from(users)
    .where(eq(users.id, tender.recommendedBy));
  if (!sheet || !recommender) return undefined;
  const { standstillWorkingDays } = tender.rules;
  const asksBoth = methodSettings[tender.method].acceptance === "both";
  return { sheet, recommendedBy: recommender, standstillWorkingDays, asksBoth };
}

/** Whom the officer may name for a tender's panel, each with the seat that she has; the barred are left out. */
export async function findPanelToName(by: OfficeStaff, tenderId: Id<"tender">) {
  const tender = await findEvaluated(by, tenderId);
  if (!tender) return undefined;
  const panel = await listPanel(by, tenderId);
  const barred = panel.filter(({ conflict }) => conflict);
  const candidates = await listPanelCandidates(by);
  const people = candidates.flatMap((person) => {
    if (barred.some(({ userId }) => userId === person.userId)) return [];
    const seat = panel.find(({ userId }) => userId === person.userId);
    return [{ ...person, capacity: seat?.capacity ?? null, handedIn: Boolean(seat?.submittedAt) }];
  });
  return {
    tender: { id: tender.id, title: tender.title, rules: tender.rules.panel },
    barred: barred.map(({ name, conflictNote }) => ({ name, note: conflictNote ?? "" })),
    people,
    chairId: sittingMembers(panel).find(({ chair }) => chair)?.userId ?? "",
  };
}

async function listPanelCandidates(by: OfficeStaff) {
  return await db
    .select({ userId: users.id, name: users.name })
    .from(memberships)
    .innerJoin(users, eq(users.id, memberships.userId))
    .where(and(eq(memberships.officeId, by.officeId), eq(memberships.role, "panel")))
    .orderBy(users.name, users.id);
}
