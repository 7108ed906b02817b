import type { Fen } from "#app/values/money.ts";
import { type Day, isoInShanghai } from "#app/values/time.ts";
import type { Code } from "./code-lists.ts";
import type { ContractingProcess } from "./contracting-process.ts";
import { milestoneStatusOf } from "./mapping.ts";
import { officeReference, organizationReference } from "./parties.ts";
import { daysFrom, endOf, inYuan, type Publisher } from "./publisher.ts";
import type { Award, Bid, Contract, Milestone, Transaction } from "./release.ts";
import { LOT, pageAs } from "./tender-part.ts";

type OpenedBid = ContractingProcess["bids"][number];
type Signed = ContractingProcess["contracts"][number];
type Due = ContractingProcess["milestones"][number];

/** A bid as the opening tells it: who, and when it came. */
export const openedBid = (process: ContractingProcess, bid: OpenedBid): Bid => ({
  id: bid.id,
  date: isoInShanghai(bid.submittedAt),
  status: "pending",
  tenderers: [organizationReference(process, bid.organizationId)],
  relatedLots: [LOT],
});

/** What the publicity adds: the price, and whether the bid was valid. */
export const judgedBid = ({ id, price }: OpenedBid, dropped: boolean): Bid => ({
  id,
  status: dropped ? "disqualified" : "valid",
  ...(price !== null && { value: inYuan(price) }),
});

/** Which bids had dropped out by then; one that an accepted challenge brought back is in the running again. */
export function outOf({ dropped, events }: ContractingProcess, by: Date): Set<string> {
  const back = events
    .filter((event) => event.name === "tender.reopened")
    .filter(({ at }) => at <= by);
  const still = ({ bidId, at }: ContractingProcess["dropped"][number]) =>
    at <= by &&
    !back.some((event) => event.at >= at && event.readmitted.some((id) => id === bidId));
  return new Set(dropped.filter(still).map(({ bidId }) => bidId));
}

/** The award to a bid from the day it is publicised; it is in force once the standstill is over. */
export function awardTo(
  process: ContractingProcess,
  publisher: Publisher,
  { bid, status, at }: { bid: OpenedBid; status: Code<"awardStatus">; at: Date },
): Award {
  const { title, id, winnerCap } = process.tender;
  const value = winnerCap ?? bid.price;
  const scores = { title: publisher.words.documents.scores, url: publisher.scores(id) };
  return {
    id: bid.id,
    title,
    status,
    ...(value !== null && { value: inYuan(value) }),
    suppliers: [organizationReference(process, bid.organizationId)],
    relatedLots: [LOT],
    relatedBids: [bid.id],
    documents: [pageAs("evaluationReports", scores, at)],
  };
}

type Terms = { value: Fen; at: Date; endsOn: Day; status: Code<"contractStatus"> };

/** A contract from the day both sides have signed it, as it was then or is now. */
export function signedContract(
  publisher: Publisher,
  contract: Signed,
  { value, at, endsOn, status }: Terms,
): Contract {
  const { id, bidId, title, startsOn } = contract;
  const page = { title: publisher.words.documents.contract, url: publisher.contract(id) };
  return {
    id,
    awardID: bidId,
    title,
    status,
    period: daysFrom(startsOn, endsOn),
    value: inYuan(value),
    dateSigned: isoInShanghai(at),
    documents: [pageAs("contractSigned", page, at)],
  };
}

export const milestonesOf = ({ milestones }: ContractingProcess, id: string) =>
  milestones.filter(({ contractId }) => contractId === id);

/**
 * A milestone that the office accepted, at so much pay of what it could have paid. Before, an amendment of the contract
 * may still change it, so it is told of when it stands for good.
 */
export const acceptedMilestone = (
  { id, name, dueOn, cap, carried }: Due,
  pay: Fen,
  at: Date,
): Milestone => ({
  id,
  title: name,
  type: "payment",
  dueDate: endOf(dueOn),
  status: milestoneStatusOf(pay, cap + carried),
  dateMet: isoInShanghai(at),
  dateModified: isoInShanghai(at),
});

export const paymentOf = (
  process: ContractingProcess,
  { id }: Due,
  { organizationId }: Signed,
  { pay, at }: { pay: Fen; at: Date },
): Transaction => ({
  id,
  date: isoInShanghai(at),
  value: inYuan(pay),
  payer: officeReference(process),
  payee: organizationReference(process, organizationId),
});

/** A change of a contract, with why. */
export const amendmentOf = ({ id, text }: ContractingProcess["amendments"][number], at: Date) => ({
  id,
  date: isoInShanghai(at),
  rationale: text,
});
