import { isoInShanghai } from "#app/values/time.ts";
import { awardsNow } from "./awards-now.ts";
import type { ContractingProcess } from "./contracting-process.ts";
import { fileAmendment } from "./file-amendments.ts";
import { contractStatusOf, tenderStatusOf } from "./mapping.ts";
import { officeReference, organizationReference, partiesOf } from "./parties.ts";
import type { Publisher } from "./publisher.ts";
import type { Bid, Contract, Document, Tender, Told } from "./release.ts";
import {
  acceptedMilestone,
  amendmentOf,
  judgedBid,
  milestonesOf,
  openedBid,
  outOf,
  paymentOf,
  signedContract,
} from "./result-part.ts";
import { beginStory, meet, type Story } from "./story.ts";
import { complaintOf } from "./tell-challenge.ts";
import {
  announcedTender,
  answeredEnquiry,
  askedEnquiry,
  ceilingOf,
  pageAs,
  triedAgain,
} from "./tender-part.ts";

/** What the rows say now, whatever the log tells of the way there: the record compiled from the releases must say the same. */
export function currentState(process: ContractingProcess, publisher: Publisher): Told {
  const { project } = process;
  const story = beginStory(process, publisher);
  const bids = bidsNow(story);
  const awards = awardsNow(story);
  const contracts = contractsNow(story);
  const tender = tenderNow(story);
  return {
    language: "zh",
    buyer: officeReference(process),
    planning: {
      rationale: project.need,
      budget: { projectID: project.number, amount: ceilingOf(process) },
    },
    tender,
    ...triedAgain(process, publisher),
    ...(bids.length > 0 && { bids: { details: bids } }),
    ...(awards.length > 0 && { awards }),
    ...(contracts.length > 0 && { contracts }),
    parties: partiesOf(process, story.roles),
  };
}

function tenderNow(story: Story): Tender {
  const { process, publisher } = story;
  const { tender, bids, questions } = process;
  const status = tenderStatusOf[tender.status];
  const announced = announcedTender(process, publisher, { status, deadline: tender.deadline });
  const enquiriesUntil = tender.firstDeadline ?? tender.deadline;
  const ended = tender.endedAt && tender.endedAt < enquiriesUntil;
  const over = (tender.status !== "open" || tender.firstDeadline !== null) && !ended;
  const enquiries = questions.map((question) => ({
    ...askedEnquiry(question),
    ...answeredEnquiry(question),
    ...(over && { author: organizationReference(process, question.organizationId) }),
  }));
  if (over) for (const { organizationId } of questions) meet(story, organizationId, "enquirer");
  const until = process.events.reduce<string | null>(
    (last, event) => ("until" in event && event.until) || last,
    null,
  );
  return {
    ...announced,
    documents: [...(announced.documents ?? []), ...laterDocuments(process, publisher)],
    ...(process.fileAmendments.length > 0 && {
      amendments: process.fileAmendments.map((each) => fileAmendment(each, publisher)),
    }),
    ...(enquiries.length > 0 && { hasEnquiries: true, enquiries }),
    ...(tender.openedAt && {
      numberOfTenderers: bids.length,
      tenderers: bids.map(({ organizationId }) => organizationReference(process, organizationId)),
    }),
    ...(until && {
      awardPeriod: {
        startDate: isoInShanghai(tender.deadline),
        endDate: isoInShanghai(tender.standstillEndsAt ?? new Date(until)),
      },
    }),
  };
}

function laterDocuments(process: ContractingProcess, publisher: Publisher): Document[] {
  const { tender, events } = process;
  const { documents } = publisher.words;
  const { id, openedAt, endedAt, endedReason, status } = tender;
  const receipts = { title: documents.receipts, url: publisher.receipts(id) };
  const how = status === "failed" || status === "cancelled" ? status : undefined;
  const why = endedReason ?? "";
  const judgements = events.filter(
    (event) => event.name === "challenge.decided" || event.name === "challenge.ruled",
  );
  const complaints = (opened: boolean) =>
    [...new Set(judgements.map(({ challengeId }) => challengeId))].flatMap((id) => {
      const own = judgements.filter(({ challengeId }) => challengeId === id);
      const [first, last] = [own[0], own.at(-1)];
      const later = first && openedAt !== null && first.at >= openedAt;
      return last && later === opened ? [complaintOf(process, publisher, last)] : [];
    });
  return [
    ...complaints(false),
    ...(openedAt ? [pageAs("bidders", receipts, openedAt)] : []),
    ...complaints(true),
    ...(how && endedAt
      ? [
          pageAs(
            "cancellationDetails",
            { title: documents[how], url: publisher.tender(id), description: why },
            endedAt,
          ),
        ]
      : []),
  ];
}

function bidsNow(story: Story): Bid[] {
  const { process } = story;
  const { openedAt, publicisedAt } = process.tender;
  if (!openedAt) return [];
  const published = process.events.some(({ name }) => name === "tender.publicised");
  const told = published && process.events.findLast(({ name }) => name === "tender.reopened");
  return process.bids.map((bid) => {
    meet(story, bid.organizationId, "tenderer");
    const out = publicisedAt ? isOut(bid) : told ? outOf(process, told.at).has(bid.id) : undefined;
    const judged = out === undefined ? undefined : judgedBid(bid, out);
    return { ...openedBid(process, bid), ...judged };
  });
}

const isOut = ({ state }: ContractingProcess["bids"][number]) =>
  state === "disqualified" || state === "unopenable";

function contractsNow(story: Story): Contract[] {
  const { process, publisher } = story;
  return process.contracts.flatMap((contract) => {
    const { activatedAt: at, value, endsOn } = contract;
    if (!at) return [];
    const status = contractStatusOf[contract.status];
    const amendments = process.amendments.flatMap((amendment) => {
      const signed = process.events.find(
        (event) => event.name === "contract.amended" && event.amendmentId === amendment.id,
      );
      return amendment.contractId === contract.id && signed
        ? [amendmentOf(amendment, signed.at)]
        : [];
    });
    const implementation = implementationNow(story, contract);
    return [
      {
        ...signedContract(publisher, contract, { value, at, endsOn, status }),
        ...(amendments.length > 0 && { amendments }),
        ...(Object.keys(implementation).length > 0 && { implementation }),
      },
    ];
  });
}

function implementationNow(story: Story, contract: ContractingProcess["contracts"][number]) {
  const { process } = story;
  const own = milestonesOf(process, contract.id);
  const milestones = own.flatMap((milestone) =>
    milestone.pay !== null && milestone.acceptedAt
      ? [acceptedMilestone(milestone, milestone.pay, milestone.acceptedAt)]
      : [],
  );
  const transactions = own.flatMap((milestone) => {
    const { pay, paidAt } = milestone;
    if (pay === null || !paidAt) return [];
    meet(story, contract.organizationId, "payee");
    return [paymentOf(process, milestone, contract, { pay, at: paidAt })];
  });
  return {
    ...(milestones.length > 0 && { milestones }),
    ...(transactions.length > 0 && { transactions }),
  };
}
