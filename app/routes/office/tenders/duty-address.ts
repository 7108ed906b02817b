import type { Duty } from "#app/domain/tenders/next-step.ts";
import { paths } from "#app/paths.ts";

type Tender = {
  id: string;
  unansweredId: string | null;
  contractId: string | null;
  amendmentId: string | null;
  unrepliedId: string | null;
  objectionId: string | null;
};

/** The page on which a duty is done. */
export function dutyAddress(
  duty: Duty,
  { id, unansweredId, contractId, amendmentId, unrepliedId, objectionId }: Tender,
): string {
  const { office } = paths;
  const addresses: Record<Duty, string> = {
    rewrite: office.editTender(id),
    complete: office.review(id),
    reply_to_comments: unrepliedId ? office.draftReply(id, unrepliedId) : office.tender(id),
    publish: office.publication(id),
    answer: unansweredId ? office.question(id, unansweredId) : office.tender(id),
    decide_amendment: amendmentId ? office.tenderAmendment(id, amendmentId) : office.tender(id),
    open_bids: office.opening(id),
    fail: office.failure(id),
    name_panel: office.panel(id),
    declare: office.declaration(id),
    record_talks: office.talks(id),
    call_final_offers: office.finalCall(id),
    approve_final_call: office.finalCallApproval(id),
    score: office.scoring(id),
    sign_report: office.report(id),
    recommend: office.recommendation(id),
    publicise: office.publicity(id),
    decide_objection: objectionId ? office.objection(id, objectionId) : office.tender(id),
    accept_terms: office.terms(id),
    sign_contract: contractId ? office.signature(contractId) : office.tender(id),
  };
  return addresses[duty];
}
