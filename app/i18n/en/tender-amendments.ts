import type { tenderAmendments as zh } from "../zh/tender-amendments.ts";

export const tenderAmendments: typeof zh = {
  fields: {
    title: "Title",
    need: "Need and service",
    targetGroup: "For whom",
    contractDraft: "Draft of the contract",
    quantity: "Quantity",
    unit: "Unit",
    ceiling: "Ceiling price",
    startsOn: "First day of service",
    endsOn: "Last day of service",
    deadline: "Deadline for bids",
  },
  history: {
    title: "Amendments",
    note: "The notice says what holds now; what was changed, and why, is here.",
    number: (number) => `Amendment ${number}`,
    reason: (reason) => `Reason: ${reason}`,
    slip: "Correction of a slip of the pen",
    caption: (number) => `What amendment ${number} changed`,
    field: "What",
    from: "Before",
    to: "Now",
    whole: "Full text",
    none: "(empty)",
  },
  propose: {
    link: "Amend the tender",
    title: "Amend the tender",
    lead: (title) =>
      `“${title}”. Once approved it is public at once, and whoever has bid is told: bids have to be confirmed, and those not confirmed by the deadline drop out.`,
    what: "The tender as amended",
    kind: "Kind of amendment",
    kinds: {
      material: "Material amendment",
      slip: "Slip of the pen only",
    },
    kindHints: {
      material: (days, earliest) =>
        `Puts the deadline off by at least ${days}, to ${earliest} or later. Any change of quantity, unit, ceiling, period or deadline is of this kind.`,
      slip: "Only mistakes of wording in the title, the service, for whom, or the draft of the contract, that change no meaning; more than a day before the deadline.",
    },
    deadline: "New deadline",
    deadlineHint: (now) => `It is ${now} now. For a slip of the pen leave it empty.`,
    reason: "Reason",
    reasonHint: "Public, and sent to whoever has bid.",
    criteria:
      "The criteria stay as announced, because sealed bids answer them one by one. If they have to change, cancel this tender and start again.",
    submit: "Send for approval",
  },
  decide: {
    link: "The amendment that waits",
    title: "Decide on an amendment",
    lead: (title) => `“${title}”`,
    proposer: "Proposed by",
    proposedAt: "Proposed",
    kind: "Kind",
    reason: "Reason",
    effect:
      "Approval publishes it at once and moves the deadline; whoever has bid is told and has to confirm. A higher ceiling is reserved in the fund, a lower one gives money back.",
    own: "You proposed this yourself; another approver has to approve it.",
    submit: "Approve and publish",
    drop: "Turn down or withdraw",
    dropTitle: "Withdraw the amendment",
    dropLead: "The tender stays as it is, and nothing is made public.",
    dropSubmit: "Withdraw this amendment",
    states: {
      proposed: "Waits for approval",
      approved: "Approved and public",
      dropped: "Withdrawn",
    },
  },
  confirm: {
    title: "Confirm your bid",
    lead: (title) =>
      `“${title}” was amended. Please read what changed before you confirm your bid.`,
    words:
      "Your sealed bid then stays valid, word for word, and you get another receipt. If it has to change, replace it; if you no longer take part, withdraw it.",
    notNow: "There is no bid to confirm now.",
    submit: "I have read the amendment and confirm my bid",
  },
};
