import type { suspensions as source } from "../zh/suspensions.ts";

export const suspensions: typeof source = {
  suspended: "Suspended",
  title: "Suspensions",
  since: (day) => `Suspended since ${day}`,
  lifted: (from, to) => `Suspended from ${from} to ${to}, lifted since`,
  reasonIs: (reason) => `Reason: ${reason}`,
  liftedIs: (reason) => `Why it was lifted: ${reason}`,
  effect:
    "Meanwhile it cannot bid, sign new contracts or publish new offers. Running services go on.",
  effectPaused:
    "Meanwhile it cannot bid, sign new contracts or publish offers. Its offers take no new bookings; bookings that were made go on.",
  ownTitle: "The platform has suspended your organization",
  suspend: "Suspend",
  suspendTitle: (name) => `Suspend: ${name}`,
  lead: "The reason is public, and the organization is told. A suspension can be lifted at any time; all of it stays on record.",
  reason: "Reason",
  reasonHint: "Say what was found, and on what grounds.",
  services: "Running services",
  servicesChoice: {
    on: "Go on, and take bookings",
    paused: "Take no new bookings; those that were made go on",
  },
  suspendSubmit: "Suspend, and publish it",
  lift: "Lift the suspension",
  liftTitle: (name) => `Lift the suspension: ${name}`,
  liftLead:
    "It may then bid and sign again. Offers that were paused are published again by the organization itself.",
  liftReason: "Why it is lifted",
  liftReasonHint: "Public: for example, what was put right.",
  liftSubmit: "Lift the suspension",
};
