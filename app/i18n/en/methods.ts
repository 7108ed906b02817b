import type { methods as source } from "../zh/methods.ts";

export const methods: typeof source = {
  names: {
    open_scored: "Open competition",
    consult: "Competitive consultation",
    lowest_price: "Lowest price",
    direct: "Direct purchase",
    two_way: "Two-way choice",
    panel: "Panel of providers",
  },
  about: {
    open_scored: "Anybody verified may bid, sealed; a panel scores, the highest total wins.",
    consult: "Bids are opened and talked over with each bidder; then each seals a final offer.",
    lowest_price:
      "For simple, clear needs: an officer and a witness check each bid, the lowest price wins.",
    direct:
      "One organization alone is invited, on a stated ground; it wins if nobody objects in time.",
    two_way: "Organizations and residents’ teams apply, the council votes, and both sides agree.",
    panel: "Several win, each up to a cap; residents choose, and the money follows their bookings.",
  },
  profiles: { community: "community rules", statutory: "statutory procedure" },
  named: (method, profile) => `${method} (${profile})`,
  grounds: {
    only_supplier: "No other organization can provide it",
    emergency: "An emergency leaves no time for competition",
    continuity: "It continues a service that should not change hands",
    no_bids_before: "An open tender drew too few bids",
    small_value: "Competition would cost more than it could save",
  },
  choice: {
    title: "Method",
    lead: (title) => `How a provider for “${title}” is found.`,
    valueSays: (value) => `At a ceiling of ${value} these methods are allowed:`,
    noValue: "There is no ceiling yet. Choose a method; it will be checked against the value.",
    method: "Choose a method",
    notAtThisValue: (about) => `${about} (not allowed at this value)`,
    direct: "For a direct purchase",
    directHint: "Leave empty for any other method.",
    invited: "Credit code of the invited organization",
    ground: "Ground",
    reason: "Reason and evidence",
    reasonHint: "State the facts and the papers they rest on. It is published with the notice.",
    several: "For a panel of providers",
    winners: "How many win",
    winnersHint:
      "From 2 to 10, and no more than the bids that are needed. Leave as it is for any other method.",
    winnerCap: "Contract value of each",
    winnerCapHint:
      "The same for all; times the number of winners it stays within the ceiling. Leave empty for any other method.",
    choose: "Please choose",
    submit: "Save",
  },
  alike: {
    title: "Like purchases that were not open",
    note: (limit) =>
      `These purchases of the same budget item and kind were not open this year. With this one they reach ${limit}: buy them together, by an open method.`,
    method: "Method",
    ceiling: "Ceiling",
    total: "In all, with this one",
  },
};
