import { Section } from "#app/components/page.tsx";
import { DataTable } from "#app/components/table.tsx";
import type { Provider } from "#app/domain/bookings/provider.ts";
import { useMessages } from "#app/i18n/messages.ts";
import { NextFree } from "./next-free.tsx";
import { OfferPrice } from "./offer-price.tsx";
import { OfferRating } from "./offer-rating.tsx";

type ProvidersProps = {
  providers: readonly Provider[];
  /** Where another one is looked at, or booked. */
  to: (offerId: string) => string;
};

/** The organizations among which a resident chooses, side by side; nothing where there is no choice. */
export function Providers({ providers, to }: ProvidersProps) {
  const { several, services } = useMessages();
  const { providers: words } = several;
  if (providers.length === 0) return null;
  return (
    <Section title={words.title} note={words.note}>
      <DataTable
        caption={words.title}
        rows={providers}
        rowKey={({ id }) => id}
        columns={[
          {
            key: "organization",
            label: words.organization,
            main: true,
            cell: (row) => <Name row={row} to={to} />,
          },
          {
            key: "price",
            label: services.catalogue.priceLabel,
            cell: (row) => <OfferPrice {...row} />,
          },
          { key: "next", label: services.catalogue.next, cell: (row) => <NextFree {...row} /> },
          {
            key: "rating",
            label: services.catalogue.rating,
            cell: (row) => <OfferRating {...row.ratings} />,
          },
        ]}
        empty={null}
      />
    </Section>
  );
}

function Name({ row, to }: { row: Provider; to: ProvidersProps["to"] }) {
  const { providers: words } = useMessages().several;
  const { id, title, own, organization } = row;
  return (
    <>
      {own ? organization.name : <a href={to(id)}>{organization.name}</a>}
      <span className="note">{own ? words.own : title}</span>
    </>
  );
}
