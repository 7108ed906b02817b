import { Money } from "#app/components/facts.tsx";
import { Section } from "#app/components/page.tsx";
import { useSituationWords } from "#app/components/services/situation-words.ts";
import { DataTable } from "#app/components/table.tsx";
import type { OfferPage } from "#app/domain/services/offer-page.server.ts";
import { situationKey } from "#app/domain/services/situation.ts";
import { useFormat, useMessages } from "#app/i18n/messages.ts";

/** What the street pays and what the resident pays, for each situation. */
export function Prices({ prices, programme }: Pick<OfferPage, "prices" | "programme">) {
  const { offer } = useMessages().services;
  const { money } = useFormat();
  const words = useSituationWords();
  return (
    <Section
      title={offer.prices}
      note={
        programme ? offer.pricesNote(programme.name, programme.registeredOnly) : offer.pricesWhole
      }
    >
      <DataTable
        caption={offer.prices}
        rows={prices}
        rowKey={({ situation }) => (situation ? situationKey(situation) : "")}
        columns={[
          { key: "who", label: offer.who, main: true, cell: ({ situation }) => words(situation) },
          {
            key: "price",
            label: offer.price,
            align: "end",
            cell: ({ split }) => <Money fen={split.price} />,
          },
          {
            key: "fund",
            label: offer.fundPays,
            align: "end",
            cell: ({ split }) => <Money fen={split.fundShare} />,
          },
          {
            key: "you",
            label: offer.youPay,
            align: "end",
            cell: ({ split }) => (
              <strong>
                <Money fen={split.residentShare} />
              </strong>
            ),
          },
        ]}
        empty={null}
      />
      {programme && (
        <p className="note">
          {offer.cap(money(programme.capPerVisit), money(programme.monthlyQuota))}
        </p>
      )}
    </Section>
  );
}
