import { bidLifecycle } from "./bids/bid.ts";
import { bookingLifecycle } from "./bookings/booking.ts";
import { challengeLifecycle } from "./challenges/challenge.ts";
import { contractLifecycle, milestoneLifecycle } from "./contracts/contract.ts";
import { diagramOf } from "./diagram.ts";
import { documentLifecycle } from "./organizations/document.ts";
import { paymentOrderLifecycle } from "./payment-batches/payment-order.ts";
import { tenderLifecycle } from "./tenders/tender.ts";

/** Every thing with states, drawn as docs/domain.md shows it. */
export const diagrams = {
  tender: diagramOf(tenderLifecycle),
  bid: diagramOf(bidLifecycle),
  challenge: diagramOf(challengeLifecycle),
  contract: diagramOf(contractLifecycle),
  milestone: diagramOf(milestoneLifecycle),
  payment_order: diagramOf(paymentOrderLifecycle),
  document: diagramOf(documentLifecycle),
  booking: diagramOf(bookingLifecycle),
};
