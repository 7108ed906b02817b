import { LinkButton } from "#app/components/button.tsx";
import { EmptyState } from "#app/components/notice.tsx";
import { Actions, LinkList, More } from "#app/components/page.tsx";
import type { Alternative } from "#app/domain/bookings/alternatives.server.ts";
import type { Mode } from "#app/domain/bookings/booking.ts";
import type { Time } from "#app/domain/bookings/choices.server.ts";
import { useFormat, useMessages } from "#app/i18n/messages.ts";
import { paths } from "#app/paths.ts";
import type { Day } from "#app/values/time.ts";

/** As an address carries it: a session's id, or a visit's start. */
export const chosenParams = ({
  startsAt,
  sessionId,
}: {
  startsAt: Date;
  sessionId: string | null;
}): { session: string } | { start: string } =>
  sessionId ? { session: sessionId } : { start: startsAt.toISOString() };

/** Two weeks, for somebody who works on most days. */
const DAYS_AT_ONCE = 12;

type DaysProps = {
  days: readonly { day: Day; free: number }[];
  mode: Mode;
  to: (day: Day) => string;
};

/** The days on which something is free, each a link to its times. */
export function DayChoice({ days, mode, to }: DaysProps) {
  const words = useMessages().bookings.day;
  const format = useFormat();
  const free = (count: number) =>
    mode === "seat"
      ? words.seats(format.count(count, "seat"))
      : words.starts(format.count(count, "start"));
  if (days.length === 0) {
    return (
      <EmptyState action={<LinkButton to={paths.services}>{words.services}</LinkButton>}>
        {words.none}
      </EmptyState>
    );
  }
  const links = days.map(({ day, free: count }) => ({
    to: to(day),
    label: format.dayLong(day),
    note: free(count),
  }));
  const later = links.slice(DAYS_AT_ONCE);
  return (
    <>
      <LinkList links={links.slice(0, DAYS_AT_ONCE)} />
      {later.length > 0 && (
        <More label={words.later}>
          <LinkList links={later} />
        </More>
      )}
    </>
  );
}

type TimesProps = {
  times: readonly Time[];
  to: (chosen: { session: string } | { start: string }) => string;
  otherDay: string;
};

/** The times of a day, each a link on; a full session is not offered. */
export function TimeChoice({ times, to, otherDay }: TimesProps) {
  const { time, periods } = useMessages().bookings;
  const format = useFormat();
  const free = times.filter(({ session }) => !session || session.free > 0);
  if (free.length === 0) {
    return (
      <EmptyState action={<LinkButton to={otherDay}>{time.otherDay}</LinkButton>}>
        {time.none}
      </EmptyState>
    );
  }
  return (
    <Actions>
      {free.map(({ startsAt, endsAt, session }) => (
        <LinkButton
          key={startsAt.toISOString()}
          to={to(chosenParams({ startsAt, sessionId: session?.id ?? null }))}
        >
          {session
            ? time.session(
                time.span(periods[session.period], format.time(startsAt), format.time(endsAt)),
                format.count(session.free, "seat"),
              )
            : time.span(null, format.time(startsAt), format.time(endsAt))}
        </LinkButton>
      ))}
    </Actions>
  );
}

type AlternativesProps = {
  alternatives: readonly Alternative[];
  to: (chosen: { session: string } | { start: string }) => string;
};

/** Up to three other times, instead of the one that is gone. */
export function Alternatives({ alternatives, to }: AlternativesProps) {
  const { check } = useMessages().bookings;
  const format = useFormat();
  if (alternatives.length === 0) return <p>{check.noAlternatives}</p>;
  const links = alternatives.map((alternative) => ({
    to: to(chosenParams(alternative)),
    label: format.instant(alternative.startsAt),
  }));
  return (
    <>
      <p>{check.alternatives}</p>
      <LinkList links={links} />
    </>
  );
}
