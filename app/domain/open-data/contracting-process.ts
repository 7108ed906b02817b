import type { Id } from "#app/values/id.ts";
import type { Fen } from "#app/values/money.ts";
import type { Day } from "#app/values/time.ts";
import type { BidState } from "../bids/bid.ts";
import type { ContractStatus, MilestoneState } from "../contracts/contract.ts";
import type { DomainEvent } from "../events.ts";
import type { TermChange } from "../tender-amendments/amendment.ts";
import type { CriterionKind, Method, TenderStatus } from "../tenders/tender.ts";

/** The events of a tender, its contracts and milestones that the public is told, each as one release. */
export const publicEvents = [
  "tender.published",
  "tender.amended",
  "question.asked",
  "question.answered",
  "tender.closed",
  "opening.done",
  "tender.final_offers_called",
  "tender.publicised",
  "tender.awarded",
  "tender.winner_passed_over",
  "tender.suspended",
  "tender.resumed",
  "challenge.decided",
  "challenge.ruled",
  "tender.reopened",
  "contract.activated",
  "contract.amended",
  "contract.terminated",
  "contract.closed",
  "milestone.accepted",
  "milestone.paid",
  "tender.failed",
  "tender.cancelled",
] as const satisfies readonly DomainEvent["name"][];

/** What a reader of notices wants to hear of: that something is bought, and what became of it. */
export const newsworthy = [
  "tender.published",
  "tender.amended",
  "tender.publicised",
  "tender.awarded",
  "contract.activated",
  "tender.failed",
  "tender.cancelled",
] as const satisfies readonly (typeof publicEvents)[number][];
export type Newsworthy = (typeof newsworthy)[number];

/** The same before there is a contracting process: a draft on which everybody may comment. */
export const newsOfDrafts = ["draft.consulted"] as const satisfies readonly DomainEvent["name"][];
export type News = Newsworthy | (typeof newsOfDrafts)[number];

type Written<Event> = Event extends { name: (typeof publicEvents)[number] } ? Event : never;

/** An event as the log keeps it. */
export type PublicEvent = Written<DomainEvent> & { id: Id<"event">; at: Date };

/**
 * All that open data tells of one published tender. Nothing of a bid stands here that the row-level security
 * of the database would not show to a stranger.
 */
export type ContractingProcess = {
  tender: {
    id: Id<"tender">;
    title: string;
    status: TenderStatus;
    method: Method;
    noticeNumber: string | null;
    /** The failed tender that this one tries again. */
    rerunOf: Id<"tender"> | null;
    publishedAt: Date;
    deadline: Date;
    /** Of the first offers, where final ones were called for. */
    firstDeadline: Date | null;
    /** When the offers that count were opened. */
    openedAt: Date | null;
    publicisedAt: Date | null;
    standstillEndsAt: Date | null;
    recommendedBidId: Id<"bid"> | null;
    alsoRecommended: readonly Id<"bid">[];
    /** What each award is worth where several win; else it is worth its bid's price. */
    winnerCap: Fen | null;
    endedAt: Date | null;
    endedReason: string | null;
  };
  project: {
    number: string;
    need: string;
    serviceType: { code: string; name: string } | null;
    quantity: number | null;
    unit: string | null;
    ceiling: Fen | null;
    serviceMonths: number | null;
    startsOn: Day | null;
    endsOn: Day | null;
    communities: string[];
  };
  office: { id: Id<"office">; name: string; helpPhone: string };
  criteria: readonly { kind: CriterionKind; name: string; weight: number }[];
  questions: readonly {
    id: Id<"question">;
    text: string;
    askedAt: Date;
    answer: string | null;
    answeredAt: Date | null;
    organizationId: Id<"organization">;
  }[];
  bids: readonly {
    id: Id<"bid">;
    organizationId: Id<"organization">;
    state: BidState;
    price: Fen | null;
    submittedAt: Date;
  }[];
  /** When bids were found to be out of the running, by the log. */
  dropped: readonly { bidId: string; at: Date }[];
  organizations: readonly { id: Id<"organization">; name: string; creditCode: string | null }[];
  contracts: readonly {
    id: Id<"contract">;
    bidId: Id<"bid">;
    organizationId: Id<"organization">;
    title: string;
    status: ContractStatus;
    value: Fen;
    startsOn: Day;
    endsOn: Day;
    activatedAt: Date | null;
  }[];
  /** Changes of the tender's file while it took bids, first to last. */
  fileAmendments: readonly {
    id: Id<"tender_amendment">;
    changes: readonly TermChange[];
    reason: string;
    at: Date;
  }[];
  /** Changes of contracts that came into force. */
  amendments: readonly {
    id: Id<"contract_amendment">;
    contractId: Id<"contract">;
    text: string;
    newEndsOn: Day | null;
    at: Date | null;
  }[];
  milestones: readonly {
    id: Id<"milestone">;
    contractId: Id<"contract">;
    name: string;
    dueOn: Day;
    state: MilestoneState;
    cap: Fen;
    carried: Fen;
    pay: Fen | null;
    acceptedAt: Date | null;
    paidAt: Date | null;
  }[];
  /** Oldest first. */
  events: readonly PublicEvent[];
};
