import type { statistics as source } from "../zh/statistics.ts";

export const statistics: typeof source = {
  title: "Statistics",
  lead: "Service figures come from monthly sums that follow bookings and ratings within seconds and are checked against the records every night.",
  see: "See all statistics",
  fund: {
    title: (year) => `Where the ${year} fund went`,
    finding: (paid, total) => `Of ${total} for the year, ${paid} has been paid`,
    none: "There is no fund this year yet. Once finance has allocated one, this shows where it goes.",
    account: "Where",
    amount: "Amount",
  },
  deliveries: {
    title: "Services delivered each month",
    finding: (times, from) => `${times} delivered since ${from}`,
    none: "Nothing has been delivered yet. Once residents have been served, this shows it by month.",
    month: "Month",
    times: "Delivered",
  },
  satisfaction: {
    title: "Satisfied residents",
    finding: (share) => `Four or five stars in ${share}`,
    none: "Nobody has rated yet. Residents can rate a service once they have confirmed it.",
    kind: "Kind of service",
    share: "Satisfied",
    few: (n) => `${n}: too few for a share`,
  },
  table: {
    title: "By month and kind",
    month: "Month",
    kind: "Kind of service",
    booked: "Booked",
    delivered: "Delivered",
    cancelled: "Cancelled",
    rated: "Rated",
    satisfied: "Satisfied",
    fundShare: "Paid by the fund",
    fundShareYuan: "Paid by the fund (yuan)",
    empty: "There are no bookings to count yet.",
    file: "Download the table (CSV)",
    fileName: "Service statistics",
  },
};
