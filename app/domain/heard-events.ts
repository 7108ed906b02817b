import type { DomainEvent } from "./events.ts";

/** The events that people are told of; the worker's table of subscribers says whom. */
export const heardEvents = [
  "tender.published",
  "draft.consulted",
  "question.answered",
  "bid.unopenable",
  "tender.amended",
  "bid.lapsed",
  "bid.low_price_asked",
  "tender.final_offers_called",
  "tender.failed",
  "tender.cancelled",
  "tender.publicised",
  "tender.awarded",
  "tender.suspended",
  "tender.resumed",
  "objection.made",
  "objection.decided",
  "challenge.filed",
  "challenge.answered",
  "challenge.decided",
  "challenge.escalated",
  "challenge.ruled",
  "contract.drawn_up",
  "milestone.sent_back",
  "milestone.accepted",
  "milestone.paid",
  "organization.verified",
  "organization.rejected",
  "organization.suspended",
  "organization.suspension_lifted",
  "organization.document_rejected",
] as const satisfies readonly DomainEvent["name"][];

export type HeardName = (typeof heardEvents)[number];
export type HeardEvent = Extract<DomainEvent, { name: HeardName }>;

export const isHeard = (name: string): name is HeardName =>
  heardEvents.some((heard) => heard === name);
