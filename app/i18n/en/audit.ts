import type { audit as source } from "../zh/audit.ts";

export const audit: typeof source = {
  title: "Check the records",
  lead: "Everything done on the platform is recorded and, within seconds, sealed into the chain of the office it belongs to. Each link is computed from the one before: change, remove or insert a record and nothing after it fits any more.",
  platform: "The platform",
  heads: "The newest link of each chain",
  headsNote:
    "Keep this page or the file below. If a chain is ever cut short or made anew, your copy will show it.",
  chain: "Chain",
  links: "Links",
  hash: "Fingerprint of the newest link",
  sealedAt: "Sealed",
  empty: "No record has been sealed yet. One appears seconds after somebody acts.",
  file: "Download all chain heads (JSON)",
  check: "How to check",
  steps: [
    "The digest of a record: its number, the office's number, the event's name, the number of the person who acted, the role, the time (microseconds since 1970) and the details, one line each, “-” where there is none, joined by line breaks; SHA-256 of that, in hexadecimal.",
    "The fingerprint of a link: the fingerprint of the link before, followed by the record's digest, as text; SHA-256 once more. Before the first link stand 64 zeros.",
    "Auditors read a whole chain from the database view audit.chain and see that each link stands on the one before, and that the last is the fingerprint above.",
    "Whoever runs the platform computes all chains again from the records with npm run verify, which checks receipts, the ledger and the counters too; given a file of chain heads kept earlier, it also finds a chain that was cut short or made anew.",
  ],
  bids: "Records of bids are sealed only after the deadline: before it, nobody can tell from a chain whether anyone has bid.",
  key: "The platform's public signing key (Ed25519)",
  keyNote: "Bid receipts are checked with it.",
};
