import { index, type RouteConfig, route } from "@remix-run/route-config";

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

  // Account
  route("sign-in", "routes/account/sign-in.tsx"),
  route("sign-out", "routes/account/sign-out.tsx"),
  route("my", "routes/account/my.tsx"),
  route("register", "routes/account/register.tsx"),
  route("demo/clock", "routes/demo/clock.tsx"),
  route("preferences", "routes/account/preferences.tsx"),

  // Resident

  // Community

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
  ]),
  route("org/receipts/:receiptId.json", "routes/organization/receipts/receipt-file.ts"),

  // Office

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
