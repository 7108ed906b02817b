import { sql } from "drizzle-orm";
import {
  boolean,
  check,
  index,
  jsonb,
  pgEnum,
  pgTable,
  primaryKey,
  smallint,
  text,
  unique,
} from "drizzle-orm/pg-core";
import { type AttachmentProblem, MOST_ATTACHMENTS } from "#app/domain/bids/attachment.ts";
import { type BidDocument, bidStates, type UnopenableCause } from "#app/domain/bids/bid.ts";
import type { PublicKeyJwk } from "#app/domain/bids/envelope.ts";
import type {
  Holder,
  KeyCopy,
  ReleasedShare,
  SealedPrivateKey,
} from "#app/domain/tenders/opening.ts";
import { users } from "./accounts.ts";
import { bytes, fen, id, instant, primaryId } from "./columns.ts";
import { events } from "./events.ts";
import { files } from "./files.ts";
import { organizations } from "./organizations.ts";
import { tenders } from "./tenders.ts";

export const bidState = pgEnum("bid_state", bidStates);

/**
 * An organization's bid, one a round of a tender: a ciphertext until two people open it.
 * Row-level security shows it to its bidder alone before its round's deadline.
 */
export const bids = pgTable(
  "bids",
  {
    id: primaryId<"bid">(),
    tenderId: id<"tender">()
      .notNull()
      .references(() => tenders.id),
    organizationId: id<"organization">()
      .notNull()
      .references(() => organizations.id),
    round: smallint().notNull().default(1),
    state: bidState().notNull().default("submitted"),
    /** Counts the bidder's own replacements and confirmations. */
    version: smallint().notNull().default(1),
    /** Of the tender, as the bid was sealed for it. */
    deadlineVersion: smallint().notNull(),
    /** Of the tender, as the bidder stands by her bid: that of the seal, or a later one that she confirmed. */
    confirmedVersion: smallint().notNull().default(1),
    ciphertext: bytes().notNull(),
    /** SHA-256 of the ciphertext, hex. */
    digest: text().notNull(),
    submittedAt: instant().notNull(),
    submittedBy: id<"user">()
      .notNull()
      .references(() => users.id),
    price: fen(),
    document: jsonb().$type<BidDocument>(),
    disqualifiedReason: text(),
    unopenableCause: text().$type<UnopenableCause>(),
    /** When her low price was asked about, until when she may answer, and when she did. */
    lowBidAskedAt: instant(),
    lowBidAnswerBy: instant(),
    lowBidExplainedAt: instant(),
    lowBidExplanation: text(),
    lowBidDecision: text(),
  },
  (bid) => [
    unique("bids_one_per_organization").on(bid.tenderId, bid.organizationId, bid.round),
    check("bids_price_positive", sql`${bid.price} > 0`),
    check(
      "bids_asked_with_a_time",
      sql`(${bid.lowBidAskedAt} is null) = (${bid.lowBidAnswerBy} is null) and ${bid.lowBidAnswerBy} > ${bid.lowBidAskedAt}`,
    ),
    check(
      "bids_unopenable_says_why",
      sql`(${bid.state}::text = 'unopenable') = (${bid.unopenableCause} is not null)`,
    ),
    check("bids_confirmed_after_sealed", sql`${bid.confirmedVersion} >= ${bid.deadlineVersion}`),
    check("bids_digest_form", sql`${bid.digest} ~ '^[0-9a-f]{64}$'`),
    check(
      "bids_opened_say_what",
      sql`${bid.state}::text not in ('opened', 'negotiated', 'scored', 'won', 'lost') or (${bid.price} is not null and ${bid.document} is not null)`,
    ),
  ],
);

/**
 * The files of a bid's last version: ciphertexts until the bid is opened. Row-level security hides them, and how many
 * there are, as it hides the bid.
 */
