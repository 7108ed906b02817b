import type { objections as zh } from "../zh/objections.ts";

export const objections: typeof zh = {
  decisionOf: (upheld) =>
    upheld === null ? "Waits for a decision" : upheld ? "Upheld" : "Dismissed",
  list: {
    title: "Objections",
    note: "While the result stands in public, registered organizations and residents may object to buying from one supplier alone. Objections and decisions are public, their authors are not.",
    empty: "Nobody has objected yet.",
    from: { organization: "An organization", resident: "A resident" },
    reason: (text) => `Why the office decided so: ${text}`,
    object: "Object",
  },
  form: {
    title: "Object to a direct purchase",
    lead: (title) =>
      `“${title}” is to be bought from one organization alone. If others could do it too, or the reasons given are wrong, please say so. Until it is decided nothing is awarded.`,
    text: "Your objection",
    hint: "It is public, but not who said it. Please leave out names, telephone numbers, ID numbers and addresses.",
    submit: "Send the objection",
    over: "The result does not stand in public now, so there is nothing to object to.",
  },
  decision: {
    title: "Decide on an objection",
    theObjection: "Objection",
    choice: "Your decision",
    uphold: "Uphold it",
    upholdHint:
      "The purchase ends now, the reserved money goes back, and the office buys in another way.",
    dismiss: "Dismiss it",
    dismissHint: "After the standstill the purchase goes on.",
    reason: "Reason",
    reasonHint: "Public, and told to whoever objected.",
    submit: "Publish the decision",
    notYours: "You recommended this supplier; another approver has to decide.",
  },
};
