import { openData as zh } from "../zh/open-data.ts";

export const openData: typeof zh = {
  publisher: zh.publisher,
  title: "Open data",
  lead: "Every public purchase, from notice, opening and scores to contract and payment, as data that a machine can read. Anybody may download, check and reuse it without an account.",
  downloads: "Downloads",
  downloadsNote:
    "The files are worked out from the records while you download; no second copy is kept, and there is no limit to their length.",
  files: {
    recordLines: {
      label: "All records (JSON Lines)",
      note: "One purchase a line: every release from first to last, and the state they add up to.",
    },
    releaseLines: {
      label: "All releases (JSON Lines)",
      note: "One release a line, purchase by purchase.",
    },
    releases: {
      label: "Releases page by page (JSON)",
      note: "Fifty a page, the earliest first; links.next in the file is the next page. Come back after the last release you have, and none is missed.",
    },
    news: {
      label: "Notices and results (Atom)",
      note: "Follow them in a feed reader: new notices and results arrive by themselves.",
    },
  },
  stable: "Stable addresses",
  stableNote:
    "Addresses and ids never change. The id in the address of a notice may be used as well.",
  addresses: {
    what: "What",
    address: "Address",
    record: "The whole record of a purchase",
    releases: "All releases of a purchase",
    page: "The releases after a certain one",
  },
  what: "How to read it",
  rules: (ocid: string) => [
    `A purchase is one contracting process; its id looks like ${ocid}.`,
    "Each public thing that happens in it (notice, question, answer, deadline, opening, publicity, award, decision on a challenge, suspension and resumption, signature, change and end of the contract, acceptance, payment, failure, cancellation) is one release. Releases are derived from the event log, carry the event's id, and never change.",
    "Merged in their order, the releases of a purchase are its present state; the whole record holds it ready made.",
    "Nothing is there before the notice. Before the opening the data holds nothing of any bid, not even whether or how many there are; prices are public from the publicity of the result. Who asked a question is told after the deadline.",
    "No person stands in the data: no resident, and no name of an officer, a panel member or a contact.",
    "Amounts are in yuan with at most two decimals; times are Beijing time with their offset. Organizations are identified by their unified social credit code (CN-USCC). Every purchase is one lot.",
  ],
  tenders: "The notices, for people",
  contracts: "The contracts, for people",
  standard: "The standard",
  standardNote:
    "The Open Contracting Data Standard (OCDS) 1.1.5 with four extensions: bids, enquiries, lots and location.",
  standardName: "OCDS 1.1.5",
  standardAddress: "https://standard.open-contracting.org/1.1/en/",
  licence: "Licence",
  licenceNote: "Use it, pass it on, change it, earn money with it; only say where it comes from.",
  licenceName: "Creative Commons Attribution 4.0 International (CC BY 4.0)",
  feed: {
    found: "Jiefang: new tenders that a search finds",
    title: "Jiefang: notices and results",
    author: "Jiefang",
    entry: (title, what) => `${what}: ${title}`,
    summary: (office) => `Bought by ${office}`,
    what: {
      "draft.consulted": "Draft open for comment",
      "tender.published": "New notice",
      "tender.amended": "Tender amended",
      "tender.publicised": "Result publicised",
      "tender.awarded": "Awarded",
      "contract.activated": "Contract in force",
      "tender.failed": "Failed",
      "tender.cancelled": "Cancelled",
    },
  },
  data: zh.data,
};
