import { Card, CardList } from "#app/components/card.tsx";
import { Moment } from "#app/components/facts.tsx";
import { Section } from "#app/components/page.tsx";
import type { TermChange } from "#app/domain/tender-amendments/amendment.ts";
import { useFormat, useMessages } from "#app/i18n/messages.ts";
import { TermChanges } from "./term-changes.tsx";

type Amendment = {
  id: string;
  number: number | null;
  slip: boolean;
  changes: TermChange[];
  reason: string;
  decidedAt: Date | null;
};

/** How an open tender's file was changed, with what stood there before; nothing where it never was. */
export function AmendmentHistory({ amendments }: { amendments: Amendment[] }) {
  const { history: words } = useMessages().tenderAmendments;
  const format = useFormat();
  if (amendments.length === 0) return null;
  return (
    <Section title={words.title} note={words.note}>
      <CardList>
        {amendments.map(({ id, number, slip, changes, reason, decidedAt }) => {
          const counted = format.number(number ?? 0);
          return (
            <Card
              key={id}
              title={words.number(counted)}
              note={decidedAt && <Moment at={decidedAt} as="stamp" />}
            >
              {slip && <p>{words.slip}</p>}
              <p>{words.reason(reason)}</p>
              <TermChanges caption={words.caption(counted)} changes={changes} />
            </Card>
          );
        })}
      </CardList>
    </Section>
  );
}
