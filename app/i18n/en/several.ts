import type { several as source } from "../zh/several.ts";

export const several: typeof source = {
  winners: "Winners",
  count: (n) => `up to ${n}`,
  cap: "Contract value of each",
  section: "Winners and values",
  sectionText: (n, cap) =>
    `Up to ${n} organizations win, each with a contract of ${cap}. Each serves at the unit price of its own bid; residents choose among them, and the money follows their bookings. What is not used by the end of a contract goes back.`,
  recommended: "Recommended",
  won: "Winners",
  choice: (n) => `Which ${n} do you recommend?`,
  choiceHint: "Chosen in order of rank. A lower rank needs a reason.",
  result: {
    won: "You are one of the winners",
    first: "You are recommended as one of the winners",
    lost: "You are not among the winners",
    lowest: "Lowest total of a winner",
  },
  documentWinner: "Winners",
  documentWinnerText: (names, cap) => `${names}, each with a contract of ${cap}.`,
  csvWon: "Won",
  yes: "yes",
  no: "no",
  which: "Which one does not sign",
  others: "Nobody is left to move up; the others sign as planned.",
  goOn: "Withdraw the award",
  waits:
    "Both sides have signed. Once the other winners’ contracts are signed too, all come into force together.",
  standstill:
    "Another winner does not sign, and the one that moves up is on public show. Signing goes on after that, with the full time for it.",
  contractWith: (organization) => `Contract: ${organization}`,
  providers: {
    title: "Organizations of this project",
    note: "Several organizations were chosen for this project, and you choose among them. The subsidy follows your booking.",
    organization: "Organization",
    own: "the one you are looking at",
  },
};
