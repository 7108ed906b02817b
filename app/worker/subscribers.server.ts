import type { HeardEvent, HeardName } from "#app/domain/heard-events.ts";
import { tellHandlers, tellOfOutcome, tellOfStandstill } from "./tell-of-challenges.server.ts";
import { tellOfContract, tellOfMilestone } from "./tell-of-contracts.server.ts";
import { tellDecider, tellObjector } from "./tell-of-objections.server.ts";
import {
  tellOfDocument,
  tellOfSuspension,
  tellOrganization,
} from "./tell-of-organizations.server.ts";
import {
  tellAskerAndBidders,
  tellOfAmendment,
  tellOfAward,
  tellOfDraft,
  tellOfFinalCall,
  tellOfLapse,
  tellOfLowPrice,
  tellOfResult,
  tellOfTheEnd,
  tellOfUnopenable,
} from "./tell-of-tenders.server.ts";
import { tellSeekers } from "./tell-seekers.server.ts";
import type { Told } from "./told.ts";

type Heard = { [Name in HeardName]: Extract<HeardEvent, { name: Name }> };
type Subscribers = { [Name in HeardName]: (told: Told, event: Heard[Name]) => Promise<void> };

/** Event → who hears. Each writes letters; the same event told again writes none twice. */
const subscribers: Subscribers = {
  "tender.published": tellSeekers,
  "draft.consulted": tellOfDraft,
  "question.answered": tellAskerAndBidders,
  "bid.unopenable": tellOfUnopenable,
  "tender.amended": tellOfAmendment,
  "bid.lapsed": tellOfLapse,
  "bid.low_price_asked": tellOfLowPrice,
  "tender.final_offers_called": tellOfFinalCall,
  "tender.failed": tellOfTheEnd,
  "tender.cancelled": tellOfTheEnd,
  "tender.publicised": tellOfResult,
  "tender.awarded": tellOfAward,
  "tender.suspended": tellOfStandstill,
  "tender.resumed": tellOfStandstill,
  "objection.made": tellDecider,
  "objection.decided": tellObjector,
  "challenge.filed": tellHandlers,
  "challenge.answered": tellHandlers,
  "challenge.decided": tellOfOutcome,
  "challenge.escalated": tellHandlers,
  "challenge.ruled": tellOfOutcome,
  "contract.drawn_up": tellOfContract,
  "milestone.sent_back": tellOfMilestone,
  "milestone.accepted": tellOfMilestone,
  "milestone.paid": tellOfMilestone,
  "organization.verified": tellOrganization,
  "organization.rejected": tellOrganization,
  "organization.suspended": tellOfSuspension,
  "organization.suspension_lifted": tellOfSuspension,
  "organization.document_rejected": tellOfDocument,
};

/** Lets everybody hear of an event who has subscribed to it. */
export async function tell<Name extends HeardName>(told: Told, name: Name, event: Heard[Name]) {
  await subscribers[name](told, event);
}
