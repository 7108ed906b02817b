import { Money } from "#app/components/facts.tsx";
import { Section } from "#app/components/page.tsx";
import { DataTable } from "#app/components/table.tsx";
import type { Market } from "#app/domain/tenders/market.server.ts";
import { useFormat, useMessages } from "#app/i18n/messages.ts";
import { paths } from "#app/paths.ts";
import { type Fen, fen } from "#app/values/money.ts";

/** The like purchases that, with this one, reach the value that must be bought openly. */
export function Alike({ market, own }: { market: Market; own: Fen | null }) {
  const { alike: words, names } = useMessages().methods;
  const { money } = useFormat();
  const { alike, limit } = market;
  const total = fen(alike.reduce((sum, { ceiling }) => sum + ceiling, Number(own ?? 0)));
  return (
    <Section title={words.title} note={words.note(money(limit ?? total))}>
      <DataTable
        caption={words.title}
        columns={[
          {
            key: "title",
            label: words.title,
            main: true,
            cell: ({ tenderId, title }) => <a href={paths.office.tender(tenderId)}>{title}</a>,
          },
          { key: "method", label: words.method, cell: ({ method }) => names[method] },
          {
            key: "ceiling",
            label: words.ceiling,
            align: "end",
            cell: ({ ceiling }) => <Money fen={ceiling} />,
          },
        ]}
        rows={alike}
        rowKey={({ tenderId }) => tenderId}
        empty={null}
      />
      <p>
        {words.total} <Money fen={total} />
      </p>
    </Section>
  );
}
