import { OnDay } from "#app/components/facts.tsx";
import { EmptyState } from "#app/components/notice.tsx";
import { Section } from "#app/components/page.tsx";
import { DataTable } from "#app/components/table.tsx";
import type { Opening } from "#app/domain/services/offer-page.server.ts";
import { useFormat, useMessages } from "#app/i18n/messages.ts";

/** The days that can be booked, each with its free times or its sessions. */
export function Openings({ openings }: { openings: readonly Opening[] }) {
  const { offer } = useMessages().services;
  const words = useOpeningWords();
  return (
    <Section title={offer.places} note={offer.placesNote}>
      <DataTable
        caption={offer.places}
        rows={openings}
        rowKey={({ day }) => day}
        columns={[
          { key: "day", label: offer.day, main: true, cell: ({ day }) => <OnDay day={day} long /> },
          { key: "free", label: offer.free, cell: words },
        ]}
        empty={<EmptyState>{offer.noPlaces}</EmptyState>}
      />
    </Section>
  );
}

function useOpeningWords(): (opening: Opening) => string {
  const { services, format: words } = useMessages();
  const { time, count } = useFormat();
  const { offer } = services;
  const ofSession = ({ startsAt, endsAt, free }: Opening["sessions"][number]) => {
    const when = words.between(time(startsAt), time(endsAt));
    return free > 0 ? offer.session(when, count(free, "seat")) : offer.sessionFull(when);
  };
  return ({ starts, sessions }) => {
    const [first] = starts;
    const last = starts.at(-1);
    if (!first || !last) return offer.joinSessions(sessions.map(ofSession));
    if (starts.length === 1) return offer.oneStart(time(first));
    return offer.starts(count(starts.length, "start"), time(first), time(last));
  };
}
