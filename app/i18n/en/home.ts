import type { home as source } from "../zh/home.ts";

export const home: typeof source = {
  title: "Services for the neighbourhood, bought in the open",
  lead: "The street office buys services where everybody can see it; you book and rate them, and only what was delivered is paid.",
  search: {
    label: "Which service do you need?",
    hint: "For example: meals, haircut, plumbing",
    submit: "Search",
  },
  doors: {
    title: "Who are you?",
    resident: {
      title: "I live here",
      note: "Find, book and rate services. Family and community workers may act for you.",
    },
    organization: {
      title: "I work for an organization",
      note: "See open tenders, send sealed bids, plan shifts, serve, be paid.",
    },
    office: {
      title: "I work for the street office",
      note: "Projects, openings, scoring, contracts, acceptance and payment.",
    },
    anyone: {
      title: "I want to see where the money goes",
      note: "Every tender, score, contract and payment is public.",
    },
  },
  loop: {
    title: "How a service comes about",
    steps: {
      need: "Residents say what is needed; the office sets up a project and puts the money aside.",
      open: "The tender is public. Bids are sealed; nobody can see them before the deadline.",
      scored: "Two people open the bids, a panel scores them, scores and reasons are published.",
      signed: "When nobody objects in time, the office and the organization sign a contract.",
      booked: "Residents book. What the fund pays and what they pay is fixed at once.",
      delivered: "A worker checks in and serves; the resident confirms and rates.",
      paid: "Payment follows confirmed bookings and ratings. Ratings count in the next tender.",
    },
  },
  services: {
    title: "Services you can book",
    all: "All services",
    by: (organization) => `Provided by ${organization}`,
    price: (price, own) =>
      own ? `${price} a time; you pay ${own} with the subsidy` : `${price} a time`,
  },
  tenders: {
    title: "Tenders open for bids",
    all: "All tenders",
    ceiling: (amount) => `At most ${amount}`,
    until: (deadline) => `Bids close: ${deadline}`,
  },
  elder: {
    title: "What would you like to do?",
    find: "Find a service",
    findNote: "Meals, haircut, care, repairs",
    mine: "My bookings",
    mineNote: "When, who comes, what it costs",
    call: "Call us",
    callNote: "Somebody will help you",
  },
};
