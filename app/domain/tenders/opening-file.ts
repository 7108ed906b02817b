import type { ChainHead, DigestedEvent } from "#app/domain/audit/chain.ts";
import type { PublicKeyJwk } from "#app/domain/bids/envelope.ts";
import type { Receipt } from "#app/domain/bids/receipt.ts";
import type { ReceiptFate } from "#app/domain/bids/receipt-fate.ts";
import type { Holder, HolderPair } from "./opening.ts";

export const OPENING_FORMAT = "jiefang opening 1";

/** What is published of an opening: enough for anybody to check it without the database. Instants are ISO 8601 in UTC. */
export type OpeningFile = {
  format: typeof OPENING_FORMAT;
  /** The platform's Ed25519 key (SPKI in PEM). */
  publicKey: string;
  tender: {
    id: string;
    title: string;
    office: string;
    officeId: string;
    deadline: string;
    openedAt: string;
  };
  /** What the bids were sealed to, and between whom each copy of its private half is shared. */
  key: { publicKey: PublicKeyJwk; copies: { pair: HolderPair; holders: Holder[] }[] };
  receipts: {
    receipt: Receipt;
    signature: string;
    organization: string;
    fate: Exclude<ReceiptFate, "sealed">;
  }[];
  /** The turns, the opening's record, and what was withdrawn or could not be opened, as they are digested. */
  events: DigestedEvent[];
  /** The office's chain from `after` on, as its events' digests in order; null until the opening is sealed into it. */
  chain: { after: ChainHead; digests: string[] } | null;
};
