import type { redFlags as source } from "../zh/red-flags.ts";

export const redFlags: typeof source = {
  title: "Red flags",
  lead: "Computed from the purchasing records: places to look, not verdicts. Where one shows, read the record and ask the officer.",
  names: {
    single_bid: "A single bid",
    short_period: "A short time to bid",
    late_amendment: "Amended late",
    others_dropped: "All other bids disqualified",
    heavy_discount: "Won far below the ceiling",
    near_ceiling: "Won close to the ceiling",
    split: "Purchases that look split",
    repeated_winner: "The same winner again and again",
  },
  formulas: {
    single_bid: ({ bids }) => `Bids at the opening ≤ ${bids}. Direct purchases are left out.`,
    short_period: ({ shortDays }) =>
      `Deadline − publication < ${shortDays} days. Direct purchases are left out.`,
    late_amendment: ({ lateDays }) =>
      `Approval of an amendment to the deadline as it then stood < ${lateDays} days.`,
    others_dropped: ({ othersDropped }) =>
      `At least ${othersDropped} bids beside the winner's, and every one of them disqualified. Direct purchases are left out.`,
    heavy_discount: ({ discountBp }) => `(Ceiling − winning price) ÷ ceiling ≥ ${discountBp}.`,
    near_ceiling: ({ ceilingBp }) => `Winning price ÷ ceiling ≥ ${ceilingBp}.`,
    split: ({ splitBp }) =>
      `Purchases of one year and kind of service that were not open, each below the limit of its method; their sum ÷ the limit ≥ ${splitBp}.`,
    repeated_winner: ({ wins, winsBp }) =>
      `Awards won in the chosen period ≥ ${wins}, and their share of all awards ≥ ${winsBp}.`,
  },
  measured: {
    single_bid: (bids, usual) => `Bids: ${bids}; the rules ask for ${usual}`,
    short_period: (took, usual) => `Open for ${took} days; the rules ask for ${usual}`,
    late_amendment: (left, bound) =>
      `Amended ${left} days before the deadline, with fewer than ${bound} left`,
    others_dropped: (others, all) => `Of ${all} bids, the other ${others} were disqualified`,
    heavy_discount: (price, ceiling, share) =>
      `${price} under a ceiling of ${ceiling}: ${share} below`,
    near_ceiling: (price, ceiling, share) =>
      `${price} under a ceiling of ${ceiling}: ${share} of it`,
    split: (total, limit) => `${total} together, the limit is ${limit}`,
    repeated_winner: (wins, awards) => `Won ${wins} of ${awards} awards`,
  },
  found: (n, examined) => `${n} flagged among ${examined}`,
  see: "See the records",
  from: "Published from",
  to: "Until",
  columns: {
    tender: "Purchase",
    published: "Published",
    organization: "Winner",
    measured: "What was measured",
  },
  none: "Nothing of this kind in the period.",
  formula: "How it is worked out",
  file: "Download these records (CSV)",
  settings: "The bounds are set by the platform; every change is on record.",
  edit: {
    title: "Bounds of the red flags",
    lead: "They count as soon as they are saved, for past purchases too.",
    link: "Bounds of the red flags",
    linkNote: "From where on few bids, short periods or odd prices are flagged.",
    bids: "Number of bids: at most",
    shortDays: "Time to bid: shorter than so many days",
    lateDays: "Amended late: fewer than so many days left",
    othersDropped: "All others disqualified: at least so many",
    discountBp: "Price below the ceiling: at least per cent",
    ceilingBp: "Price as part of the ceiling: at least per cent",
    splitBp: "Split purchases as part of the limit: at least per cent",
    wins: "Awards of one winner: at least",
    winsBp: "Awards of one winner among all: at least per cent",
    submit: "Save, at once in force",
  },
};
