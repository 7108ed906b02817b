import type { Id } from "#app/values/id.ts";
import type { TermParty } from "./terms.ts";

type TenderId = { tenderId: Id<"tender"> };

/** What happens in some methods alone: talks before final offers, evidence for asking one organization, what both sides say to an award. */
export type MethodEvent =
  | ({ name: "tender.evidence_added"; evidenceId: Id<"evidence"> } & TenderId)
  | ({ name: "tender.terms_accepted"; bidId: Id<"bid">; party: TermParty } & TenderId)
  | ({
      name: "tender.terms_declined";
      bidId: Id<"bid">;
      party: TermParty;
      reason: string;
    } & TenderId)
  | ({ name: "tender.evidence_removed"; evidenceId: Id<"evidence"> } & TenderId)
  | ({ name: "talks.recorded"; bidId: Id<"bid"> } & TenderId)
  | ({ name: "tender.final_offers_proposed"; deadline: string } & TenderId)
  | ({ name: "tender.final_offers_called"; deadline: string; changes: string } & TenderId);
