import { OnDay } from "#app/components/facts.tsx";
import { EmptyState } from "#app/components/notice.tsx";
import { Section } from "#app/components/page.tsx";
import { DataTable } from "#app/components/table.tsx";
import type { Opening } from "#app/domain/services/offer-page.server.ts";
import { useFormat, useMessages } from "#app/i18n/messages.ts";

/** The days that can be booked: a line for each day of visits, or for each session. */
export function Openings({ openings }: { openings: readonly Opening[] }) {
  const { offer } = useMessages().services;
  const words = useOpeningWords();
  const rows = openings.flatMap((opening) =>
    words(opening).map((free, index) => ({
      key: `${opening.day}-${index}`,
      day: opening.day,
      free,
    })),
  );
  return (
    <Section title={offer.places} note={offer.placesNote}>
      <DataTable
        caption={offer.places}
        rows={rows}
        rowKey={({ key }) => key}
        columns={[
          { key: "day", label: offer.day, main: true, cell: ({ day }) => <OnDay day={day} long /> },
          { key: "free", label: offer.free, cell: ({ free }) => free },
        ]}
        empty={<EmptyState>{offer.noPlaces}</EmptyState>}
      />
    </Section>
  );
}

function useOpeningWords(): (opening: Opening) => string[] {
  const { services, format: between } = useMessages();
  const { time, count } = useFormat();
  const { offer } = services;
  return ({ starts, sessions }) => {
    const [first] = starts;
    const last = starts.at(-1);
    if (!first || !last) {
      return sessions.map(({ startsAt, endsAt, free }) => {
        const when = between.between(time(startsAt), time(endsAt));
        return free > 0 ? offer.session(when, count(free, "seat")) : offer.sessionFull(when);
      });
    }
    if (starts.length === 1) return [offer.oneStart(time(first))];
    return [offer.starts(count(starts.length, "start"), time(first), time(last))];
  };
}
