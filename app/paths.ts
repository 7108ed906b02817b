import { office } from "./paths/office.ts";
import { open } from "./paths/open.ts";
import { type Chosen, withFrom, withParam, withParams } from "./paths/with.ts";

/** Every address in the app, so that no link is spelled by hand. */
export const paths = {
  home: "/",
  services: "/services",
  offer: (offerId: string) => `/services/${offerId}`,
  tenders: "/tenders",
  tender: (tenderId: string) => `/tenders/${tenderId}`,
  drafts: "/drafts",
  draft: (tenderId: string) => `/drafts/${tenderId}`,
  draftComment: (tenderId: string) => `/drafts/${tenderId}/comment`,
  objection: (tenderId: string) => `/objections/${tenderId}`,
  receipts: (tenderId: string) => `/tenders/${tenderId}/receipts`,
  receiptsFile: (tenderId: string) => `/tenders/${tenderId}/receipts.json`,
  openingFile: (tenderId: string) => `/tenders/${tenderId}/opening.json`,
  receiptVerifier: "/verify-receipt.mjs",
  scores: (tenderId: string) => `/tenders/${tenderId}/scores`,
  scoresFile: (tenderId: string, ending: "json" | "csv") => `/tenders/${tenderId}/scores.${ending}`,
  evidenceFile: (tenderId: string, evidenceId: string) =>
    `/tenders/${tenderId}/evidence/${evidenceId}`,
  talks: (tenderId: string) => `/tenders/${tenderId}/talks`,
  supersededScores: (tenderId: string, sheetId: string) =>
    `/tenders/${tenderId}/scores/superseded/${sheetId}`,
  contracts: "/contracts",
  contract: (contractId: string) => `/contracts/${contractId}`,
  contractDocument: (contractId: string) => `/contracts/${contractId}/document`,
  amendment: (contractId: string, amendmentId: string) =>
    `/contracts/${contractId}/amendments/${amendmentId}`,
  termination: (contractId: string) => `/contracts/${contractId}/termination`,
  tenderAmendmentDocument: (tenderId: string, number: number) =>
    `/tenders/${tenderId}/documents/amendments/${number}`,
  suspensionDocument: (tenderId: string, number: number, kind: "suspension" | "resumption") =>
    `/tenders/${tenderId}/documents/${kind}s/${number}`,
  tenderDocument: (tenderId: string, kind: TenderDocument) =>
    `/tenders/${tenderId}/documents/${kind}`,
  organizations: "/organizations",
  organizationPage: (organizationId: string) => `/organizations/${organizationId}`,
  audit: "/audit",
  auditHeads: "/audit/heads.json",
  open,

  signIn: (from?: string) => withFrom("/sign-in", from),
  signOut: "/sign-out",
  signInCode: "/sign-in/code",
  secondFactor: "/account/second-factor",
  authenticatorKey: "/account/second-factor/key",
  enrolment: "/account/second-factor/enrolment",
  recoveryCodes: "/account/second-factor/recovery-codes",
  /** Where a social organization registers. */
  register: "/register",
  /** Leads everybody to the first page of her own role. */
  my: "/my",
  /** Where somebody says whether she wants letters, and where to. */
  mail: "/account/mail",
  preferences: (from?: string) => withFrom("/preferences", from),

  resident: {
    home: "/me",
    bookings: "/me/bookings",
    booking: (bookingId: string) => `/me/bookings/${bookingId}`,
    /** The booking, with what happens next, just after it was made. */
    booked: (bookingId: string) => `/me/bookings/${bookingId}?booked=1`,
    cancellation: (bookingId: string) => `/me/bookings/${bookingId}/cancellation`,
    rescheduling: (bookingId: string, chosen: Chosen = {}) =>
      withParams(`/me/bookings/${bookingId}/rescheduling`, chosen),
    acceptance: (bookingId: string) => `/me/bookings/${bookingId}/acceptance`,
    dispute: (bookingId: string) => `/me/bookings/${bookingId}/dispute`,
    review: (bookingId: string) => `/me/bookings/${bookingId}/review`,
    check: (milestoneId: string, bookingId: string) => `/me/checks/${milestoneId}/${bookingId}`,
    card: "/me/card",
    proxyLog: "/me/proxy-log",
    book: (offerId: string, from?: string) => withParam(`/book/${offerId}`, "from", from),
    bookTime: (offerId: string, day: string) => `/book/${offerId}/time?day=${day}`,
    /** `start` is an instant for a visit, `session` the id of a session for a seat. */
    bookCheck: (offerId: string, chosen: Chosen) => withParams(`/book/${offerId}/check`, chosen),
  },

  community: {
    home: "/community",
    residents: "/community/residents",
    newResident: "/community/residents/new",
    resident: (residentId: string) => `/community/residents/${residentId}`,
    proxy: (residentId: string) => `/community/residents/${residentId}/proxy`,
    endProxy: "/community/proxy/end",
  },

  organization: {
    home: "/org",
    registration: "/org/registration",
    certificates: "/org/certificates",
    newCertificate: "/org/certificates/new",
    certificateFile: (certificateId: string) => `/org/certificates/${certificateId}/file`,
    certificateRemoval: (workerId: string, certificateId: string) =>
      `/org/workers/${workerId}/certificates/${certificateId}/removal`,
    searches: "/org/searches",
    newSearch: "/org/searches/new",
    searchRemoval: (searchId: string) => `/org/searches/${searchId}/removal`,
    searchNotices: (searchId: string) => `/org/searches/${searchId}/notices`,
    documents: "/org/documents",
    newDocument: "/org/documents/new",
    documentFile: (documentId: string) => `/org/documents/${documentId}/file`,
    documentRemoval: (documentId: string) => `/org/documents/${documentId}/removal`,
    tenders: "/org/tenders",
    tender: (tenderId: string) => `/org/tenders/${tenderId}`,
    question: (tenderId: string) => `/org/tenders/${tenderId}/questions`,
    bid: (tenderId: string) => `/org/tenders/${tenderId}/bid`,
    /** The bid page, offering what the bid in an earlier tender said. */
    bidFrom: (tenderId: string, earlierTenderId: string) =>
      `/org/tenders/${tenderId}/bid?from=${earlierTenderId}`,
    terms: (tenderId: string) => `/org/tenders/${tenderId}/terms`,
    termsRefusal: (tenderId: string) => `/org/tenders/${tenderId}/terms/refusal`,
    confirmation: (tenderId: string) => `/org/tenders/${tenderId}/confirmation`,
    withdrawal: (tenderId: string) => `/org/tenders/${tenderId}/withdrawal`,
    lowBid: (tenderId: string) => `/org/tenders/${tenderId}/low-bid`,
    newChallenge: (tenderId: string) => `/org/tenders/${tenderId}/challenges/new`,
    challenge: (challengeId: string) => `/org/challenges/${challengeId}`,
    escalation: (challengeId: string) => `/org/challenges/${challengeId}/escalation`,
    challengeWithdrawal: (challengeId: string) => `/org/challenges/${challengeId}/withdrawal`,
    receipt: (receiptId: string) => `/org/receipts/${receiptId}`,
    receiptFile: (receiptId: string) => `/org/receipts/${receiptId}.json`,
    contracts: "/org/contracts",
    contract: (contractId: string) => `/org/contracts/${contractId}`,
    signature: (contractId: string) => `/org/contracts/${contractId}/signature`,
    amendment: (contractId: string, amendmentId: string) =>
      `/org/contracts/${contractId}/amendments/${amendmentId}`,
    amendmentDrop: (contractId: string, amendmentId: string) =>
      `/org/contracts/${contractId}/amendments/${amendmentId}/withdrawal`,
    termination: (contractId: string) => `/org/contracts/${contractId}/termination`,
    offers: "/org/offers",
    newOffer: (contractId?: string) => withParam("/org/offers/new", "contract", contractId),
    offer: (offerId: string) => `/org/offers/${offerId}`,
    editOffer: (offerId: string) => `/org/offers/${offerId}/edit`,
    publication: (offerId: string) => `/org/offers/${offerId}/publication`,
    pause: (offerId: string) => `/org/offers/${offerId}/pause`,
    staff: (offerId: string) => `/org/offers/${offerId}/workers`,
    sessions: (offerId: string) => `/org/offers/${offerId}/sessions`,
    /** The rule, and the page that shows what it would open; `rule` is the query of either. */
    newSessions: (offerId: string, rule = "") => `/org/offers/${offerId}/sessions/new${rule}`,
    checkSessions: (offerId: string, rule = "") => `/org/offers/${offerId}/sessions/check${rule}`,
    session: (offerId: string, sessionId: string) => `/org/offers/${offerId}/sessions/${sessionId}`,
    workers: "/org/workers",
    newWorker: "/org/workers/new",
    worker: (workerId: string) => `/org/workers/${workerId}`,
    workerHours: (workerId: string) => `/org/workers/${workerId}/hours`,
    workerDay: (workerId: string) => `/org/workers/${workerId}/days/new`,
    dropWorkerDay: (workerId: string, day: string) =>
      `/org/workers/${workerId}/days/${day}/removal`,
    bookings: "/org/bookings",
    bookingsFile: (query: string) => `/org/bookings.csv${query}`,
    reviews: "/org/reviews",
    answer: (reviewId: string) => `/org/reviews/${reviewId}/answer`,
    bankAccount: "/org/bank-account",
    milestone: (milestoneId: string) => `/org/milestones/${milestoneId}`,
  },

  work: {
    home: "/work",
    day: (day: string) => `/work?day=${day}`,
    booking: (bookingId: string) => `/work/bookings/${bookingId}`,
    address: (bookingId: string) => `/work/bookings/${bookingId}/address`,
    checkIn: (bookingId: string) => `/work/bookings/${bookingId}/check-in`,
    checkOut: (bookingId: string) => `/work/bookings/${bookingId}/check-out`,
    copayment: (bookingId: string) => `/work/bookings/${bookingId}/copayment`,
    absence: (bookingId: string) => `/work/bookings/${bookingId}/absence`,
  },

  office,

  platform: {
    home: "/platform",
    organization: (organizationId: string) => `/platform/organizations/${organizationId}`,
    organizations: "/platform/organizations",
    document: (organizationId: string, documentId: string) =>
      `/platform/organizations/${organizationId}/documents/${documentId}`,
    documentFile: (organizationId: string, documentId: string) =>
      `/platform/organizations/${organizationId}/documents/${documentId}/file`,
    documentRejection: (organizationId: string, documentId: string) =>
      `/platform/organizations/${organizationId}/documents/${documentId}/rejection`,
    certificateFile: (organizationId: string, certificateId: string) =>
      `/platform/organizations/${organizationId}/certificates/${certificateId}/file`,
    suspension: (organizationId: string) => `/platform/organizations/${organizationId}/suspension`,
    suspensionLifting: (organizationId: string) =>
      `/platform/organizations/${organizationId}/suspension/lifting`,
    verification: (organizationId: string) =>
      `/platform/organizations/${organizationId}/verification`,
    rejection: (organizationId: string) => `/platform/organizations/${organizationId}/rejection`,
    opening: (tenderId: string) => `/platform/openings/${tenderId}`,
    negativeList: "/platform/rules/negative-list",
    calendar: (year?: string) => withParam("/platform/calendar", "year", year),
    calendarDay: (day: string) => `/platform/calendar/${day}`,
    rules: "/platform/rules",
    thresholds: "/platform/rules/thresholds",
    redFlags: "/platform/rules/red-flags",
    rulesOf: (profile: string, method: string) => `/platform/rules/${profile}/${method}`,
    mail: "/platform/mail",
    sending: (letterId: string) => `/platform/mail/${letterId}/sending`,
  },

  demo: { clock: "/demo/clock", outbox: "/dev/outbox" },
};

type TenderDocument = "notice" | "opening" | "result" | "award" | "ended";
