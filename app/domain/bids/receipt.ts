/** What a bidder gets for a submission. Digests and the chain's head are hexadecimal; `at` is ISO 8601 in UTC with milliseconds. */
export type Receipt = {
  bidId: string;
  tenderId: string;
  organizationId: string;
  version: number;
  /** SHA-256 of the ciphertext that was handed in. */
  digest: string;
  /** The same of every file that came with it, in order. */
  attachments?: readonly string[];
  at: string;
  eventId: string;
  eventDigest: string;
  /** Head of the office's audit chain when the bid was handed in. */
  chainHead: string;
};

/** The receipt as it is signed: a heading and one "name value" line for each field and attachment, in this order. */
export function receiptText(receipt: Receipt): string {
  return [
    "jiefang receipt 1",
    `tender ${receipt.tenderId}`,
    `organization ${receipt.organizationId}`,
    `bid ${receipt.bidId}`,
    `version ${receipt.version}`,
    `digest ${receipt.digest}`,
    ...(receipt.attachments ?? []).map((digest) => `attachment ${digest}`),
    `at ${receipt.at}`,
    `event ${receipt.eventId}`,
    `event-digest ${receipt.eventDigest}`,
    `chain-head ${receipt.chainHead}`,
    "",
  ].join("\n");
}
