import type { format as source } from "../zh/format.ts";

const plural = (one: string, many: string) => (n: string, isOne: boolean) =>
  `${n} ${isOne ? one : many}`;

export const format: typeof source = {
  locale: "en-GB",
  before: (moment) => `before ${moment}`,
  between: (from, to) => `${from}–${to}`,
  hours: (hours) => `${hours} h`,
  minutes: (minutes) => `${minutes} min`,
  hoursAndMinutes: (hours, minutes) => `${hours} h ${minutes} min`,
  percentOf: (percent, of) => `${percent} (of ${of})`,
  units: {
    item: plural("item", "items"),
    person: plural("person", "people"),
    household: plural("household", "households"),
    time: plural("time", "times"),
    day: plural("day", "days"),
    workingDay: plural("working day", "working days"),
    hour: plural("hour", "hours"),
    seat: plural("place", "places"),
    session: plural("session", "sessions"),
    start: plural("time", "times"),
    point: plural("point", "points"),
    community: plural("community", "communities"),
    project: plural("project", "projects"),
    tender: plural("tender", "tenders"),
    bid: plural("bid", "bids"),
    contract: plural("contract", "contracts"),
    milestone: plural("milestone", "milestones"),
    service: plural("service", "services"),
    organization: plural("organization", "organizations"),
    booking: plural("booking", "bookings"),
    review: plural("review", "reviews"),
    event: plural("event", "events"),
    payment: plural("payment", "payments"),
  },
};