export const bidAttachments = pgTable(
  "bid_attachments",
  {
    id: primaryId<"bid_attachment">(),
    bidId: id<"bid">()
      .notNull()
      .references(() => bids.id),
    tenderId: id<"tender">()
      .notNull()
      .references(() => tenders.id),
    organizationId: id<"organization">()
      .notNull()
      .references(() => organizations.id),
    position: smallint().notNull(),
    ciphertext: bytes().notNull(),
    /** SHA-256 of the ciphertext, hex. */
    digest: text().notNull(),
    /** What was sealed, once the bid is opened. */
    fileId: id<"file">().references(() => files.id),
    confidential: boolean(),
    problem: text().$type<AttachmentProblem>(),
  },
  (attachment) => [
    unique("bid_attachments_one_place").on(attachment.bidId, attachment.position),
    index("bid_attachments_of_tender").on(attachment.tenderId),
    check(
      "bid_attachments_few",
      sql`${attachment.position} between 1 and ${sql.raw(String(MOST_ATTACHMENTS))}`,
    ),
    check(
      "bid_attachments_opened_say_for_whom",
      sql`(${attachment.fileId} is null) = (${attachment.confidential} is null)`,
    ),
  ],
);

/** What the bidder got for each submission: proof of what was handed in, and when. */
export const receipts = pgTable(
  "receipts",
  {
    id: primaryId<"receipt">(),
    bidId: id<"bid">()
      .notNull()
      .references(() => bids.id),
    tenderId: id<"tender">()
      .notNull()
      .references(() => tenders.id),
    organizationId: id<"organization">()
      .notNull()
      .references(() => organizations.id),
    round: smallint().notNull().default(1),
    version: smallint().notNull(),
    digest: text().notNull(),
    /** The same of each file that came with it. */
    attachments: text().array().notNull().default([]),
    at: instant().notNull(),
    eventId: id<"event">()
      .notNull()
      .references(() => events.id),
    eventDigest: text().notNull(),
    /** Head of the office's audit chain when the receipt was made. */
    chainHead: text().notNull(),
    /** Ed25519 over the receipt's canonical text, base64. */
    signature: text().notNull(),
  },
  (receipt) => [
    unique("receipts_one_per_version").on(receipt.bidId, receipt.version),
    index("receipts_of_tender").on(receipt.tenderId),
  ],
);

/** An opener's long-term key pair; the private half is sealed under her passphrase. */
export const openerKeys = pgTable("opener_keys", {
  userId: id<"user">()
    .primaryKey()
    .references(() => users.id),
  publicKey: jsonb().$type<PublicKeyJwk>().notNull(),
  sealedPrivateKey: jsonb().$type<SealedPrivateKey>().notNull(),
  createdAt: instant().notNull(),
});

/** The key pair of a tender's round: the public half in clear, the private half wrapped three times. */
export const tenderKeys = pgTable(
  "tender_keys",
  {
    tenderId: id<"tender">()
      .notNull()
      .references(() => tenders.id),
    round: smallint().notNull().default(1),
    publicKey: jsonb().$type<PublicKeyJwk>().notNull(),
    copies: jsonb().$type<KeyCopy[]>().notNull(),
  },
  (key) => [primaryKey({ name: "tender_keys_pk", columns: [key.tenderId, key.round] })],
);

/** A holder's turn at the opening, with the shares that it released. */
export const openingTurns = pgTable(
  "opening_turns",
  {
    tenderId: id<"tender">()
      .notNull()
      .references(() => tenders.id),
    round: smallint().notNull().default(1),
    holder: text().$type<Holder>().notNull(),
    userId: id<"user">()
      .notNull()
      .references(() => users.id),
    released: jsonb().$type<ReleasedShare[]>().notNull(),
    at: instant().notNull(),
  },
  (turn) => [
    primaryKey({ name: "opening_turns_pk", columns: [turn.tenderId, turn.round, turn.holder] }),
    unique("opening_turns_two_people").on(turn.tenderId, turn.round, turn.userId),
    check("opening_turns_holder", sql`${turn.holder} in ('a', 'b', 'platform')`),
  ],
);
