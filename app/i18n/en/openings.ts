import type { openings as source } from "../zh/openings.ts";

export const openings: typeof source = {
  reasons: {
    changed:
      "What the platform keeps is not what the receipt proves, so it is not opened as a bid. It is out of the running.",
    sealed_otherwise:
      "It could not be decrypted: it was not sealed for this tender and organization, or sealing went wrong. It is out of the running.",
    no_bid: "What was sealed is not a complete bid. It is out of the running.",
  },
  tooFewOpened: (n, least) =>
    `Only ${n} bids could be opened, fewer than the ${least} that the rules ask for: the tender failed.`,
  holders: {
    a: "Opener A",
    b: "Opener B",
    platform: "The platform (for a missing opener)",
  },
  key: {
    title: "Opening passphrase",
    lead: "The bids of a tender open only when two openers each give their own passphrase. Choose yours first; then you can be named as an opener.",
    none: "You have not set an opening passphrase yet.",
    made: (instant) => `You set your passphrase on ${instant}.`,
    warning: "Nobody can recover the passphrase",
    warningWords:
      "The platform does not keep it, and there is no way to reset it. If you forget it, the platform has to stand in for you. Remember it well, or write it down and lock it away; tell nobody, and do not share one with the other opener.",
    replaceNote:
      "A new passphrase makes the old one useless. It cannot be set while tenders wait for you to open them.",
    passphrase: "Passphrase",
    passphraseHint: "At least 12 characters. A few unrelated words are easy to remember.",
    again: "The passphrase once more",
    submit: "Set the passphrase",
    replace: "Set a new passphrase",
  },
  opening: {
    title: "Opening of the bids",
    deadline: "Deadline for bids",
    submitted: "Bids received",
    minimum: "At least needed",
    turns: "Who has released a share",
    turn: (holder) => `${holder} released a share of the key`,
    noTurns: "Nobody has released a share yet.",
    noOpener: "not named",
    openedAt: "Opened",
    next: {
      early: "Nobody can open the bids before the deadline, or see how many there are.",
      first:
        "The two openers sign in and give their passphrases, in any order. With the second, all bids open at once.",
      second:
        "One is missing. When the other opener gives her passphrase, all bids open at once; if she cannot come, the platform may stand in for her.",
      few: (n, least) =>
        `Only ${n} came in, fewer than the ${least} that the rules ask for: nothing is opened. An officer declares the tender failed and the reserved money is released.`,
      done: "All bids are open. The panel scores them next.",
      over: "This tender is over; there is nothing to open.",
    },
    passphrase: "Your opening passphrase",
    passphraseHint:
      "A wrong one changes nothing; after 5 wrong ones within 15 minutes you have to wait.",
    submit: "Release my share of the key",
    submitLast: "Release my share and open all bids",
    taken: "You have released your share. The other opener comes next.",
    noKey: "You have not set an opening passphrase and cannot open this tender.",
    makeKey: "Set an opening passphrase",
    notYours: "Only the two openers of this tender give a passphrase here.",
    record: "Record of the opening",
    recordNote: "The digest of each bid should be the one on its bidder's receipt.",
    organization: "Organization",
    price: "Price",
    submittedAt: "Submitted",
    digest: "Digest",
    state: "State",
    fail: "Declare the tender failed",
    receipts: "All published receipts",
  },
  failure: {
    title: "Declare the tender failed",
    words:
      "No bid is opened, and the reserved money goes back to the fund. The reason is public and told to every bidder. The tender may be changed and run again.",
    reason: "Reason",
    reasonHint: "It is public; you may add what comes next.",
    usual: (n, least) => `Only ${n} by the deadline, fewer than the ${least} needed.`,
    submit: "Declare the tender failed",
    fewer: "Open the few bids all the same? Put the reason on record",
  },
  fewer: {
    title: "Open few bids all the same",
    words: (n, least) =>
      `${n} came before the deadline; usually ${least} are needed. The rules allow the opening for a reason on record, which is published.`,
    reason: "Reason",
    reasonHint: "Such as: few organizations qualify, and all were told.",
    left: (n, least) =>
      `${n} are still in the talks, where ${least} are usual. The rules let the talks go on for a reason, which is published.`,
    goOn: "Keep the reason and go on",
    submit: "Put it on record",
  },
  platform: {
    title: "Stand in for a missing opener",
    lead: (tender, office) => `“${tender}” of ${office}`,
    words:
      "Only when one opener has released her share and the other cannot come. This is written into the audit log and into the published record of the opening. With the platform's share all bids open at once.",
    submit: "Release the platform's share and open all bids",
  },
  receipts: {
    title: "Published receipts",
    early: "Not published before the deadline",
    earlyWords:
      "Before the deadline nobody but a bidder herself knows whether there are bids, or how many. After it the digests of all receipts are published here.",
    list: "All receipts",
    note: "Each submission has a receipt. A bidder can check that hers is here with the same digest; names follow once the bids are open.",
    empty: "No bid had come in by the deadline.",
    at: "Received",
    organization: "Organization",
    afterOpening: "after the opening",
    version: "Submission no.",
    digest: "Digest of the sealed bid (SHA-256)",
    round: "Round",
    fate: "What became of it",
    fates: {
      replaced: "Replaced or confirmed later",
      unconfirmed: "Not confirmed after an amendment",
      withdrawn: "Withdrawn",
      sealed: "Still sealed",
      opened: "Opened",
      unopenable: "Did not open",
    },
    openers: "Opening",
    openedAt: "Opened",
    check: "How to check a receipt",
    steps: [
      "Download the receipt from the bidder's receipt page (a JSON file).",
      "Download the verifier: one file that needs only Node.js and no network.",
      "Run: node verify-receipt.mjs receipt.json",
      "It checks the signature with the platform's public key. If that is right, look for the receipt's digest in the table above.",
    ],
    verifier: "Download the verifier",
    key: "The platform's public key (Ed25519)",
    machine: "Download all digests (JSON)",
    openingFile: "Download the whole opening, to check it yourself (JSON)",
    checkOpening: "How to check the whole opening",
    checkOpeningWords:
      "After the opening, download its file and run, in this platform's published program: npm run verify-opening -- opening.json. It needs no database and no account, and checks signatures, digests, the two openers, times, the record chain, and what became of every receipt. Give it the list of receipts that you saved at the deadline (receipts.json), your own receipt and heads.json of the audit page too: it says at once which one is missing.",
  },
};
