import { Timeline } from "#app/components/timeline.tsx";
import { useMessages } from "#app/i18n/messages.ts";

type Life = {
  createdAt?: Date;
  publishedAt: Date | null;
  deadline: Date | null;
  /** Of the first offers, where final ones were called for. */
  firstDeadline?: Date | null;
  firstOpenedAt?: Date | null;
  calledAt?: Date | null;
  openedAt: Date | null;
  reportSignedAt: Date | null;
  publicisedAt: Date | null;
  standstillEndsAt: Date | null;
  awardedAt: Date | null;
  endedAt: Date | null;
  endedReason: string | null;
  status: string;
};

/** What happened to a tender and what its dates are, in their order. */
export function TenderTimeline(life: Life) {
  const words = useMessages().office.life;
  const ended = life.status === "cancelled" ? words.endedAs.cancelled : words.endedAs.failed;
  const { endedAt, standstillEndsAt } = life;
  const cutShort = endedAt && standstillEndsAt && endedAt < standstillEndsAt;
  const moments = [
    { what: words.drafted, at: life.createdAt },
    { what: words.published, at: life.publishedAt },
    { what: words.firstDeadline, at: life.firstDeadline },
    { what: words.firstOpened, at: life.firstOpenedAt },
    { what: words.called, at: life.calledAt && life.firstDeadline && life.calledAt },
    {
      what: words.deadline,
      at: life.publishedAt && life.deadline,
      ahead: life.status === "open",
    },
    { what: words.opened, at: life.openedAt },
    { what: words.reported, at: life.reportSignedAt },
    { what: words.publicised, at: life.publicisedAt },
    {
      what: words.standstillEnds,
      at: cutShort ? null : life.standstillEndsAt,
      ahead: life.status === "publicised",
    },
    { what: words.awarded, at: life.awardedAt },
    { what: ended, at: life.endedAt, detail: life.endedReason },
  ];
  const items = moments.flatMap(({ at, ...moment }) =>
    at ? [{ key: moment.what, at, ...moment }] : [],
  );
  return <Timeline items={items.sort((a, b) => a.at.getTime() - b.at.getTime())} />;
}
