import type { bids as source } from "../zh/bids.ts";

export const bids: typeof source = {
  states: {
    submitted: "Submitted, sealed",
    needs_confirm: "Tender amended: waits for your confirmation",
    withdrawn: "Withdrawn",
    opened: "Opened, being scored",
    unopenable: "Could not be opened, out of the running",
    negotiated: "Talked with, final offer awaited",
    disqualified: "Disqualified",
    scored: "Scored",
    won: "Won",
    lost: "Not chosen",
    rejected: "Award withdrawn",
    lapsed: "Not confirmed after an amendment: dropped",
  },
  none: "No bid yet",
  criterionKinds: { price: "Price", quality: "Quality", performance: "Past performance" },
  list: {
    title: "Tenders",
    lead: "Ask about tenders that are open and bid for them; the earliest deadline stands first. You can also see those you have bid for, and all of them.",
    kind: "Show",
    kinds: { open: "Open for bids", own: "Those you have bid for", all: "All tenders" },
    words: "Name",
    name: "Tender",
    office: "Bought by",
    ceiling: "Ceiling",
    deadline: "Deadline",
    status: "Stage",
    bid: "Your bid",
    empty: "There is no such tender now. Choose “All tenders”, or come back in a few days.",
  },
  tender: {
    office: "Bought by",
    ceiling: "Ceiling",
    quantity: "Quantity",
    amount: (quantity, unit) => `${quantity} ${unit}`,
    period: "Service period",
    to: (from, to) => `${from} to ${to}`,
    deadline: "Deadline for bids",
    targetGroup: "For whom",
    helpPhone: "Street office",
    need: "What is wanted",
    criteria: "How bids are scored",
    criterion: "Criterion",
    kind: "Kind",
    weight: "Points",
    guidance: "What counts",
    notice: "Read the full notice",
    own: "Your bid",
    version: (version) => `Submission no. ${version}`,
    submittedAt: "Last submitted",
    receipts: "Receipts",
    receipt: (version, instant) => `Receipt of submission no. ${version}, ${instant}`,
    confirm: "Read the amendment and confirm your bid",
    lapsed:
      "After the tender was amended this bid was not confirmed by the deadline. It was therefore not opened and takes no part.",
    finalReceipt: (version, instant) =>
      `Receipt of the final offer, submission no. ${version}, ${instant}`,
    writeFinal: "Write the final offer",
    write: "Write a bid",
    replace: "Replace the bid",
    again: "Bid again",
    withdraw: "Withdraw the bid",
    ask: "Ask a question",
    questions: "Questions and answers",
    questionsNote: "Everybody reads questions and answers; who asked is hidden until the deadline.",
    noQuestions: "Nobody has asked yet.",
    asked: "Question",
    answered: "Answer",
    ownQuestion: "(asked by you)",
    waitingForAnswer: "Waiting for the office's answer",
    next: {
      mayNot: {
        "bid.suspended":
          "The platform has suspended your organization; meanwhile it cannot bid. The reason is on your home page.",
        "bid.not_invited":
          "This is a direct purchase: only the invited organization can bid. You may read the notice and object.",
        "bid.not_in_talks":
          "Final offers are being called for, and only organizations that took part in the talks can submit one.",
        "bid.no_teams":
          "Only registered bodies may bid here. A residents’ team may apply where both sides choose, in its own street; you can read the notice.",
        "bid.other_street":
          "A residents’ team may apply only in the street that it lives in; you can read the notice.",
        "bid.barred":
          "You won when this was tried before and did not sign, so you cannot bid again. Ask the office if you object.",
      },
      unverified: "You can ask and bid once the platform has verified your organization.",
      open: "Write your bid and submit it sealed before the deadline. Until then only you can see it, and you may replace or withdraw it at any time.",
      confirm:
        "The tender was amended. Please read what changed and confirm, replace or withdraw your bid before the deadline; a bid that is not confirmed drops out.",
      finalOffer:
        "The talks are over. Submit your sealed final offer before the deadline; without one you have left the talks.",
      submitted:
        "Your sealed bid has been received. You may replace or withdraw it until the deadline; then two openers open all bids together.",
      closed:
        "Bidding is over; two openers will open the bids together. The digests of all receipts are published.",
      evaluating:
        "The bids are open and the panel is scoring them. Scores and reasons will be published.",
      terms:
        "The council chose you. Please read the terms and say yes or no; the contract is drawn up once both sides have said yes.",
      officeTerms:
        "You have said yes; the office has not answered yet. The contract is drawn up once both sides have said yes.",
      sign: "Both sides have said yes and the contract is drawn up: please sign it.",
      decided: "The panel has decided; see the notice.",
      over: "This tender is over; see the notice.",
      failed: (reason) => `This tender has ended: ${reason}`,
    },
  },
  question: {
    title: "Ask a question",
    lead: (tender) =>
      `About “${tender}”. The question is public at once, but not who asked until the deadline; everybody reads the answer.`,
    text: "Your question",
    hint: "Do not name your organization or a price.",
    submit: "Ask publicly",
  },
  form: {
    title: "Write a bid",
    why: "Why this page needs JavaScript",
    noScript:
      "Your bid is encrypted in your own browser before it leaves, so that nobody can read it before the deadline: not the office, not the platform. That takes JavaScript. Please allow it for this site in your browser's settings, or use another browser, and open this page again. No other page needs it.",
    insecure:
      "Browsers offer what sealing needs only over an encrypted connection (https). Please open this site by its https address, or use a newer browser.",
    sealed:
      "The bid is sealed on this device before it is sent; only ciphertext leaves it. It can be read once two openers open all bids after the deadline.",
    draft:
      "What you type is kept in this device's browser as you go: a lost connection or a closed page loses nothing. No other device has it.",
    earlier: {
      title: "Begin with an earlier bid",
      lead: "Choose one that has been opened. A bid that is still sealed cannot be read even by the platform.",
      from: (title) => `Begin with your bid for “${title}”`,
      effect:
        "Fills in plan, team, contact and the answers to criteria of the same name, in place of what you have written. The price is yours to enter anew.",
      fill: "Fill it in",
    },
    forget: "Delete the draft from this device",
    replacing: (version) =>
      `You have submitted ${version} time(s). Submitting again replaces the bid; each submission gets a receipt of its own.`,
    offer: "Your offer",
    price: "Total price",
    priceHint: (ceiling) =>
      `For the whole service period, in yuan. The ceiling is ${ceiling}; a bid above it does not count.`,
    plan: "Service plan",
    planHint: "How, how much and by whom; and what happens when something goes wrong.",
    team: "Team",
    teamHint: "How many people, with which qualifications, led by whom.",
    toCouncil: "To the council",
    whyUs: "Why it should be you",
    responses: "Your answer to each criterion",
    response: (criterion) => `Your answer to “${criterion}”`,
    contact: "Contact person",
    contactName: "Name",
    contactPhone: "Telephone",
    next: "Check the bid",
    check: "Check before you submit",
    back: "Back to editing",
    submit: "Seal and submit",
    tooLarge: "This is too long to be sealed. Please shorten it.",
    errors: {
      required: "Please fill this in",
      price: "Please enter an amount above 0, for example 480000 or 480000.50",
      ceiling: (ceiling) => `The price is above the ceiling of ${ceiling}`,
      tooLong: (most) => `Please write at most ${most} characters`,
    },
  },
  lowBid: {
    title: "Explain your price",
    asked: "The panel finds your price suspiciously low and asks you to explain it.",
    go: "Explain it",
    explained: "The panel has your explanation.",
    next: "Explain it in your own words. Once sent it cannot be changed; without an explanation in time the panel may decide as it stands.",
    explanation: "How the price comes about, and why you can deliver",
    hint: "Name your costs, such as staff and overheads, and how you will keep the quality. It will be public with the panel's decision: nothing private, please.",
    submit: "Send to the panel",
  },
  attachments: {
    title: "Attachments",
    pick: "Add attachments",
    hint: (most) =>
      `At most ${most} files, PDF, JPG or PNG, 2 MB each. Like the bid they are sealed on this device before they are sent; drafts do not keep them, and a replaced bid needs them again.`,
    confidential: "Confidential",
    confidentialOf: (name) => `“${name}” is confidential: for the panel alone`,
    remove: (name) => `Remove “${name}”`,
    file: (name, kib) => `${name} (${kib} KB)`,
    none: "No attachments",
    notScanned: "Not scanned for viruses: open with care.",
    wrong: {
      many: (most) => `At most ${most} files can be attached.`,
      large: (name) => `“${name}” is too large; 2 MB is the most.`,
      type: (name) => `“${name}” is no PDF, JPG or PNG file.`,
    },
    problems: {
      missing: "An attachment is gone: the receipt has its digest, but nothing is kept of it.",
      changed: "What is kept of an attachment does not match the receipt, so it was not opened.",
      sealed_otherwise: "An attachment could not be decrypted.",
      not_accepted: "An attachment is no PDF, JPG or PNG file and was not kept.",
    },
  },
  withdrawal: {
    title: "Withdraw the bid",
    words:
      "A withdrawn bid is never opened. You may bid again before the deadline, but not after it.",
    submit: "Withdraw the bid",
  },
  receipt: {
    title: "Receipt of a bid",
    confirmed:
      "Your sealed bid has been received. Keep this receipt: it proves what you handed in and when, and nobody can change or remove it unseen.",
    replaced: "This bid was replaced or confirmed later; the last receipt counts.",
    unconfirmed:
      "The tender was amended, and this bid has to be confirmed before the deadline to stay valid; otherwise it is not opened.",
    withdrawn: "This bid was withdrawn later; it will not be opened.",
    unopenable: {
      changed:
        "At the opening, what the platform keeps did not match the digest on this receipt, so it was not opened and is out of the running. You did nothing wrong: the receipt proves what you handed in. Keep it, and use it to challenge the result and have this looked into.",
      sealed_otherwise:
        "At the opening, what you handed in was there unchanged and matches this receipt, but it could not be decrypted, so it is out of the running. Most likely sealing went wrong; the street office answers questions if you quote the receipt.",
      no_bid:
        "At the opening, what you handed in was decrypted but did not hold a complete bid, so it is out of the running. The street office answers questions if you quote the receipt.",
    },
    tender: "Tender",
    organization: "Organization",
    version: "Submission no.",
    at: "Received",
    digest: "Digest of the sealed bid (SHA-256)",
    attachments: "Digests of the sealed attachments (SHA-256)",
    event: "Audit event",
    eventDigest: "Digest of the audit event",
    chainHead: "Head of the audit chain at that time",
    signature: "The platform's signature (Ed25519)",
    download: "Download the receipt (JSON)",
    print: "You can also print this page with your browser.",
    next: "What happens next",
    nextWords:
      "After the deadline the digests of all receipts are published, and you can check that yours is among them.",
    published: "All published receipts",
    backToTender: "Back to the tender",
    proof: "What the receipt says",
  },
};
