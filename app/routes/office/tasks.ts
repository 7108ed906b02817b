import { isOpen } from "#app/domain/challenges/challenge.ts";
import type { findDesk } from "#app/domain/offices/desk.server.ts";
import { useFormat, useMessages } from "#app/i18n/messages.ts";
import { paths } from "#app/paths.ts";
import { challengeAddress } from "./challenges/challenge-address.ts";
import { dutyAddress } from "./tenders/duty-address.ts";
import { dutyLabel } from "./tenders/duty-label.ts";

type Desk = Awaited<ReturnType<typeof findDesk>>;

/** Everything at an office that waits for the reader, each with the page where it is done. */
export function useTasks({ tenders, drafts, milestones, disputes, yearEnds, challenges }: Desk) {
  const { count } = useFormat();
  const { office, fund } = useMessages();
  const { home } = office;
  const ofTenders = tenders.flatMap((tender) => {
    if (!("duty" in tender.step)) return [];
    const { duty } = tender.step;
    const until =
      tender.status === "in_review" || tender.status === "open" ? tender.deadline : null;
    return [
      {
        key: tender.id,
        to: dutyAddress(duty, tender),
        title: tender.title,
        note: dutyLabel(duty, tender.method, office),
        until: until ?? undefined,
      },
    ];
  });
  const ofMilestones = milestones.map(({ id, name, contract, state }) => ({
    key: id,
    to: paths.office.milestone(id),
    title:
      state === "claimed"
        ? home.milestoneClaimed(contract, name)
        : home.milestoneToPay(contract, name),
  }));
  const ofDisputes =
    disputes > 0 ? [{ key: "disputes", to: paths.office.disputes, title: home.dispute }] : [];
  const ofDrafts =
    drafts > 0
      ? [{ key: "drafts", to: paths.office.drafts, title: home.drafts(count(drafts, "project")) }]
      : [];
  const ofYearEnds = yearEnds.map(({ fundId, year, name }) => ({
    key: fundId,
    to: paths.office.yearEndDecision(fundId),
    title: fund.yearEnd.task(fund.named(String(year), name)),
  }));
  return [
    ...ofDisputes,
    ...useChallengeTasks(challenges),
    ...ofTenders,
    ...ofMilestones,
    ...ofYearEnds,
    ...ofDrafts,
  ];
}

/** Challenges that wait for the reader's answer, decision or ruling. */
function useChallengeTasks(challenges: Desk["challenges"]) {
  const { tasks } = useMessages().challenges.office;
  return challenges.flatMap(({ id, title, state, due }) =>
    isOpen(state)
      ? [
          {
            key: id,
            to: challengeAddress(id, state),
            title: tasks[state](title),
            until: due ?? undefined,
          },
        ]
      : [],
  );
}
