import type { Lifecycle } from "../lifecycle.ts";
import type { TenderStatus } from "../tenders/tender.ts";

/** What a challenge is about: what was asked for, how it was handled, or who was chosen. */
export const challengeSubjects = ["tender_file", "process", "result"] as const;
export type ChallengeSubject = (typeof challengeSubjects)[number];

export const challengeStates = [
  "filed",
  "answered",
  "accepted",
  "rejected",
  "escalated",
  "upheld",
  "dismissed",
  "withdrawn",
  "lapsed",
] as const;
export type ChallengeState = (typeof challengeStates)[number];

/**
 * An officer answers, another person accepts or rejects; after that, or where nobody answered in time, it may go on to
 * the supervisor, who decides.
 */
export const challengeLifecycle = {
  filed: { answer: "answered", escalate: "escalated", lapse: "lapsed", withdraw: "withdrawn" },
  answered: {
    answer: "answered",
    accept: "accepted",
    reject: "rejected",
    escalate: "escalated",
    lapse: "lapsed",
    withdraw: "withdrawn",
  },
  rejected: { escalate: "escalated" },
  escalated: { uphold: "upheld", dismiss: "dismissed", withdraw: "withdrawn" },
  accepted: {},
  upheld: {},
  dismissed: {},
  withdrawn: {},
  lapsed: {},
} as const satisfies Lifecycle<ChallengeState>;

/** While one of its challenges is in such a state, nothing about a tender becomes final. */
export const openStates = ["filed", "answered", "escalated"] as const satisfies ChallengeState[];

export const isOpen = (state: ChallengeState): state is (typeof openStates)[number] =>
  openStates.some((open) => open === state);

type Stages = { publishedAt: Date | null; openedAt: Date | null; publicisedAt: Date | null };

/** When that happened which a challenge of the subject is about; its period runs from here. Null while there is nothing to challenge. */
export function challengedAt(subject: ChallengeSubject, stages: Stages): Date | null {
  const { publishedAt, openedAt, publicisedAt } = stages;
  switch (subject) {
    case "tender_file":
      return publishedAt;
    case "process":
      return openedAt && (publicisedAt ?? openedAt);
    case "result":
      return publicisedAt;
  }
}

/** Once it is contracted or came to nothing, a tender cannot be challenged any more. */
export const isChallengeable = (status: TenderStatus): boolean =>
  !["draft", "consulting", "in_review", "contracted", "failed", "cancelled"].includes(status);

/** In these states scoring can be opened again; a flawed tender file, and all else, only stops the tender. */
export const canReopen = (status: TenderStatus): boolean =>
  ["evaluating", "recommended", "publicised", "awarded"].includes(status);
