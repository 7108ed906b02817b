import type { terms as source } from "../zh/terms.ts";

export const terms: typeof source = {
  title: "Both sides say yes",
  lead: (title) => `Tender: ${title}`,
  intro: {
    office:
      "The standstill is over. Please read the terms below and answer for the office: yes, it shall do the work, or no. Once both sides have said yes the contract is drawn up for both to sign.",
    organization:
      "The council chose you and the standstill is over. Please read the terms below and say yes or no. Once both sides have said yes the contract is drawn up for both to sign.",
  },
  facts: {
    office: "Bought by",
    organization: "Delivered by",
    price: "Price",
    quantity: "Quantity",
    amount: (quantity, unit) => `${quantity} ${unit}`,
    period: "Period",
    to: (from, to) => `${from} to ${to}`,
    share: "Payment that depends on what residents say",
  },
  text: "Draft of the contract",
  answers: "What both sides say",
  sides: { office: "The office", organization: "The one chosen" },
  said: {
    yes: (instant) => `Yes, ${instant}`,
    no: (instant) => `No, ${instant}`,
    waiting: "No answer yet",
  },
  accept: "Say yes",
  decline: "Say no",
  waiting: "Your side has said yes; the other side has not answered yet.",
  drawnUp: "Both sides have said yes and the contract is drawn up.",
  toContract: "Read and sign the contract",
  link: "Both sides say yes",
  task: (title) => `Say whether you take it on: ${title}`,
  refusal: {
    title: "Say no",
    effect: {
      office:
        "The answer cannot be changed, and the reason will be public. The next whom more than half voted for moves up, with a standstill of its own; if there is nobody, the tender ends and the money goes back.",
      organization:
        "The answer cannot be changed, and the reason will be public. The next whom more than half voted for moves up; if there is nobody, the tender ends.",
    },
    own: "You recommended it yourself: another approver has to decide to say no.",
    reason: "Reason",
    reasonHint: "It will be public; please leave out private matters.",
    submit: "Say no and publish the reason",
  },
};
