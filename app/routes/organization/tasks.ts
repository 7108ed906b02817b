import type { findOrganizationHome } from "#app/domain/organizations/duties.server.ts";
import { useFormat, useMessages } from "#app/i18n/messages.ts";
import { paths } from "#app/paths.ts";

type Home = Awaited<ReturnType<typeof findOrganizationHome>>;
type Duties = Omit<Home, "runningBids" | "contracts">;

/** What waits for the manager, most urgent first: tenders that close, contracts, money, answers, reviews. */
export function useTasks(duties: Duties) {
  const { tasks } = useMessages().organizations.home;
  const format = useFormat();
  const { organization: to } = paths;
  const { reviewsToAnswer: reviews } = duties;
  return [
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
