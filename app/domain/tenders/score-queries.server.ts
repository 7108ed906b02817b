import { and, asc, eq, notInArray } from "drizzle-orm";
import type { OfficeStaff } from "#app/domain/act.ts";
import { neverOpened } from "#app/domain/bids/bid.ts";
import type { Id } from "#app/values/id.ts";
import { db } from "#db/client.server.ts";
import { users } from "#db/schema/accounts.ts";
import { bids } from "#db/schema/bids.ts";
import { organizations } from "#db/schema/organizations.ts";
import { projects } from "#db/schema/projects.ts";
import { criteria, panelMembers, scores, tenders } from "#db/schema/tenders.ts";
import { isFinalRound, methodSettings } from "./method.ts";
import { scoresAreIn } from "./panel.ts";
import { rulesNow } from "./rules.server.ts";
import { isResponsive } from "./score-sheet.ts";

/** A tender of the reader's office, with its office's side of the need. */
export async function findEvaluated(by: OfficeStaff, tenderId: Id<"tender">) {
  const [found] = await db
    .select({ tender: tenders, rules: rulesNow, ceiling: projects.ceiling })
    .from(tenders)
    .innerJoin(projects, eq(projects.id, tenders.projectId))
    .where(and(eq(tenders.id, tenderId), eq(tenders.officeId, by.officeId)));
  if (!found?.ceiling) return undefined;
  const { tender, ...rest } = found;
  return { ...tender, ...rest, ceiling: found.ceiling };
}

/** Everybody who was named for the panel, with her name, the barred included. */
export async function listPanel(by: OfficeStaff, tenderId: Id<"tender">) {
  return await db
    .select({
      userId: panelMembers.userId,
      name: users.name,
      capacity: panelMembers.capacity,
      chair: panelMembers.chair,
      conflict: panelMembers.conflict,
      conflictNote: panelMembers.conflictNote,
      submittedAt: panelMembers.submittedAt,
    })
    .from(panelMembers)
    .innerJoin(users, eq(users.id, panelMembers.userId))
    .innerJoin(tenders, eq(tenders.id, panelMembers.tenderId))
    .where(and(eq(panelMembers.tenderId, tenderId), eq(tenders.officeId, by.officeId)))
    .orderBy(asc(panelMembers.userId));
}

/** The bids of the current round that were opened, with who handed each in, and those that dropped out before; none before the opening. */
export async function listOpenedBids(by: OfficeStaff, tenderId: Id<"tender">) {
  return await db
    .select({
      id: bids.id,
      organizationId: bids.organizationId,
      organization: organizations.name,
      state: bids.state,
      price: bids.price,
      document: bids.document,
      submittedAt: bids.submittedAt,
      disqualifiedReason: bids.disqualifiedReason,
      lowBidAskedAt: bids.lowBidAskedAt,
      lowBidAnswerBy: bids.lowBidAnswerBy,
      lowBidExplanation: bids.lowBidExplanation,
      lowBidDecision: bids.lowBidDecision,
    })
    .from(bids)
    .innerJoin(organizations, eq(organizations.id, bids.organizationId))
    .innerJoin(tenders, eq(tenders.id, bids.tenderId))
    .where(
      and(
        eq(bids.tenderId, tenderId),
        eq(tenders.officeId, by.officeId),
        notInArray(bids.state, ["submitted", ...neverOpened, "negotiated"]),
      ),
    )
    .orderBy(asc(bids.submittedAt), asc(bids.id));
}

/**
 * The scores of a tender that the reader may see: her own, and everybody's only once a full panel has handed in.
 * From then on no member can join, so that what is shown to one can never guide another.
 */
export async function listVisibleScores(by: OfficeStaff, tenderId: Id<"tender">) {
  const tender = await findEvaluated(by, tenderId);
  if (!tender) return [];
  const everybody = scoresAreIn(tender.rules, await listPanel(by, tenderId));
  const ofTender = eq(scores.tenderId, tenderId);
  return await db
    .select()
    .from(scores)
    .where(everybody ? ofTender : and(ofTender, eq(scores.memberId, by.userId)));
}

export async function listCriteria(tenderId: Id<"tender">) {
  return await db
    .select({
      id: criteria.id,
      kind: criteria.kind,
      name: criteria.name,
      weight: criteria.weight,
      guidance: criteria.guidance,
    })
    .from(criteria)
    .where(eq(criteria.tenderId, tenderId))
    .orderBy(asc(criteria.position));
}

/** A member's own seat on a panel, with the bidders that she declares about; undefined to everybody else. */
export async function findSeat(by: OfficeStaff, tenderId: Id<"tender">) {
  const scoring = await findScoring(by, tenderId);
  if (!scoring) return undefined;
  const { tender, seat } = scoring;
  const bidders = (await listOpenedBids(by, tenderId)).filter(({ price }) => price !== null);
  return {
    tender,
    seat,
    bidders: bidders.map(({ id, organization }) => ({ id, organization })),
  };
}

/** What a member scores: the bids that can win, the criteria, and what she gave so far; undefined to everybody else. */
export async function findScoring(by: OfficeStaff, tenderId: Id<"tender">) {
  const tender = await findEvaluated(by, tenderId);
  if (!tender) return undefined;
  const panel = await listPanel(by, tenderId);
  const seat = panel.find(({ userId }) => userId === by.userId);
  if (!seat) return undefined;
  const { id, title, status, ceiling, reportSignedAt } = tender;
  const final = isFinalRound(tender);
  const opened = await listOpenedBids(by, tenderId);
  const given = await listVisibleScores(by, tenderId);
  return {
    tender: { id, title, status, ceiling, reportSignedAt, final },
    seat,
    panel: panel.map(({ name, conflict, submittedAt }) => ({ name, conflict, submittedAt })),
    criteria: (await listCriteria(tenderId)).filter(({ kind }) => kind === "quality"),
    bids: opened.filter((bid) => isResponsive(bid, ceiling)),
    votes: methodSettings[tender.method].scoring === "votes",
    scores: given.filter(({ memberId }) => memberId === by.userId),
  };
}
