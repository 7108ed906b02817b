import type { Id } from "#app/values/id.ts";
import type { Fen } from "#app/values/money.ts";
import type { Draw } from "./draw.ts";
import type { Scoring } from "./method.ts";
import { recommendedBids } from "./recommended.ts";
import type { FrozenScoreSheet } from "./score-sheet.ts";
import type { BidFlag, ScoredBid } from "./scoring.ts";
import type { CriterionKind, PanelCapacity, TenderStatus } from "./tender.ts";

/** A score sheet with its names, as people read it and as the JSON file gives it; scores are hundredths of a point. */
export type PublishedSheet = {
  tender: {
    id: string;
    title: string;
    office: string;
    status: TenderStatus;
    publicisedAt: Date | null;
    standstillEndsAt: Date | null;
    awardedAt: Date | null;
    /** By the clock, so a little before the award is written. */
    standstillOver: boolean;
  };
  formulaVersion: 1;
  /** In votes all of the points are a yes, and none a no. */
  scoring: Scoring;
  ceilingFen: Fen;
  lowestPriceFen: Fen;
  criteria: { id: string; kind: CriterionKind; name: string; weight: number }[];
  /** In the order of each bid's scores; names are published with the award. */
  panel: { capacity: PanelCapacity; chair: boolean; name: string | null }[];
  /** What members changed after all scores were in: `member` counts from 1 in the panel's order, both values in hundredths. */
  changes: {
    member: number;
    organization: string;
    bidId: string;
    criterionId: string;
    from: number;
    to: number;
    reason: string;
  }[];
  /** The lot by which the experts were drawn; who they are is published with the names. */
  draw: (Draw & { drawn: { id: string; name: string }[] | null }) | null;
  bids: (ScoredBid & { organization: string })[];
  disqualified: { organization: string; priceFen: Fen | null; reason: string }[];
  lowBids: { organization: string; explanation: string; decision: string }[];
  flags: { kind: BidFlag["kind"]; organizations: string[] }[];
  /** Of the best placed winner, with the reason for all. */
  recommendation: { bidId: string; organization: string; reason: string } | null;
  /** Everybody who is to win, the best placed first; more than one only where residents choose among them. */
  winners: { bidId: string; organization: string }[];
};

export type SheetParts = {
  tender: PublishedSheet["tender"] & {
    round: number;
    recommendedBidId: Id<"bid"> | null;
    alsoRecommended: readonly Id<"bid">[];
    recommendedReason: string | null;
  };
  sheet: FrozenScoreSheet;
  criteria: readonly PublishedSheet["criteria"][number][];
  panel: readonly { userId: string; name: string; capacity: PanelCapacity; chair: boolean }[];
  changes: readonly {
    memberId: string;
    bidId: string;
    criterionId: string;
    from: number;
    to: number;
    reason: string;
  }[];
  draw: Draw | undefined;
  bids: readonly {
    id: string;
    organization: string;
    round: number;
    price: Fen | null;
    disqualifiedReason: string | null;
    lowBidExplanation: string | null;
    lowBidDecision: string | null;
  }[];
};

/**
 * Joins the frozen numbers with their names; `named` says whether the members' own may be shown, and with them the prices
 * of an earlier round.
 */
export function composeSheet(parts: SheetParts, named: boolean): PublishedSheet {
  const { sheet, bids } = parts;
  const { recommendedBidId, alsoRecommended, recommendedReason, round, ...tender } = parts.tender;
  const recommended = recommendedBids({ recommendedBidId, alsoRecommended });
  const nameOf = (bidId: string) => bids.find(({ id }) => id === bidId)?.organization ?? "";
  return {
    tender,
    formulaVersion: sheet.formulaVersion,
    scoring: sheet.scoring ?? "points",
    ceilingFen: sheet.ceilingFen,
    lowestPriceFen: sheet.lowestPriceFen,
    criteria: sheet.criteria.map((criterion) => ({
      ...criterion,
      name: parts.criteria.find(({ id }) => id === criterion.id)?.name ?? "",
    })),
    panel: sheet.memberIds.flatMap((memberId) => memberOf(parts, memberId, named)),
    changes: parts.changes.map(({ memberId, ...change }) => ({
      member: sheet.memberIds.findIndex((one) => one === memberId) + 1,
      organization: nameOf(change.bidId),
      ...change,
    })),
    draw: parts.draw ? { ...parts.draw, drawn: named ? expertsOf(parts) : null } : null,
    bids: sheet.bids.map((bid) => ({ ...bid, organization: nameOf(bid.bidId) })),
    disqualified: bids.flatMap(({ organization, disqualifiedReason: reason, ...bid }) => {
      const priceFen = named || bid.round === round ? bid.price : null;
      return reason === null ? [] : [{ organization, priceFen, reason }];
    }),
    lowBids: bids.flatMap(({ organization, lowBidExplanation, lowBidDecision: decision }) =>
      decision === null ? [] : [{ organization, explanation: lowBidExplanation ?? "", decision }],
    ),
    flags: sheet.flags.map(({ kind, bidIds }) => ({ kind, organizations: bidIds.map(nameOf) })),
    recommendation: recommendedBidId
      ? {
          bidId: recommendedBidId,
          organization: nameOf(recommendedBidId),
          reason: recommendedReason ?? "",
        }
      : null,
    winners: recommended.map((bidId) => ({ bidId, organization: nameOf(bidId) })),
  };
}

const expertsOf = ({ panel, sheet }: SheetParts) =>
  panel
    .filter(({ userId, capacity }) => capacity === "expert" && isOn(sheet, userId))
    .map(({ userId: id, name }) => ({ id, name }));

const isOn = ({ memberIds }: FrozenScoreSheet, userId: string) =>
  memberIds.some((memberId) => memberId === userId);

function memberOf({ panel }: SheetParts, memberId: string, named: boolean) {
  const member = panel.find(({ userId }) => userId === memberId);
  if (!member) return [];
  const { capacity, chair, name } = member;
  return [{ capacity, chair, name: named ? name : null }];
}
