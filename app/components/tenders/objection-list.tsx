import { LinkButton } from "#app/components/button.tsx";
import { Card, CardList } from "#app/components/card.tsx";
import { Moment } from "#app/components/facts.tsx";
import { Prose, Section } from "#app/components/page.tsx";
import { StatusTag } from "#app/components/status-tag.tsx";
import { methodSettings } from "#app/domain/tenders/method.ts";
import type { Method, TenderStatus } from "#app/domain/tenders/tender.ts";
import { useMessages } from "#app/i18n/messages.ts";
import { paths } from "#app/paths.ts";

type Props = {
  tender: { id: string; method: Method; status: TenderStatus; publicisedAt: Date | null };
  objections: {
    id: string;
    from: "organization" | "resident";
    text: string;
    writtenAt: Date;
    upheld: boolean | null;
    reason: string | null;
  }[];
};

/** What was objected to a result, and decided on it; never by whom. Nothing where the method takes no objections. */
export function ObjectionList({ tender, objections }: Props) {
  const { list: words, decisionOf } = useMessages().objections;
  const { id: tenderId, method, status, publicisedAt } = tender;
  if (!methodSettings[method].objections || !publicisedAt) return null;
  return (
    <Section title={words.title} note={words.note}>
      {objections.length === 0 && <p>{words.empty}</p>}
      <CardList>
        {objections.map(({ id, from, text, writtenAt, upheld, reason }) => (
          <Card
            key={id}
            title={words.from[from]}
            status={
              <StatusTag kind={upheld === null ? "waiting" : "done"}>
                {decisionOf(upheld)}
              </StatusTag>
            }
            note={<Moment at={writtenAt} as="stamp" />}
          >
            <Prose>{text}</Prose>
            {reason && <Prose>{words.reason(reason)}</Prose>}
          </Card>
        ))}
      </CardList>
      {status === "publicised" && (
        <LinkButton to={paths.objection(tenderId)}>{words.object}</LinkButton>
      )}
    </Section>
  );
}
