import { proofOf } from "#app/domain/organizations/document.ts";
import type { findOrganizationHome } from "#app/domain/organizations/duties.server.ts";
import type { OrganizationKind } from "#app/domain/organizations/organization.ts";
import type { Format } from "#app/i18n/format.ts";
import { type Messages, useFormat, useMessages } from "#app/i18n/messages.ts";
import { paths } from "#app/paths.ts";

type Home = Awaited<ReturnType<typeof findOrganizationHome>>;
type Duties = Omit<Home, "runningBids" | "contracts"> & {
  kind: OrganizationKind;
  uncertified: readonly { id: string; name: string }[];
};

/** What waits for the manager, most urgent first: bids, awards to answer, prices to explain, documents, tenders that close, contracts, money, answers, reviews. */
export function useTasks(duties: Duties) {
  const messages = useMessages();
  const { organizations, certificates } = messages;
  const { tasks } = organizations.home;
  const format = useFormat();
  const { organization: to } = paths;
  const { reviewsToAnswer: reviews } = duties;
  return [
    ...bidTasks(duties, messages),
    ...documentTasks(duties, certificates, format),
    ...duties.closingSoon.map(({ id, title, deadline }) => ({
      key: `closing-${id}`,
      to: to.tender(id),
      title: tasks.closing(title),
      until: deadline ?? undefined,
    })),
    ...duties.contractsToSign.map(({ id, title, number }) => ({
      key: `sign-${id}`,
      to: to.contract(id),
      title: tasks.sign(title),
      note: number,
    })),
    ...duties.milestonesDue.map(({ id, contract, name, dueOn, sentBackReason }) => ({
      key: `milestone-${id}`,
      to: to.milestone(id),
      title: (sentBackReason ? tasks.milestoneSentBack : tasks.milestone)(contract, name),
      note: sentBackReason ?? tasks.due(format.day(dueOn)),
    })),
    ...duties.answers.map(({ id, tenderId, title, text }) => ({
      key: `answer-${id}`,
      to: to.tender(tenderId),
      title: tasks.answered(title),
      note: text,
    })),
    ...(reviews > 0
      ? [
          {
            key: "reviews",
            to: to.reviews,
            title: tasks.reviews(format.count(reviews, "review")),
          },
        ]
      : []),
  ];
}

type Bidding = Pick<Duties, "bidsToConfirm" | "termsToAnswer" | "lowPriceQuestions">;

/** What she has to say of her bids: that they still stand, yes or no to an award, or how she came to her price. */
function bidTasks(
  { bidsToConfirm, termsToAnswer, lowPriceQuestions }: Bidding,
  { organizations, terms }: Messages,
) {
  const { organization: to } = paths;
  return [
    ...bidsToConfirm.map(({ id, title, deadline }) => ({
      key: `confirm-${id}`,
      to: to.confirmation(id),
      title: organizations.home.tasks.confirm(title),
      until: deadline ?? undefined,
    })),
    ...termsToAnswer.map(({ id, title }) => ({
      key: `terms-${id}`,
      to: to.terms(id),
      title: terms.task(title),
    })),
    ...lowPriceQuestions.map(({ id, title, until }) => ({
      key: `low-price-${id}`,
      to: to.lowBid(id),
      title: organizations.home.tasks.lowPrice(title),
      until: until ?? undefined,
    })),
  ];
}

type OwnPapers = Pick<Duties, "kind" | "documents" | "uncertified">;

function documentTasks(
  { kind, documents: { shown, wrong }, uncertified }: OwnPapers,
  { kinds, tasks, staff }: Messages["certificates"],
  format: Format,
) {
  const to = paths.organization.documents;
  const missing = { key: "registration", to: paths.organization.newDocument };
  return [
    ...(shown.includes(proofOf[kind]) ? [] : [{ ...missing, title: tasks.noProof[kind] }]),
    ...wrong.map(({ kind: of, state, expiry, expiresOn }) => {
      const problem = state === "rejected" ? "rejected" : expiry === "soon" ? "expires" : "expired";
      return {
        key: `document-${of}`,
        to,
        title: tasks[problem](kinds[of]),
        ...(expiresOn && { note: tasks.until(format.day(expiresOn)) }),
      };
    }),
    ...uncertified.map(({ id, name }) => ({
      key: `certificates-${id}`,
      to: paths.organization.certificates,
      title: staff.task(name),
    })),
  ];
}
