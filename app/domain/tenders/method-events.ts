import type { Id } from "#app/values/id.ts";

type TenderId = { tenderId: Id<"tender"> };

/** What happens in some methods alone: talks before final offers, evidence for asking one organization. */
export type MethodEvent =
  | ({ name: "tender.evidence_added"; evidenceId: Id<"evidence"> } & TenderId)
  | ({ name: "tender.evidence_removed"; evidenceId: Id<"evidence"> } & TenderId)
  | ({ name: "talks.recorded"; bidId: Id<"bid"> } & TenderId)
  | ({ name: "tender.final_offers_proposed"; deadline: string } & TenderId)
  | ({ name: "tender.final_offers_called"; deadline: string; changes: string } & TenderId);
