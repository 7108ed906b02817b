import type { Fen } from "#app/values/money.ts";
import { isoInShanghai } from "#app/values/time.ts";
import { isFinalRound } from "../tenders/method.ts";
import { namedBids } from "../tenders/recommended.ts";
import type { Code } from "./code-lists.ts";
import type { ContractingProcess, PublicEvent } from "./contracting-process.ts";
import { asOf, fileAmendment } from "./file-amendments.ts";
import { awardStatusOf, tenderStatusOf } from "./mapping.ts";
import { officeReference, organizationReference } from "./parties.ts";
import { inYuan } from "./publisher.ts";
import type { Award, Enquiry, Told } from "./release.ts";
import { awardTo, judgedBid, openedBid, outOf } from "./result-part.ts";
import { meet, type Story } from "./story.ts";
import {
  announcedTender,
  answeredEnquiry,
  askedEnquiry,
  pageAs,
  periodOf,
  triedAgain,
  withStatus,
} from "./tender-part.ts";

/** What an event tells, and as what kind of news. */
export type Telling = Told & { tag: Code<"releaseTag">[] };
export type Named<Name extends PublicEvent["name"]> = Extract<PublicEvent, { name: Name }>;

export function published(story: Story, event: Named<"tender.published">): Telling {
  const { publisher } = story;
  const process = asOf(story.process, event.at);
  story.deadline = new Date(event.deadline);
  return {
    tag: ["planning", "tender"],
    ...triedAgain(process, publisher),
    language: "zh",
    buyer: officeReference(process),
    planning: plannedFor(process, event.ceiling),
    tender: announcedTender(process, publisher, {
      status: tenderStatusOf.open,
      deadline: story.deadline,
    }),
  };
}

const plannedFor = ({ project }: ContractingProcess, ceiling: Fen) => ({
  rationale: project.need,
  budget: { projectID: project.number, amount: inYuan(ceiling) },
});

/** The file as it now is, whole, with what was changed and why. */
export function amendedFile(story: Story, event: Named<"tender.amended">): Telling {
  const { publisher } = story;
  const process = asOf(story.process, event.at);
  const amendment = process.fileAmendments.find(({ id }) => id === event.amendmentId);
  if (!amendment) throw new Error(`there is no amendment ${event.amendmentId}`);
  story.deadline = new Date(event.deadline);
  const status = tenderStatusOf.open;
  return {
    tag: ["planningUpdate", "tenderAmendment"],
    planning: plannedFor(process, event.ceiling),
    tender: {
      ...announcedTender(process, publisher, { status, deadline: story.deadline }),
      amendments: [fileAmendment(amendment, publisher)],
    },
  };
}

/** Before the deadline without who asks; one about the result with it. */
export function asked(story: Story, event: Named<"question.asked">): Telling {
  const { process, askersTold } = story;
  const own = process.questions.filter(({ id }) => id === event.questionId);
  const enquiries = own.map((question) => ({
    ...askedEnquiry(question),
    ...(askersTold && authorOf(story, question)),
  }));
  return {
    tag: ["tenderUpdate"],
    tender: { id: process.tender.id, hasEnquiries: true, enquiries },
  };
}

export const answered = ({ process }: Story, event: Named<"question.answered">): Telling => ({
  tag: ["tenderUpdate"],
  tender: {
    id: process.tender.id,
    enquiries: process.questions.filter(({ id }) => id === event.questionId).map(answeredEnquiry),
  },
});

export const closed = ({ process }: Story): Telling => ({
  tag: ["tenderUpdate"],
  tender: withStatus(process, tenderStatusOf.closed),
});

/** Who asked, told once the deadline is over. */
export function askers(story: Story, at: Date): Enquiry[] {
  return story.process.questions
    .filter(({ askedAt }) => askedAt < at)
    .map((question) => ({ id: question.id, ...authorOf(story, question) }));
}

function authorOf(story: Story, { organizationId }: ContractingProcess["questions"][number]) {
  meet(story, organizationId, "enquirer");
  return { author: organizationReference(story.process, organizationId) };
}

/** Who talked is not told before the offers that count are opened: only until when these are taken. */
export function finalOffersCalled(
  story: Story,
  event: Named<"tender.final_offers_called">,
): Telling {
  const { process } = story;
  story.deadline = new Date(event.deadline);
  return {
    tag: ["tenderUpdate"],
    tender: {
      ...withStatus(process, tenderStatusOf.open),
      tenderPeriod: periodOf(process, story.deadline),
    },
  };
}

