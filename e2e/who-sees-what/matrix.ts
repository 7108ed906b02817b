import { ocidOf } from "#app/domain/open-data/publisher.ts";
import { env } from "#app/env.server.ts";
import { paths } from "#app/paths.ts";

/** What a purchase goes through, in this order. */
export const states = ["open", "closed", "opened", "publicised", "awarded"] as const;
export type State = (typeof states)[number];

/** Everybody who may ask; a rival bids for the same tender, a passer-by is a manager who does not. */
export const readers = [
  "anybody",
  "resident",
  "bidder",
  "rival",
  "passer_by",
  "officer",
  "approver",
  "opener",
  "member",
  "other_office",
  "operator",
] as const;
export type Reader = (typeof readers)[number];

/** What a test tender holds that is worth hiding, as it would be read on a page. */
export type Secrets = {
  tenderId: string;
  bidId: string;
  receiptId: string;
  attachmentId: string;
  organization: string;
  digest: string;
  attachmentDigest: string;
  plan: string;
  price: string;
  priceFen: string;
  member: string;
  attachment: string;
};

type Secret = keyof Secrets;

const ocid = (tenderId: string) => ocidOf(env, tenderId);

export type Rule = {
  what: string;
  at: (secrets: Secrets) => string;
  shows: Secret;
  /** Who finds it there in each state; where a state is left out, as in the one before it. */
  to: Partial<Record<State, readonly Reader[]>>;
};

const office = ["officer", "approver", "opener", "member"] as const;

/** Who × what × state: on each of these pages each of these things is to be found by these and by nobody else. */
export const rules: readonly Rule[] = [
  {
    what: "the digest of a bid, on the list of receipts",
    at: ({ tenderId }) => paths.receipts(tenderId),
    shows: "digest",
    to: { open: [], closed: readers },
  },
  {
    what: "the same for machines",
    at: ({ tenderId }) => paths.receiptsFile(tenderId),
    shows: "digest",
    to: { open: [], closed: readers },
  },
  {
    what: "the digest of an attachment",
    at: ({ tenderId }) => paths.receiptsFile(tenderId),
    shows: "attachmentDigest",
    to: { open: [], closed: readers },
  },
  {
    what: "who bid",
    at: ({ tenderId }) => paths.receipts(tenderId),
    shows: "organization",
    to: { open: [], opened: readers },
  },
  {
    what: "the whole opening",
    at: ({ tenderId }) => paths.openingFile(tenderId),
    shows: "digest",
    to: { open: [], opened: readers },
  },
  {
    what: "who bid, as open data",
    at: ({ tenderId }) => paths.open.recordOf(ocid(tenderId)),
    shows: "organization",
    to: { open: [], opened: readers },
  },
  {
    what: "a receipt",
    at: ({ receiptId }) => paths.organization.receipt(receiptId),
    shows: "digest",
    to: { open: ["bidder"] },
  },
  {
    what: "a receipt's file",
    at: ({ receiptId }) => paths.organization.receiptFile(receiptId),
    shows: "digest",
    to: { open: ["bidder"] },
  },
  {
    what: "the prices, for the office",
    at: ({ tenderId }) => paths.office.opening(tenderId),
    shows: "price",
    to: { open: [], opened: office },
  },
  {
    what: "what a bid says, for the panel",
    at: ({ tenderId }) => paths.office.scoring(tenderId),
    shows: "plan",
    to: { open: [], opened: ["member"], publicised: [] },
  },
  {
    what: "a confidential attachment",
    at: ({ tenderId, attachmentId }) => paths.office.attachment(tenderId, attachmentId),
    shows: "attachment",
    to: { open: [], opened: ["member"] },
  },
  {
    what: "a price, with the scores",
    at: ({ tenderId }) => paths.scores(tenderId),
    shows: "price",
    to: { open: [], publicised: readers },
  },
  {
    what: "the scores for machines",
    at: ({ tenderId }) => paths.scoresFile(tenderId, "json"),
    shows: "priceFen",
    to: { open: [], publicised: readers },
  },
  {
    what: "the scores as a table",
    at: ({ tenderId }) => paths.scoresFile(tenderId, "csv"),
    shows: "organization",
    to: { open: [], publicised: readers },
  },
  {
    what: "who sat on the panel",
    at: ({ tenderId }) => paths.scores(tenderId),
    shows: "member",
    to: { open: [], awarded: readers },
  },
];

/** Where nothing of a bid may ever be found before the deadline, whoever but its bidder asks. */
export const pagesBeforeTheDeadline = ({ tenderId }: Secrets): string[] => [
  paths.home,
  paths.tenders,
  `${paths.tenders}?q=`,
  paths.tender(tenderId),
  paths.receipts(tenderId),
  paths.receiptsFile(tenderId),
  paths.tenderDocument(tenderId, "notice"),
  paths.organizations,
  paths.audit,
  paths.auditHeads,
  paths.open.releases(),
  paths.open.releaseLines,
  paths.open.recordLines,
  paths.open.news,
  paths.organization.home,
  paths.organization.tenders,
  paths.organization.tender(tenderId),
  paths.organization.bid(tenderId),
  paths.office.home,
  paths.office.projects,
  paths.office.projectsCsv,
  paths.office.tender(tenderId),
  paths.office.opening(tenderId),
  paths.office.panel(tenderId),
  paths.office.report(tenderId),
  paths.office.redFlags,
  paths.office.redFlagCsv("single_bid"),
  paths.platform.home,
  paths.platform.mail,
  paths.mail,
  paths.demo.outbox,
];

/** Where a tender with bids is to look as one without, byte for byte. */
export const publicAnswers = (tenderId: string): string[] => [
  paths.tender(tenderId),
  paths.receipts(tenderId),
  paths.receiptsFile(tenderId),
  paths.openingFile(tenderId),
  paths.scores(tenderId),
  paths.scoresFile(tenderId, "json"),
  paths.scoresFile(tenderId, "csv"),
  paths.tenderDocument(tenderId, "notice"),
  paths.tenderDocument(tenderId, "opening"),
  paths.tenderDocument(tenderId, "result"),
  paths.tenderDocument(tenderId, "award"),
  paths.open.recordOf(ocid(tenderId)),
  paths.open.releasesOf(ocid(tenderId)),
];
