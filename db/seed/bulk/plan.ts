/** How much of each thing there is in every office; what does not divide evenly is rounded up. */
export type Plan = {
  offices: number;
  /** Bookings of the first office; later ones may have one less. */
  visits: number;
  seats: number;
  sessions: number;
  /** All carried out but the last. */
  contracts: number;
  workers: number;
  /** Seat offers of a contract, each at a site of its own. */
  sites: number;
  /** Residents who are visited come first, then those who take seats: nobody is in two places at once. */
  visited: number;
  seated: number;
  visitDays: number;
  seatDays: number;
};

export const HOURS_A_DAY = 8;
export const SEATS_TAKEN = 10;
export const CAPACITY = 20;
export const DAYS_AHEAD = 14;
const LONGEST_DAYS = 744;
const BOOKINGS_A_CONTRACT = 20_000;
/** Few enough bookings each for her monthly quota. */
const RESIDENTS_A_WORKER = 30;
const RESIDENTS_A_SITE = 30;

/** Lays out so many bookings over so many offices: four of five are visits, spread over at most two years. */
export function planFor({ offices, bookings }: { offices: number; bookings: number }): Plan {
  const each = Math.ceil(bookings / offices);
  const visits = Math.round(each * 0.8);
  const seats = each - visits;
  const sessions = Math.ceil(seats / SEATS_TAKEN);
  const workers = Math.max(2, Math.ceil(visits / (HOURS_A_DAY * LONGEST_DAYS)));
  const sites = Math.max(1, Math.ceil(sessions / (2 * LONGEST_DAYS)));
  return {
    ...{ offices, visits, seats, sessions, workers, sites },
    contracts: Math.max(2, Math.ceil(each / BOOKINGS_A_CONTRACT)),
    visited: RESIDENTS_A_WORKER * workers,
    seated: RESIDENTS_A_SITE * sites,
    visitDays: Math.ceil(visits / (HOURS_A_DAY * workers)),
    seatDays: Math.ceil(sessions / (2 * sites)),
  };
}
