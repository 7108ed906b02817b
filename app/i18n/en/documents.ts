import type { documents as zh } from "../zh/documents.ts";

export const documents: typeof zh = {
  open: "See the official document (A4, to print)",
  section: (number, title) => `${number}. ${title}`,
  kinds: {
    notice: "Tender notice",
    opening: "Record of the opening",
    amendment: "Notice of amendment",
    suspension: "Notice of suspension",
    resumption: "Notice of resumption",
    result: "Result on show",
    award: "Award notice",
    ended: "Notice of the end",
  },
  contractNumber: (number) => `Contract number: ${number}`,
  partyA: (name) => `Party A (buyer): ${name}`,
  partyB: (name) => `Party B (organization): ${name}`,
  party: { a: "Party A", b: "Party B" },
  signedOn: (at) => `Signed electronically on ${at}`,
  notSigned: "Not signed yet",
  contract: {
    preamble: (office, tender) =>
      `${office} bought by law and in the open, and its panel found party B best. Both sides make this contract under the Civil Code and the tender file (${tender}).`,
    subject: "The service",
    subjectText: (title, bought) =>
      `Party B delivers “${title}” to residents of party A’s area, ${bought} in all.`,
    period: "Period",
    value: "Value",
    valueText: (value) =>
      `The contract is worth ${value}. Only services that residents confirm are paid; what is not used goes back to party A.`,
    payments: "Payments",
    performance: "Pay by quality",
    performanceText: (share) =>
      `${share} of each payment depends on what residents say: it is paid in full where ratings reach the target, and reduced by the published formula where they do not. What is deducted goes back to party A.`,
    changes: "Amendment and termination",
    changesText:
      "An amendment names its reason, is proposed by an officer, agreed by another approver and signed by party B’s manager, and is published. All increases together stay within the part that the rules of the tender allow. If the contract is terminated, services that were delivered and confirmed are paid as usual.",
    other: "Other terms",
    amended: (numbers) => `This text includes the amendments ${numbers}.`,
  },
  amendment: {
    title: (contract) => `Amendment of the contract “${contract}”`,
    preamble: (number, a, b) =>
      `${a} and ${b} agree to change their contract ${number} as follows.`,
    draftNumber: (contract, number) => `Contract ${contract}, amendment ${number} (not in force)`,
    reason: "Reason",
    content: "What changes",
    value: "Value",
    valueText: (change, value) => `It changes by ${change} to ${value}.`,
    sameValue: "It stays.",
    quantity: (change) => `The quantity changes by ${change}.`,
    endsOn: (day) => `The service now ends on ${day}.`,
    payments: "Milestones",
    paymentsText: "The milestones that were not claimed become:",
  },
  termination: {
    title: (contract) => `Termination of the contract “${contract}”`,
    preamble: (number, a, b) => `The contract ${number} between ${a} and ${b} is terminated.`,
    draftNumber: (contract) => `Termination of contract ${contract} (not in force)`,
    reason: "Reason",
    text: "What happened",
    after: "What follows",
    afterText:
      "Bookings that have not begun are cancelled and cost residents nothing; services that were delivered are paid once confirmed; the rest of the money goes back to the fund.",
  },
  tenderAmendment: {
    label: (number) => `Notice of amendment ${number}`,
    title: (title, number) => `Notice of amendment ${number}: ${title}`,
    number: (notice, number) => `${notice}, amendment ${number}`,
    preamble: (office, notice) => `${office} amends the tender notice ${notice} as follows.`,
    reason: "Why",
    changes: "What is changed",
    after: "What follows",
    afterChange:
      "Whoever has handed in a bid confirms it as the tender now is, or hands in another, before the deadline; a bid that is not confirmed lapses. All else stays as it was.",
    afterSlip:
      "Only a slip of the pen is corrected. Whoever has handed in a bid confirms it before the deadline; a bid that is not confirmed lapses. All else stays as it was.",
  },
  suspension: {
    title: (title) => `Notice of suspension: ${title}`,
    preamble: (office, notice, from) =>
      `The tender ${notice} of ${office} is suspended from ${from}.`,
    reason: "Why",
    after: "What follows",
    afterText:
      "While it is suspended the deadline, the standstill and every other period stand still; they go on when it does. Bids that were handed in stay valid.",
  },
  resumption: {
    title: (title) => `Notice of resumption: ${title}`,
    preamble: (office, notice, from, until) =>
      `The tender ${notice} of ${office}, suspended from ${from}, goes on from ${until}.`,
    reason: "Why",
    after: "What follows",
    afterText:
      "Every period is longer by the time that the tender stood still; its page says until when.",
  },
  result: {
    title: (title) => `Result on show: ${title}`,
    preamble: (office, number) =>
      `The evaluation of the tender ${number} of ${office} is done. The result is put on show as follows.`,
    winner: "To be awarded to",
    winnerText: (name, price) => `${name}, at ${price}.`,
    next: "Until when, and challenges",
    nextText: (lastDay) =>
      `On show to the end of ${lastDay}. Whoever objects may challenge the result within the time that the rules give; until that is settled nothing is awarded.`,
  },
  award: {
    title: (title) => `Award notice: ${title}`,
    preamble: (office, number) =>
      `The evaluation of the tender ${number} of ${office} is done and the standstill over. The result is as follows.`,
    winner: "Winner",
    winnerText: (name, price) => `${name}, at ${price}.`,
    reason: "Why",
    ranking: "Ranking",
    rankingText: (rank, name, points, price) => `Rank ${rank}: ${name}, ${points}, at ${price}.`,
    panel: "Panel",
    disqualified: "Bids that did not count",
    next: "What follows",
    nextText:
      "The winner signs the contract within the time that the rules give. The whole score sheet is published, so that anyone can check it.",
  },
  ended: {
    failed: (title) => `Notice of failure: ${title}`,
    cancelled: (title) => `Notice of cancellation: ${title}`,
    preamble: (office, number) => `The tender ${number} of ${office} has ended without a contract.`,
    reason: "Why",
    after: "What follows",
    afterText: "The money reserved for it went back. Bids that were not opened stay sealed.",
  },
  opening: {
    title: (title) => `Record of the opening: ${title}`,
    preamble: (deadline, opened) =>
      `Bids closed at ${deadline}. Two openers opened them together at ${opened}, as recorded here.`,
    openers: "Openers",
    bids: "Bids",
    bid: (organization, at) => `${organization}, handed in at ${at}. Digest:`,
    note: "With each bid stands the SHA-256 of its sealed text, to be compared with the bidder’s receipt.",
    opener: (name, at) => `${name} gave a key at ${at}.`,
  },
};
