import type { Id } from "#app/values/id.ts";
import type { Fen } from "#app/values/money.ts";
import type { Day } from "#app/values/time.ts";
import type { BidEvent } from "./bids/bid-events.ts";
import type { ChallengeEvent } from "./challenges/challenge-event.ts";
import type { YearEndDecision } from "./fund/fund.ts";
import type { DayKind } from "./offices/working-days.ts";
import type { OrganizationEvent } from "./organizations/events.ts";
import type { MethodEvent } from "./tenders/method-events.ts";
import type { CancellationCode, FailureCode, PassOverCode, UpheldCode } from "./tenders/tender.ts";

type TenderId = { tenderId: Id<"tender"> };
/** The best placed bid, and the others where several win. */
type Winners = { bidId: Id<"bid">; alsoBidIds?: Id<"bid">[] };
type TenderAmendmentId = TenderId & { amendmentId: Id<"tender_amendment"> };
type BookingId = { bookingId: Id<"booking"> };
type ContractId = { contractId: Id<"contract"> };
type BatchId = { batchId: Id<"payment_batch"> };
type AmendmentId = ContractId & { amendmentId: Id<"contract_amendment"> };
type MilestoneId = { milestoneId: Id<"milestone"> };

type BuyingEvent =
  | ChallengeEvent
  | { name: "fund.opened"; fundId: Id<"fund"> }
  | BidEvent
  | { name: "fund.allocated"; fundId: Id<"fund">; amount: Fen; memo: string }
  | { name: "fund.task_allocated"; fundId: Id<"fund">; amount: Fen; documentNumber: string }
  | { name: "fund.set_aside"; fundId: Id<"fund">; partId: Id<"fund">; amount: Fen }
  | { name: "fund.given_back"; fundId: Id<"fund">; toFundId: Id<"fund">; amount: Fen }
  | {
      name: "fund.reversed";
      fundId: Id<"fund">;
      transactionId: Id<"fund_transaction">;
      reason: string;
    }
  | { name: "fund.year_end_proposed"; fundId: Id<"fund">; decision: YearEndDecision }
  | { name: "fund.year_end_refused"; fundId: Id<"fund"> }
  | { name: "fund.closed"; fundId: Id<"fund">; decision: YearEndDecision; amount: Fen }
  | { name: "project.drafted"; projectId: Id<"project">; tenderId: Id<"tender"> }
  | { name: "project.changed"; projectId: Id<"project"> }
  | { name: "projects.imported"; importId: Id<"project_import">; count: number }
  | ({ name: "draft.consulted"; consultationId: Id<"consultation">; until: string } & TenderId)
  | ({ name: "draft.commented"; commentId: Id<"draft_comment">; proxy?: string } & TenderId)
  | ({ name: "draft.replied"; commentId: Id<"draft_comment"> } & TenderId)
  | ({ name: "draft.taken_back"; reason: string } & TenderId)
  | ({ name: "objection.made"; objectionId: Id<"objection">; proxy?: string } & TenderId)
  | ({ name: "objection.decided"; objectionId: Id<"objection">; upheld: boolean } & TenderId)
  | ({ name: "tender.submitted" } & TenderId)
  | ({ name: "tender.sent_back"; reason: string } & TenderId)
  | ({ name: "tender.published"; ceiling: Fen; deadline: string } & TenderId)
  | ({ name: "tender.amendment_proposed" } & TenderAmendmentId)
  | ({ name: "tender.amendment_dropped" } & TenderAmendmentId)
  | ({
      name: "tender.amended";
      number: number;
      material: boolean;
      deadline: string;
      ceiling: Fen;
    } & TenderAmendmentId)
  | ({ name: "tender.closed" } & TenderId)
  | ({ name: "tender.fewer_bids_accepted"; reason: string } & TenderId)
  | ({ name: "tender.failed"; code: FailureCode; reason: string } & TenderId)
  | ({ name: "tender.cancelled"; code: CancellationCode | UpheldCode; reason: string } & TenderId)
  | ({ name: "tender.rerun"; of: Id<"tender"> } & TenderId)
  | ({
      name: "tender.winner_passed_over";
      bidId: Id<"bid">;
      code: PassOverCode;
      reason: string;
    } & TenderId)
  | ({ name: "question.asked"; questionId: Id<"question"> } & TenderId)
  | ({ name: "question.answered"; questionId: Id<"question"> } & TenderId)
  | ({ name: "opening.turn_taken"; round?: number; holder: string } & TenderId)
  | ({
      name: "opening.done";
      round?: number;
      /** SHA-256 by bid: of what was handed in, and of the text that was sealed, where it could be opened. */
      digests: Record<string, string>;
      plaintexts?: Record<string, string>;
    } & TenderId)
  | ({ name: "panel.drawn"; seed: string; pool: Id<"user">[]; count: number } & TenderId)
  | ({ name: "panel.named"; members: Id<"user">[] } & TenderId)
  | ({ name: "panel.declared"; conflict: boolean } & TenderId)
  | ({ name: "panel.scored" } & TenderId)
  | ({
      name: "panel.score_changed";
      bidId: Id<"bid">;
      criterionId: Id<"criterion">;
    } & TenderId)
  | ({ name: "panel.reported" } & TenderId)
  | ({ name: "tender.recommended"; reason: string } & Winners & TenderId)
  | ({ name: "tender.publicised"; until: string } & Winners & TenderId)
  | ({ name: "tender.awarded" } & Winners & TenderId);

