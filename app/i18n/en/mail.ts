import type { mail as source } from "../zh/mail.ts";
import { bids } from "./bids.ts";
import { certificates } from "./certificates.ts";

export const mail: typeof source = {
  subject: (subject) => `[Jiefang] ${subject}`,
  page: (address) => `Read more:\n${address}`,
  settings: (address) =>
    `Jiefang sent this letter by itself; please do not reply. To change your address or get no more mail:\n${address}`,
  letters: {
    "bid.receipt": (about, format) => {
      const { title, version, digest, confirmed, at, deadline } = about;
      const taken = confirmed
        ? "was confirmed after the amendment and stands as it was sealed"
        : "was received, sealed,";
      const until = deadline
        ? `You may replace or withdraw it until ${format.stamp(new Date(deadline))}.`
        : "You may replace or withdraw it until the deadline.";
      return {
        subject: `Receipt for your ${confirmed ? "confirmation" : "bid"}: ${title}`,
        words: [
          `Your bid for “${title}” (submission ${version}) ${taken} on ${format.stamp(new Date(at))}. ${until}`,
          `Digest of the ciphertext (SHA-256):\n${digest}`,
          "Please keep the receipt file. After the deadline the digests of all receipts are published, and anybody can check them.",
        ],
      };
    },
    "tender.found": (about, format) => {
      const { title, search, office, ceiling, deadline } = about;
      return {
        subject: `New tender: ${title}`,
        words: [
          `${office} has published “${title}”, which fits your saved search “${search}”.`,
          ...(ceiling ? [`Ceiling: ${format.money(ceiling)}`] : []),
          ...(deadline ? [`Bids are taken until ${format.stamp(new Date(deadline))}.`] : []),
          "To get no more of these, turn them off under “Saved searches” on your organization's pages.",
        ],
      };
    },
    "draft.consulted": (about, format) => {
      const { title, office, until } = about;
      return {
        subject: `A draft open for comment: ${title}`,
        words: [
          `${office} has published the draft of “${title}” and takes comments until ${format.stamp(new Date(until))}.`,
          "Comments and replies are public, but not whose they are.",
        ],
      };
    },
    "question.answered": (about) => {
      return {
        subject: `A question was answered: ${about.title}`,
        words: [
          `A question about “${about.title}” has been answered. If it matters for your bid, you may replace it until the deadline.`,
        ],
      };
    },
    "bid.low_price_asked": (about, format) => {
      const { title, until } = about;
      return {
        subject: `Please explain your price: ${title}`,
        words: [
          `The panel for “${title}” finds your price suspiciously low. Please explain your costs, and why you can deliver.`,
          `Answer ${format.deadline(new Date(until))}. Without an explanation the panel may decide as it stands.`,
        ],
      };
    },
    "bid.unopenable": (about) => {
      const { title, cause, digest } = about;
      return {
        subject: `A bid that could not be opened: ${title}`,
        words: [
          `The bids for “${title}” have been opened; yours could not be.`,
          bids.receipt.unopenable[cause],
          `The digest on your receipt (SHA-256):\n${digest}`,
        ],
      };
    },
    "tender.amended": (about, format) => {
      const { title, reason, deadline } = about;
      return {
        subject: `Tender amended, please confirm your bid: ${title}`,
        words: [
          `The tender “${title}” was amended. The reason: ${reason}`,
          `Your bid has to be confirmed to stay valid. Please read the amendment and confirm, replace or withdraw your bid by ${format.stamp(new Date(deadline))}.`,
          "A bid that is not confirmed by then is not opened and takes no part.",
        ],
      };
    },
    "bid.lapsed": (about) => {
      return {
        subject: `Bid not confirmed and dropped: ${about.title}`,
        words: [
          `After “${about.title}” was amended, your bid was not confirmed by the deadline. It was therefore not opened and takes no part.`,
        ],
      };
    },
    "tender.final_offers_called": (about, format) => {
      const { title, changes, deadline } = about;
      return {
        subject: `Submit your final offer: ${title}`,
        words: [
          `The talks on ${title} are over. Submit your sealed final offer before ${format.stamp(new Date(deadline))}; without one you have left the talks.`,
          `Changes to the tender file: ${changes}`,
        ],
      };
    },
    "tender.failed": (about) => {
      return {
        subject: `Tender failed: ${about.title}`,
        words: [`“${about.title}” ended without an award.`, `Reason: ${about.reason}`],
      };
    },
    "tender.cancelled": (about) => {
      return {
        subject: `Tender cancelled: ${about.title}`,
        words: [
          `“${about.title}” has been cancelled. Bids that were not opened will never be.`,
          `Reason: ${about.reason}`,
        ],
      };
    },
    "tender.result": (about, format) => {
      const { title, outcome, reason, until } = about;
      const told = {
        first: `The result of “${title}” is public: your bid is recommended.`,
        lost: `The result of “${title}” is public: your bid was not recommended this time. The page below shows your scores and how far they were from the winner's.`,
        disqualified: `The result of “${title}” is public: your bid was ruled invalid.`,
      };
      return {
        subject: `Result: ${title}`,
        words: [
          told[outcome],
          `${outcome === "disqualified" ? "Why it is invalid" : "Reason for the recommendation"}: ${reason}`,
          ...(until ? [`You may object until ${format.stamp(new Date(until))}.`] : []),
        ],
      };
    },
    "tender.awarded": (about) => {
      const { title, won } = about;
      return {
        subject: `${won ? "You have won" : "Awarded"}: ${title}`,
        words: [
          won
            ? `The standstill is over and “${title}” is yours. ${about.asksBoth ? "Please say first whether you agree to the terms; the contract follows once both sides have." : "Please sign the contract within 30 days."}`
            : `The standstill is over and “${title}” has been awarded to another bidder. Thank you for taking part.`,
        ],
      };
    },
    "terms.to_answer": (about) => {
      return {
        subject: `Please say yes or no: ${about.title}`,
        words: [
          `The standstill of “${about.title}” is over. Please read the terms and say yes or no; the contract follows once both sides have said yes.`,
        ],
      };
    },
    "tender.suspended": (about) => {
      return {
        subject: `Tender suspended: ${about.title}`,
        words: [
          `“${about.title}” is suspended. Every period stands still and is moved by that time afterwards.`,
          `Reason: ${about.reason}`,
        ],
      };
    },
    "tender.resumed": (about, format) => {
      const { title, reason, deadline, until } = about;
      const end = until
        ? [`The standstill now ends at ${format.stamp(new Date(until))}.`]
        : deadline
          ? [
              `The deadline for bids is ${format.stamp(new Date(deadline))}. Bids that were handed in stay valid.`,
            ]
          : [];
      return {
        subject: `Tender resumed: ${title}`,
        words: [`“${title}” goes on.`, `Reason: ${reason}`, ...end],
      };
    },
    "objection.to_decide": ({ title }) => ({
      subject: `An objection waits for a decision: ${title}`,
      words: [`Somebody objects to “${title}”. Until it is decided nothing is awarded.`],
    }),
    "objection.decided": ({ title, upheld, reason }) => ({
      subject: `Your objection is decided: ${title}`,
      words: [
        upheld
          ? `Your objection to “${title}” is upheld, and the purchase has ended.`
          : `Your objection to “${title}” is dismissed, and the purchase goes on.`,
        `Reason: ${reason}`,
      ],
    }),
    "challenge.to_handle": (about, format) => {
      const { title, what, until } = about;
      const told = {
        answer: "A challenge waits for an answer",
        decide: "An answered challenge waits for a decision",
        rule: "A complaint waits for a ruling",
      };
      return {
        subject: `${told[what]}: ${title}`,
        words: [
          `${told[what]}: “${title}”.`,
          ...(until ? [`Due: ${format.stamp(new Date(until))}`] : []),
        ],
      };
    },
    "challenge.outcome": (about) => {
      const { title, outcome, reason } = about;
      const told = {
        accepted: "Challenge accepted",
        rejected: "Challenge rejected",
        upheld: "Complaint upheld",
        dismissed: "Complaint dismissed",
      };
      return {
        subject: `${told[outcome]}: ${title}`,
        words: [`The challenge to “${title}” is decided: ${told[outcome]}.`, `Reason: ${reason}`],
      };
    },
    "contract.to_sign": (about) => {
      const { title, number } = about;
      return {
        subject: `A contract to sign: ${title}`,
        words: [
          `The contract “${title}” (${number}) has been drawn up and waits for your side's signature.`,
        ],
      };
    },
    "milestone.sent_back": (about) => {
      const { contract, name, reason } = about;
      return {
        subject: `Claim sent back: ${contract}`,
        words: [
          `Your claim for ${name} of “${contract}” was sent back. Please complete it and claim again.`,
          `Reason: ${reason}`,
        ],
      };
    },
    "milestone.accepted": (about, format) => {
      const { contract, name, pay } = about;
      return {
        subject: `Accepted: ${contract}`,
        words: [
          `${name} of “${contract}” has been accepted: ${format.money(pay)} is payable and waits for the office to pay.`,
        ],
      };
    },
    "milestone.paid": (about, format) => {
      const { contract, name, pay } = about;
      return {
        subject: `Paid: ${contract}`,
        words: [`${format.money(pay)} has been paid for ${name} of “${contract}”.`],
      };
    },
    "organization.verified": (about) => {
      return {
        subject: "Your organization is verified",
        words: [`${about.name} is verified and may now ask questions and bid.`],
      };
    },
    "organization.rejected": (about) => {
      return {
        subject: "Your organization was not verified",
        words: [
          `${about.name} was not verified. You may put it right and submit it again.`,
          `Reason: ${about.reason}`,
        ],
      };
    },
    "organization.suspended": (about) => {
      return {
        subject: "Your organization is suspended",
        words: [
          about.pausesServices
            ? "The platform has suspended your organization: for now it cannot bid, sign new contracts or publish offers, and its offers take no new bookings. Bookings that were made go on."
            : "The platform has suspended your organization: for now it cannot bid, sign new contracts or publish offers. Running services go on.",
          `Reason: ${about.reason}`,
        ],
      };
    },
    "organization.suspension_lifted": (about) => {
      return {
        subject: "Your organization is no longer suspended",
        words: [
          "The suspension of your organization is lifted. Please publish again the offers that were paused.",
          `What was said: ${about.reason}`,
        ],
      };
    },
    "document.rejected": (about) => {
      const document = certificates.kinds[about.kind];
      return {
        subject: `Not accepted: ${document}`,
        words: [
          `The platform has not accepted this document of yours: ${document}. Please upload it again.`,
          `Reason: ${about.reason}`,
        ],
      };
    },
    "certificate.expiring": (about, format) => {
      const { worker, kind, expiresOn } = about;
      const certificate = certificates.staff.kinds[kind];
      return {
        subject: `${certificate} of ${worker} expires soon`,
        words: [
          `${certificate} of ${worker}: valid until ${format.day(expiresOn)}. Please have it renewed in time and enter the new one.`,
        ],
      };
    },
    "document.expiring": (about, format) => {
      const document = certificates.kinds[about.kind];
      return {
        subject: `Expires soon: ${document}`,
        words: [
          `${document}: valid until ${format.day(about.expiresOn)}. Please renew it in time and upload the new one.`,
          "A grade no longer counts once it has expired, and is then shown publicly as expired.",
        ],
      };
    },
  },
  states: {
    waiting: "Waiting to be sent",
    sent: "Sent",
    kept: "Kept, not sent",
    given_up: "Could not be sent",
  },
  own: {
    title: "News by mail",
    lead: "Receipts, new tenders, results, contracts to sign, acceptance and payments are sent to this address. Without one nothing is missing: all of it is on the platform.",
    address: "E-mail address",
    addressHint: "Leave it empty to get no more mail.",
    language: "Language of your letters",
    languages: { zh: "中文", en: "English" },
    save: "Save",
    saved: "Saved.",
  },
  outbox: {
    title: "Outbox of the demo",
    lead: "The demo sends no mail: every letter stays here. Before the deadline the receipt of a bid is shown to the signed-in bidder alone.",
    empty: "No letters yet.",
    to: (name, address) => `To: ${name}, ${address}`,
    more: "Earlier letters",
  },
  platform: {
    title: "News that did not arrive",
    lead: "These letters failed too often, or were refused by the mailbox. Check the mail settings, or tell the people by telephone.",
    empty: "Everything was delivered.",
    to: "To",
    subject: "What",
    attempts: "Attempts",
    error: "The mail server said",
    again: "Send again",
    againOf: (subject) => `Send again: ${subject}`,
    untold: (events) =>
      `Besides, nobody could be told of ${events}; an engineer should look at the log.`,
  },
};
