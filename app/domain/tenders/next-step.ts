import type { OfficeRole } from "#app/domain/accounts/role.ts";
import { type MemberProgress, scoresAreIn, sittingMembers } from "./panel.ts";
import { bidsNeeded, type MethodRules, panelProblems } from "./profile.ts";
import type { TenderStatus } from "./tender.ts";

/** All that decides whose turn it is with a tender; people are named by their user ids. */
export type TenderLife = {
  status: TenderStatus;
  suspended: boolean;
  /** Whether a challenge to it is open. */
  challenged: boolean;
  /** An objection that nobody has decided on yet. */
  objectionId: string | null;
  authorId: string;
  projectAuthorId: string;
  sentBack: boolean;
  unanswered: number;
  /** Comments on the draft that nobody has replied to, and whether more may come. */
  unreplied: number;
  commentsOpen: boolean;
  /** Who proposed the amendment that waits for an approver. */
  proposedBy: string | null;
  openerIds: readonly (string | null)[];
  /** Who has taken her turn at the opening. */
  turns: readonly string[];
  /** Known once the deadline has passed. */
  submittedBids: number;
  reducedBidsReason: string | null;
  /** How far the talks before the final offers are; null where there are none, or no more. */
  talks: { standing: number; left: number; calledBy: string | null } | null;
  panel: readonly (MemberProgress & { userId: string; chair: boolean })[];
  reportSigned: boolean;
  recommendedBy: string | null;
  /** Whether the office has said yes where both sides have to before there is a contract; null where nobody is asked, or no more. */
  terms: { office: boolean } | null;
  officeSigned: boolean;
};

export type Reader = { userId: string; roles: readonly OfficeRole[] };

/** What the office's people do with a tender, each on a page of its own. */
export const duties = [
  "rewrite",
  "complete",
  "reply_to_comments",
  "publish",
  "answer",
  "decide_amendment",
  "open_bids",
  "fail",
  "name_panel",
  "declare",
  "record_talks",
  "call_final_offers",
  "approve_final_call",
  "score",
  "sign_report",
  "recommend",
  "publicise",
  "decide_objection",
  "accept_terms",
  "sign_contract",
] as const;
export type Duty = (typeof duties)[number];

/** What happens next when it is not the reader's turn. */
export const waits = [
  "for_officer",
  "for_comments",
  "for_approver",
  "for_other_approver",
  "for_amendment",
  "for_bids",
  "for_openers",
  "for_few_bids",
  "for_panel",
  "for_talks",
  "for_final_call",
  "for_scores",
  "for_report",
  "for_recommendation",
  "for_standstill",
  "for_challenge",
  "for_objection",
  "for_resumption",
  "for_terms",
  "for_signatures",
  "for_delivery",
  "for_nothing",
] as const;
export type Wait = (typeof waits)[number];

type Turn = { duty: Duty } | { wait: Wait };

/** The one next step of a tender: the reader's own duty, or what is waited for. */
export function nextStep(life: TenderLife, reader: Reader, rules: MethodRules): Turn {
  const is = (role: OfficeRole) => reader.roles.includes(role);
  if (life.suspended) return wait("for_resumption");
  const wrote = [life.authorId, life.projectAuthorId].includes(reader.userId);
  switch (life.status) {
    case "draft":
      return is("officer") ? { duty: life.sentBack ? "rewrite" : "complete" } : wait("for_officer");
    case "consulting":
      return consulting(life, is("officer"));
    case "in_review":
      return approval(is("approver"), wrote, "publish");
    case "open":
      return whileOpen(life, reader);
    case "closed":
      return opening(life, reader, rules);
    case "evaluating":
      return evaluation(life, reader, rules);
    case "recommended":
      return approval(is("approver"), life.recommendedBy === reader.userId, "publicise");
    case "publicised":
      if (life.unanswered > 0 && is("officer")) return { duty: "answer" };
      return whilePublicised(life, reader);
    case "awarded":
      return awarded(life, is("approver"));
    case "contracted":
      return wait("for_delivery");
    case "failed":
    case "cancelled":
      return wait("for_nothing");
  }
}

