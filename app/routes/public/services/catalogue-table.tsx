import { EmptyState } from "#app/components/notice.tsx";
import { NextFree } from "#app/components/services/next-free.tsx";
import { OfferPrice } from "#app/components/services/offer-price.tsx";
import { OfferRating } from "#app/components/services/offer-rating.tsx";
import { DataTable } from "#app/components/table.tsx";
import type { CatalogueRow } from "#app/domain/services/catalogue.server.ts";
import { useFormat, useMessages } from "#app/i18n/messages.ts";
import { paths } from "#app/paths.ts";

type CatalogueTableProps = {
  rows: readonly CatalogueRow[];
  severalOffices: boolean;
};

/** The services found, with the reader's price, the next free place and the rating. */
export function CatalogueTable({ rows, severalOffices }: CatalogueTableProps) {
  const { catalogue } = useMessages().services;
  return (
    <DataTable
      caption={catalogue.title}
      rows={rows}
      rowKey={({ id }) => id}
      columns={[
        { key: "service", label: catalogue.service, main: true, cell: (row) => <Name row={row} /> },
        {
          key: "organization",
          label: catalogue.organization,
          cell: (row) => <By row={row} office={severalOffices} />,
        },
        { key: "price", label: catalogue.priceLabel, cell: (row) => <OfferPrice {...row} /> },
        { key: "next", label: catalogue.next, cell: (row) => <NextFree {...row} /> },
        { key: "rating", label: catalogue.rating, cell: (row) => <OfferRating {...row.ratings} /> },
      ]}
      empty={<EmptyState>{catalogue.empty}</EmptyState>}
    />
  );
}

function Name({ row }: { row: CatalogueRow }) {
  const { catalogue, modes } = useMessages().services;
  const { minutes } = useFormat();
  return (
    <>
      <a href={paths.offer(row.id)}>{row.title}</a>
      <span className="note">
        {catalogue.length(modes[row.mode], minutes(row.durationMinutes))}
      </span>
    </>
  );
}

function By({ row, office }: { row: CatalogueRow; office: boolean }) {
  return (
    <>
      {row.organization}
      {office && <span className="note">{row.office}</span>}
    </>
  );
}
