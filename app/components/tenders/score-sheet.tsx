import { KeyFacts, Money } from "#app/components/facts.tsx";
import { Section } from "#app/components/page.tsx";
import { DataTable } from "#app/components/table.tsx";
import type { PublishedSheet } from "#app/domain/tenders/published-sheet.ts";
import { useFormat, useMessages } from "#app/i18n/messages.ts";
import { BidScores } from "./bid-scores.tsx";
import { RankingTable } from "./ranking-table.tsx";
import { ScoreChanges } from "./score-changes.tsx";

/** A whole score sheet: ranks, each bid's scores, who scored, what dropped out, and how it is worked out. */
export function ScoreSheet({ sheet }: { sheet: PublishedSheet }) {
  const { sheet: words } = useMessages().award;
  const format = useFormat();
  return (
    <>
      <Section title={words.ranking}>
        <RankingTable sheet={sheet} />
      </Section>
      <Panel sheet={sheet} />
      {sheet.bids.map((bid) => {
        const title = words.ofBid(format.number(bid.rank), bid.organization);
        return (
          <Section key={bid.bidId} title={title}>
            <BidScores caption={title} sheet={sheet} bid={bid} />
          </Section>
        );
      })}
      <ScoreChanges sheet={sheet} />
      <DroppedOut sheet={sheet} />
      <LowBids sheet={sheet} />
      <Flags sheet={sheet} />
      <Formulas sheet={sheet} />
    </>
  );
}

function Panel({ sheet }: { sheet: PublishedSheet }) {
  const { award } = useMessages();
  const voted = sheet.scoring === "votes";
  const named = sheet.panel.every(({ name }) => name !== null);
  const members = sheet.panel.map(({ name, capacity, chair }, index) => {
    const as = award.capacity[capacity];
    const words = name ? award.member(name, as) : award.unnamed(index + 1, as);
    return chair ? award.chairOf(words) : words;
  });
  return (
    <Section title={award.sheet.panel} note={voted ? award.votes.panelNote : award.sheet.panelNote}>
      <ol>
        {members.map((member) => (
          <li key={member}>{member}</li>
        ))}
      </ol>
      {!named && <p className="note">{award.sheet.panelUnnamed}</p>}
      {sheet.draw && <Lot draw={sheet.draw} />}
    </Section>
  );
}

/** By what lot the experts came to be on the panel. */
function Lot({ draw }: { draw: NonNullable<PublishedSheet["draw"]> }) {
  const { draw: words } = useMessages().award;
  const format = useFormat();
  return (
    <>
      <h3>{words.title}</h3>
      <p>{words.how}</p>
      <KeyFacts
        facts={[
          { label: words.seed, value: <code>{draw.seed}</code> },
          { label: words.pool, value: format.count(draw.pool.length, "person") },
          { label: words.count, value: format.number(draw.count) },
          {
            label: words.experts,
            value: draw.drawn && format.list(draw.drawn.map(({ name }) => name)),
          },
        ]}
      />
    </>
  );
}

function DroppedOut({ sheet }: { sheet: PublishedSheet }) {
  const { columns, sheet: words } = useMessages().award;
  if (sheet.disqualified.length === 0) return null;
  return (
    <Section title={words.disqualified}>
      <DataTable
        caption={words.disqualified}
        rows={sheet.disqualified}
        rowKey={({ organization, reason }) => `${organization} ${reason}`}
        columns={[
          {
            key: "organization",
            label: columns.organization,
            main: true,
            cell: ({ organization }) => organization,
          },
          {
            key: "price",
            label: columns.price,
            align: "end",
            cell: ({ priceFen }) => priceFen && <Money fen={priceFen} />,
          },
          { key: "reason", label: words.reason, cell: ({ reason }) => reason },
        ]}
        empty={null}
      />
    </Section>
  );
}

function LowBids({ sheet }: { sheet: PublishedSheet }) {
  const { sheet: words, lowBid } = useMessages().award;
  if (sheet.lowBids.length === 0) return null;
  return (
    <Section title={words.lowBids}>
      {sheet.lowBids.map(({ organization, explanation, decision }) => (
        <div key={`${organization} ${decision}`}>
          <h3>{organization}</h3>
          <p>{words.explained(explanation || lowBid.noExplanation)}</p>
          <p>{words.decided(decision)}</p>
        </div>
      ))}
    </Section>
  );
}

function Flags({ sheet }: { sheet: PublishedSheet }) {
  const { award } = useMessages();
  const format = useFormat();
  if (sheet.flags.length === 0) return null;
  const lines = sheet.flags.map(({ kind, organizations }) =>
    organizations.length > 0
      ? award.flagOf(award.flag[kind], format.list(organizations))
      : award.flag[kind],
  );
  return (
    <Section title={award.sheet.flags}>
      <ul>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </Section>
  );
}

function Formulas({ sheet }: { sheet: PublishedSheet }) {
  const { formulas, formula } = useMessages().award.sheet;
  const { performance, votes, voteTies, ...others } = formula;
  const announced = sheet.criteria.some(({ kind }) => kind === "performance");
  const { unit, price, quality, total, ties } = others;
  const scored = [unit, price, quality, ...(announced ? [performance] : []), total, ties];
  const sentences = sheet.scoring === "votes" ? [votes, voteTies] : scored;
  return (
    <Section title={formulas}>
      <ul>
        {sentences.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </Section>
  );
}