const wait = (for_: Wait): Turn => ({ wait: for_ });

function awarded({ challenged, terms, officeSigned }: TenderLife, isApprover: boolean): Turn {
  if (challenged) return wait("for_challenge");
  if (terms) return isApprover && !terms.office ? { duty: "accept_terms" } : wait("for_terms");
  return isApprover && !officeSigned ? { duty: "sign_contract" } : wait("for_signatures");
}

function approval(isApprover: boolean, ownWork: boolean, duty: Duty): Turn {
  if (!isApprover) return wait("for_approver");
  return ownWork ? wait("for_other_approver") : { duty };
}

function consulting({ unreplied, commentsOpen }: TenderLife, isOfficer: boolean): Turn {
  if (!isOfficer) return wait("for_comments");
  if (unreplied > 0) return { duty: "reply_to_comments" };
  return commentsOpen ? wait("for_comments") : { duty: "complete" };
}

function whileOpen({ unanswered, proposedBy }: TenderLife, { userId, roles }: Reader): Turn {
  if (proposedBy !== null && proposedBy !== userId && roles.includes("approver")) {
    return { duty: "decide_amendment" };
  }
  if (unanswered > 0 && roles.includes("officer")) return { duty: "answer" };
  return wait(proposedBy === null ? "for_bids" : "for_amendment");
}

function opening(life: TenderLife, { userId, roles }: Reader, rules: MethodRules): Turn {
  if (life.submittedBids < bidsNeeded(rules, life.reducedBidsReason)) {
    return roles.includes("officer") ? { duty: "fail" } : wait("for_few_bids");
  }
  const own = life.openerIds.includes(userId) && !life.turns.includes(userId);
  return own ? { duty: "open_bids" } : wait("for_openers");
}

function evaluation(life: TenderLife, { userId, roles }: Reader, rules: MethodRules): Turn {
  if (life.reportSigned) {
    return roles.includes("officer") ? { duty: "recommend" } : wait("for_recommendation");
  }
  const own = life.panel.find((member) => member.userId === userId);
  if (own?.conflict === null) return { duty: "declare" };
  const sits = own?.conflict === false;
  if (sits && !own.submittedAt && !life.talks) return { duty: "score" };
  const capacities = sittingMembers(life.panel).map(({ capacity }) => capacity);
  if (panelProblems(rules, capacities).length > 0) {
    return roles.includes("officer") ? { duty: "name_panel" } : wait("for_panel");
  }
  const leads = sits && own.chair;
  if (life.talks) return negotiation(life, life.talks, { userId, roles }, { rules, leads });
  if (!scoresAreIn(rules, life.panel)) return wait("for_scores");
  return leads ? { duty: "sign_report" } : wait("for_report");
}

/** Talks with every bidder come first, then two people call for the final offers; with too few left the chair can only say so. */
function negotiation(
  life: TenderLife,
  { standing, left, calledBy }: NonNullable<TenderLife["talks"]>,
  { userId, roles }: Reader,
  { rules, leads }: { rules: MethodRules; leads: boolean },
): Turn {
  if (standing < bidsNeeded(rules, life.reducedBidsReason)) {
    return leads ? { duty: "sign_report" } : wait("for_report");
  }
  if (left > 0) return leads ? { duty: "record_talks" } : wait("for_talks");
  if (calledBy === null) {
    return roles.includes("officer") ? { duty: "call_final_offers" } : wait("for_final_call");
  }
  return approval(roles.includes("approver"), calledBy === userId, "approve_final_call");
}

function whilePublicised(life: TenderLife, { roles, userId }: Reader): Turn {
  if (life.challenged) return wait("for_challenge");
  if (life.objectionId === null) return wait("for_standstill");
  const decides = roles.includes("approver") && life.recommendedBy !== userId;
  return decides ? { duty: "decide_objection" } : wait("for_objection");
}
