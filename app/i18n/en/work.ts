import type { work as source } from "../zh/work.ts";

export const work: typeof source = {
  nav: { label: "Service worker", today: "My services today" },
  today: {
    title: (day) => `Services on ${day}`,
    today: "Today",
    earlier: "Day before",
    later: "Day after",
    days: "Choose another day",
    count: (count) => count,
    none: "Nothing is planned for this day.",
    slot: (time, offer) => `${time} ${offer}`,
    at: (place) => `At ${place}`,
    atHome: (community) => `At home, ${community}`,
    owes: (money) => `${money} still to be paid by the resident`,
  },
  booking: {
    back: "Back to the day",
    reference: "Booking number",
    resident: "Resident",
    place: "Place",
    time: "Time",
    service: "Service",
    share: "Resident pays",
    nothing: "Nothing to collect",
    taken: (method) => `Paid (${method})`,
    checkedIn: "Checked in",
    checkedOut: "Checked out",
    note: "Record of the service",
    next: {
      early: (from) => `You can check in from ${from}.`,
      ready:
        "When you are there, ask the resident to show the card or say the four-digit PIN, and check in.",
      late: "The time to check in has passed.",
      inside: "When you have finished, write a line about the service and check out.",
      pay: "Please collect the resident’s share and record it. A service without it cannot be claimed.",
      waiting:
        "The resident is asked to confirm. After 72 hours without an objection it counts as confirmed.",
      over: "This service is over. There is nothing for you to do.",
    },
    address: "Show address, phone and note",
    addressNote:
      "Each reading is logged, and the resident can see who read it and when. It is open from the day before until the service is over.",
  },
  address: {
    title: "Address and note",
    lead: "This reading has been logged.",
    confirm: "Press the button to see them. The reading is logged, and the resident can see it.",
    show: "Show",
    address: "Address",
    phone: "Phone",
    note: "Resident’s note",
    none: "Not given",
    site: "The resident comes to the centre",
  },
  checkIn: {
    title: (name) => `Check in ${name}`,
    lead: "Ask the resident to show the card, or to say the four digits on it.",
    pin: "Four-digit PIN",
    hint: "After five wrong tries it is closed for 15 minutes.",
    submit: "Check in",
  },
  checkOut: {
    title: (name) => `Finish the service for ${name}`,
    lead: "After that the resident is asked to confirm it.",
    note: "Record of the service",
    hint: "What was done and whether anything was unusual, such as: help with a bath, blood pressure taken, all well.",
    submit: "Check out",
  },
  copayment: {
    title: (name) => `Record the payment of ${name}`,
    lead: (money) =>
      `${money} is due. The amount was fixed when it was booked and cannot be changed.`,
    online:
      "Online payment is not available yet. For now it is paid in cash or by card at the service.",
    method: "How was it paid?",
    methods: { cash: "Cash", pos: "Card or code (card machine)" },
    submit: "Record as paid",
  },
  absence: {
    title: (name) => `${name} is not there`,
    lead: "Ten minutes after the agreed time you may record that the resident did not come. Half an hour after it without a check-in, it counts as the organization not coming.",
    advice:
      "Please knock and call first. The service ends with this; neither the street nor the resident pays.",
    submit: "Record as not there",
    keep: "Wait a little longer",
  },
};