/** Before its opening nothing is told of a bid, not even that there is one; offers that are still talked over stay untold. */
export function opened(story: Story, event: Named<"opening.done">): Telling {
  const { process, publisher } = story;
  const { method } = process.tender;
  if (!isFinalRound({ method, round: event.round ?? 1 })) {
    return { tag: ["tenderUpdate"], tender: withStatus(process, tenderStatusOf.evaluating) };
  }
  const bids = process.bids.filter(({ id }) => id in event.digests);
  for (const { organizationId } of bids) meet(story, organizationId, "tenderer");
  const { title, url } = {
    title: publisher.words.documents.receipts,
    url: publisher.receipts(process.tender.id),
  };
  return {
    tag: ["tenderUpdate"],
    tender: {
      ...withStatus(process, tenderStatusOf.evaluating),
      numberOfTenderers: bids.length,
      tenderers: bids.map(({ organizationId }) => organizationReference(process, organizationId)),
      documents: [pageAs("bidders", { title, url }, event.at)],
    },
    bids: { details: bids.map((bid) => openedBid(process, bid)) },
  };
}

/** Prices and the intended awards; an award publicised before for another bid falls. */
export function publicised(story: Story, event: Named<"tender.publicised">): Telling {
  const { process, publisher } = story;
  const out = outOf(process, event.at);
  const winners = namedBids(event);
  const fallen: Award[] = [...story.awards]
    .filter(([bidId]) => !winners.some((id) => id === bidId))
    .map(([id]) => ({ id, status: "cancelled" }));
  const status = awardStatusOf.publicised;
  const named = winners.flatMap((id) => process.bids.find((bid) => bid.id === id) ?? []);
  for (const { id } of fallen) story.awards.set(id, "cancelled");
  for (const bidId of winners) story.awards.set(bidId, status);
  for (const { organizationId } of named) meet(story, organizationId, "supplier");
  return {
    tag: fallen.length > 0 ? ["awardUpdate", "awardCancellation"] : ["award"],
    tender: {
      ...withStatus(process, tenderStatusOf.publicised),
      awardPeriod: {
        startDate: isoInShanghai(story.deadline),
        endDate: isoInShanghai(new Date(event.until)),
      },
    },
    bids: { details: process.bids.map((each) => judgedBid(each, out.has(each.id))) },
    awards: [
      ...fallen,
      ...named.map((bid) => awardTo(process, publisher, { bid, status, at: event.at })),
    ],
  };
}

export function awarded(story: Story, event: Named<"tender.awarded">): Telling {
  const { at } = event;
  const status = awardStatusOf.awarded;
  const winners = namedBids(event);
  for (const bidId of winners) {
    story.awards.set(bidId, status);
    if (!story.drawnUpAt.has(bidId)) story.drawnUpAt.set(bidId, at);
  }
  return {
    tag: ["awardUpdate"],
    tender: withStatus(story.process, tenderStatusOf.awarded),
    awards: winners.map((id) => ({ id, status, date: isoInShanghai(at) })),
  };
}

/** The award falls; whether another takes its place is told next, if so. */
export function passedOver(story: Story, { bidId }: Named<"tender.winner_passed_over">): Telling {
  story.awards.set(bidId, "cancelled");
  story.drawnUpAt.delete(bidId);
  return { tag: ["awardCancellation"], awards: [{ id: bidId, status: "cancelled" }] };
}

/** Failed or cancelled, with the reason that was published. */
export function ended(
  story: Story,
  event: Named<"tender.failed" | "tender.cancelled">,
  how: "failed" | "cancelled",
): Telling {
  const { process, publisher } = story;
  const { id } = process.tender;
  const page = { title: publisher.words.documents[how], url: publisher.tender(id) };
  const falling = [...story.awards].filter(([, status]) => status !== "cancelled");
  for (const [bidId] of falling) story.awards.set(bidId, "cancelled");
  return {
    tag: falling.length > 0 ? ["tenderCancellation", "awardCancellation"] : ["tenderCancellation"],
    tender: {
      ...withStatus(process, tenderStatusOf[how]),
      documents: [pageAs("cancellationDetails", { ...page, description: event.reason }, event.at)],
    },
    ...(falling.length > 0 && {
      awards: falling.map(([bidId]): Award => ({ id: bidId, status: awardStatusOf[how] })),
    }),
  };
}
