import type { Id } from "#app/values/id.ts";
import type { ChallengeSubject } from "./challenge.ts";

type TenderId = { tenderId: Id<"tender"> };
type ChallengeId = TenderId & { challengeId: Id<"challenge"> };

/** What happens to a tender that is objected to. */
export type ChallengeEvent =
  | ({ name: "tender.suspended"; reason: string } & TenderId)
  | ({
      name: "tender.resumed";
      reason: string;
      /** The clocks as they were moved. */
      deadline: string | null;
      until: string | null;
    } & TenderId)
  | ({
      name: "tender.reopened";
      challengeId: Id<"challenge">;
      reason: string;
      /** Bids that had dropped out and are judged again. */
      readmitted: Id<"bid">[];
    } & TenderId)
  | ({ name: "challenge.filed"; subject: ChallengeSubject } & ChallengeId)
  | ({ name: "challenge.answered" } & ChallengeId)
  | ({ name: "challenge.decided"; accepted: boolean; reason: string } & ChallengeId)
  | ({ name: "challenge.escalated" } & ChallengeId)
  | ({ name: "challenge.ruled"; upheld: boolean; reason: string } & ChallengeId)
  | ({ name: "challenge.withdrawn" } & ChallengeId)
  | ({ name: "challenge.lapsed" } & ChallengeId);