type ContractEvent =
  | ({ name: "contract.drawn_up"; tenderId: Id<"tender">; value: Fen } & ContractId)
  | ({ name: "contract.divided"; parts: number } & ContractId)
  | ({ name: "contract.signed"; party: "office" | "organization" } & ContractId)
  | ({ name: "contract.activated"; value: Fen } & ContractId)
  | ({ name: "contract.amendment_proposed"; code: string; valueChange: Fen } & AmendmentId)
  | ({ name: "contract.amendment_agreed" } & AmendmentId)
  | ({ name: "contract.amendment_dropped" } & AmendmentId)
  | ({ name: "contract.amended"; valueChange: Fen; value: Fen } & AmendmentId)
  | ({ name: "contract.termination_proposed"; code: string; mutual: boolean } & ContractId)
  | ({ name: "contract.termination_agreed" } & ContractId)
  | ({ name: "contract.termination_dropped" } & ContractId)
  | ({ name: "contract.terminated"; code: string; reason: string } & ContractId)
  | ({ name: "contract.closed"; returned: Fen } & ContractId)
  | ({ name: "milestone.claimed"; bookings: number } & MilestoneId)
  | ({
      name: "milestone.checked";
      bookingId: Id<"booking">;
      confirmed: boolean;
      proxy?: string;
    } & MilestoneId)
  | ({ name: "milestone.sent_back"; reason: string } & MilestoneId)
  | ({ name: "milestone.accepted"; pay: Fen } & MilestoneId)
  | ({ name: "milestone.paid"; pay: Fen; reference: string } & MilestoneId)
  | ({
      name: "milestone.clawed_back";
      amount: Fen;
      reason: string;
      reference: string;
    } & MilestoneId)
  | ({ name: "payment_batch.made"; orders: number; amount: Fen } & BatchId)
  | ({ name: "payment_batch.file_read" } & BatchId)
  | ({ name: "payment_batch.answered"; paid: number; failed: number } & BatchId)
  | ({ name: "payment_batch.withdrawn"; reason: string } & BatchId);

type ServingEvent =
  | ({ name: "offer.drafted"; offerId: Id<"offer"> } & ContractId)
  | ({ name: "offer.published"; offerId: Id<"offer"> } & ContractId)
  | { name: "offer.changed"; offerId: Id<"offer"> }
  | { name: "offer.paused"; offerId: Id<"offer"> }
  | { name: "programme.added"; programmeId: Id<"programme"> }
  | { name: "worker.added"; workerId: Id<"worker"> }
  | { name: "roster.changed"; workerId: Id<"worker"> }
  | { name: "service_sessions.opened"; offerId: Id<"offer">; count: number }
  | { name: "service_session.resized"; sessionId: Id<"service_session">; capacity: number }
  | ({ name: "booking.confirmed"; residentId: Id<"resident">; proxy?: string } & BookingId)
  | ({ name: "booking.rescheduled"; from: string; to: string; proxy?: string } & BookingId)
  | ({ name: "booking.cancelled"; late: boolean; by: string; proxy?: string } & BookingId)
  | ({ name: "booking.checked_in"; means: "pin" } & BookingId)
  | ({ name: "booking.delivered" } & BookingId)
  | ({ name: "booking.accepted"; proxy?: string } & BookingId)
  | ({ name: "booking.disputed"; reason: string; proxy?: string } & BookingId)
  | ({ name: "booking.settled"; for: "provider" | "resident"; reason: string } & BookingId)
  | ({ name: "booking.missed"; by: "resident" | "provider" } & BookingId)
  | ({ name: "copayment.recorded"; amount: Fen } & BookingId)
  | ({ name: "booking.reviewed"; overall: number; proxy?: string } & BookingId)
  | { name: "review.answered"; reviewId: Id<"review"> };

type AccountEvent =
  | { name: "account.signed_in" }
  | { name: "account.signed_out" }
  | { name: "account.second_factor_set_up" }
  | { name: "account.recovery_codes_made" }
  | { name: "rules.changed"; profile: string; method: string; reason: string }
  | { name: "thresholds.changed"; reason: string }
  | { name: "negative_list.changed"; reason: string }
  | { name: "calendar.changed"; day: Day; before: DayKind; after: DayKind }
  | { name: "red_flags.changed"; reason: string }
  | { name: "letter.sent_again"; letterId: Id<"letter"> }
  | { name: "bank_account.changed"; organizationId: Id<"organization"> }
  | { name: "opener.key_made" }
  | { name: "resident.registered"; residentId: Id<"resident"> }
  | { name: "resident.changed"; residentId: Id<"resident">; proxy?: string }
  | { name: "resident.address_read"; residentId: Id<"resident">; bookingId?: Id<"booking"> }
  | { name: "resident.card_read"; residentId: Id<"resident">; proxy?: string }
  | {
      name: "proxy.started";
      residentId: Id<"resident">;
      proxySessionId: Id<"proxy_session">;
      reason: string;
    }
  | { name: "proxy.ended"; proxySessionId: Id<"proxy_session"> };

/** What happened, as the event log tells it. No bid, secret, address or ID number ever stands here. */
export type DomainEvent =
  | BuyingEvent
  | BidEvent
  | MethodEvent
  | ContractEvent
  | ServingEvent
  | OrganizationEvent
  | AccountEvent;
