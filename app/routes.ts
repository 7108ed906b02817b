import { index, layout, type RouteConfig, route } from "@remix-run/route-config";

export default [
  // Public
  index("routes/public/home.tsx"),
  route("organizations", "routes/public/organizations/organizations.tsx"),
  route("organizations/:organizationId", "routes/public/organizations/organization.tsx"),
  route("tenders/:tenderId/receipts", "routes/public/tenders/receipts.tsx"),
  route("tenders/:tenderId/receipts.json", "routes/public/tenders/receipts-file.ts"),
  route("services", "routes/public/services/catalogue.tsx"),
  route("services/:offerId", "routes/public/services/offer.tsx"),
  route("tenders/:tenderId/scores", "routes/public/tenders/scores.tsx"),
  route("tenders/:tenderId/scores.json", "routes/public/tenders/scores-json.ts"),
  route("tenders/:tenderId/scores.csv", "routes/public/tenders/scores-csv.ts"),
  route("contracts", "routes/public/contracts/contracts.tsx"),
  route("contracts/:contractId", "routes/public/contracts/contract.tsx"),
  route("audit", "routes/public/audit/audit.tsx"),
  route("audit/heads.json", "routes/public/audit/heads-file.ts"),

  // Account
  route("sign-in", "routes/account/sign-in.tsx"),
  route("sign-out", "routes/account/sign-out.tsx"),
  route("my", "routes/account/my.tsx"),
  route("register", "routes/account/register.tsx"),
  route("demo/clock", "routes/demo/clock.tsx"),
  route("preferences", "routes/account/preferences.tsx"),

  // Resident
  layout("routes/resident/layout.tsx", [
    route("me", "routes/resident/home.tsx"),
    route("me/bookings", "routes/resident/bookings/list.tsx"),
    route("me/bookings/:bookingId", "routes/resident/bookings/booking.tsx"),
    route("me/bookings/:bookingId/cancellation", "routes/resident/bookings/cancellation.tsx"),
    route("me/bookings/:bookingId/rescheduling", "routes/resident/bookings/rescheduling.tsx"),
    route("me/card", "routes/resident/card.tsx"),
    route("me/proxy-log", "routes/resident/proxy-log.tsx"),
    route("book/:offerId", "routes/resident/book/day.tsx"),
    route("book/:offerId/time", "routes/resident/book/time.tsx"),
    route("book/:offerId/check", "routes/resident/book/check.tsx"),
  ]),

  // Community
  route("community", "routes/community/layout.tsx", [
    index("routes/community/home.tsx"),
    route("residents", "routes/community/residents/list.tsx"),
    route("residents/new", "routes/community/residents/new.tsx"),
    route("residents/:residentId", "routes/community/residents/resident.tsx"),
    route("residents/:residentId/proxy", "routes/community/residents/proxy.tsx"),
    route("proxy/end", "routes/community/proxy-end.tsx"),
  ]),

  // Organization
  route("org", "routes/organization/layout.tsx", [
    index("routes/organization/home.tsx"),
    route("registration", "routes/organization/registration.tsx"),
    route("tenders", "routes/organization/tenders/tenders.tsx"),
    route("tenders/:tenderId", "routes/organization/tenders/tender.tsx"),
    route("tenders/:tenderId/questions", "routes/organization/tenders/question.tsx"),
    route("tenders/:tenderId/bid", "routes/organization/tenders/bid.tsx"),
    route("tenders/:tenderId/withdrawal", "routes/organization/tenders/withdrawal.tsx"),
    route("receipts/:receiptId", "routes/organization/receipts/receipt.tsx"),
    route("contracts", "routes/organization/contracts/contracts.tsx"),
    route("contracts/:contractId", "routes/organization/contracts/contract.tsx"),
    route("contracts/:contractId/signature", "routes/organization/contracts/signature.tsx"),
    route("offers", "routes/organization/offers/offers.tsx"),
    route("offers/new", "routes/organization/offers/new.tsx"),
    route("offers/:offerId", "routes/organization/offers/offer.tsx"),
    route("offers/:offerId/edit", "routes/organization/offers/edit.tsx"),
    route("offers/:offerId/publication", "routes/organization/offers/publication.tsx"),
    route("offers/:offerId/pause", "routes/organization/offers/pause.tsx"),
    route("offers/:offerId/workers", "routes/organization/offers/staff.tsx"),
    route("offers/:offerId/sessions", "routes/organization/offers/sessions.tsx"),
    route("offers/:offerId/sessions/new", "routes/organization/offers/new-sessions.tsx"),
    route("offers/:offerId/sessions/check", "routes/organization/offers/check-sessions.tsx"),
    route("offers/:offerId/sessions/:sessionId", "routes/organization/offers/session.tsx"),
    route("workers", "routes/organization/workers/workers.tsx"),
    route("workers/new", "routes/organization/workers/new.tsx"),
    route("workers/:workerId", "routes/organization/workers/worker.tsx"),
    route("workers/:workerId/hours", "routes/organization/workers/hours.tsx"),
    route("workers/:workerId/days/new", "routes/organization/workers/new-day.tsx"),
    route("workers/:workerId/days/:day/removal", "routes/organization/workers/day-removal.tsx"),
  ]),
  route("org/receipts/:receiptId.json", "routes/organization/receipts/receipt-file.ts"),
  route("work", "routes/organization/work/layout.tsx", [
    index("routes/organization/work/day.tsx"),
    route("bookings/:bookingId", "routes/organization/work/booking.tsx"),
    route("bookings/:bookingId/address", "routes/organization/work/address.tsx"),
    route("bookings/:bookingId/check-in", "routes/organization/work/check-in.tsx"),
    route("bookings/:bookingId/check-out", "routes/organization/work/check-out.tsx"),
    route("bookings/:bookingId/copayment", "routes/organization/work/copayment.tsx"),
    route("bookings/:bookingId/absence", "routes/organization/work/absence.tsx"),
  ]),

  // Office
  route("office", "routes/office/layout.tsx", [
    route("programmes", "routes/office/programmes/programmes.tsx"),
    route("programmes/new", "routes/office/programmes/new.tsx"),
    route("opener-key", "routes/office/opener-key.tsx"),
    route("statistics", "routes/office/statistics/statistics.tsx"),
    route("tenders/:tenderId/opening", "routes/office/tenders/opening.tsx"),
    route("tenders/:tenderId/failure", "routes/office/tenders/failure.tsx"),
    route("tenders/:tenderId/panel", "routes/office/tenders/panel.tsx"),
    route("tenders/:tenderId/declaration", "routes/office/tenders/declaration.tsx"),
    route("tenders/:tenderId/scoring", "routes/office/tenders/scoring.tsx"),
    route("tenders/:tenderId/scoring/hand-in", "routes/office/tenders/hand-in.tsx"),
    route(
      "tenders/:tenderId/disqualification/:bidId",
      "routes/office/tenders/disqualification.tsx",
    ),
    route("tenders/:tenderId/low-bid/:bidId", "routes/office/tenders/low-bid.tsx"),
    route("tenders/:tenderId/report", "routes/office/tenders/report.tsx"),
    route("tenders/:tenderId/recommendation", "routes/office/tenders/recommendation.tsx"),
    route("tenders/:tenderId/publicity", "routes/office/tenders/publicity.tsx"),
    route("contracts", "routes/office/contracts/contracts.tsx"),
    route("contracts/:contractId", "routes/office/contracts/contract.tsx"),
    route("contracts/:contractId/signature", "routes/office/contracts/signature.tsx"),
    route("contracts/:contractId/division", "routes/office/contracts/division.tsx"),
  ]),
  route("office/contracts.csv", "routes/office/contracts/contracts-csv.ts"),
  route("office/statistics.csv", "routes/office/statistics/statistics-file.ts"),

  // Platform
  route("platform", "routes/platform/layout.tsx", [
    index("routes/platform/home.tsx"),
    route("organizations/:organizationId", "routes/platform/organization.tsx"),
    route("organizations/:organizationId/verification", "routes/platform/verification.tsx"),
    route("organizations/:organizationId/rejection", "routes/platform/rejection.tsx"),
    route("openings/:tenderId", "routes/platform/opening.tsx"),
  ]),

  // Everything else is a page that does not exist
  route("*", "routes/public/not-found.tsx"),
] satisfies RouteConfig;
