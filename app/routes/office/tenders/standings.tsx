import { LinkButton } from "#app/components/button.tsx";
import { Money } from "#app/components/facts.tsx";
import { Actions } from "#app/components/page.tsx";
import { StatusTag } from "#app/components/status-tag.tsx";
import { DataTable } from "#app/components/table.tsx";
import type { findReport } from "#app/domain/tenders/report-queries.server.ts";
import { useFormat, useMessages } from "#app/i18n/messages.ts";
import { paths } from "#app/paths.ts";

type Report = NonNullable<Awaited<ReturnType<typeof findReport>>>;
type Bid = Report["bids"][number];

/** Each bid with what speaks for or against it; the chair has links to judge it. */
export function Standings({ report }: { report: Report }) {
  const { report: words, columns } = useMessages().award;
  const { tender, bids, chair } = report;
  const judging = chair && tender.status === "evaluating" && !tender.reportSignedAt;
  return (
    <DataTable
      caption={words.bids}
      rows={bids}
      rowKey={({ id }) => id}
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
          cell: ({ price }) => price && <Money fen={price} />,
        },
        { key: "standing", label: columns.standing, cell: (bid) => <Standing bid={bid} /> },
        ...(judging
          ? [
              {
                key: "judge",
                label: words.judge,
                cell: (bid: Bid) => <JudgeLinks tenderId={tender.id} bid={bid} />,
              },
            ]
          : []),
      ]}
      empty={null}
    />
  );
}

function Standing({ bid }: { bid: Bid }) {
  const { award } = useMessages();
  const { standing } = award.report;
  const format = useFormat();
  const { low, lowBidDecision, disqualifiedReason, overCeiling } = bid;
  if (disqualifiedReason !== null) {
    return (
      <>
        <StatusTag kind="refused">{standing.disqualified}</StatusTag>
        <p>{disqualifiedReason}</p>
      </>
    );
  }
  if (overCeiling) return <StatusTag kind="refused">{standing.overCeiling}</StatusTag>;
  if (low.length > 0 && lowBidDecision === null) {
    const tests = format.list(low.map((test) => award.lowTest[test]));
    return (
      <>
        <StatusTag kind="waiting">{standing.low}</StatusTag>
        <p>{tests}</p>
      </>
    );
  }
  const words = low.length > 0 ? standing.lowAccepted : standing.valid;
  return <StatusTag kind="done">{words}</StatusTag>;
}

function JudgeLinks({ tenderId, bid }: { tenderId: string; bid: Bid }) {
  const { report: words } = useMessages().award;
  if (bid.state !== "opened") return null;
  return (
    <Actions>
      {bid.low.length > 0 && bid.lowBidDecision === null && (
        <LinkButton kind="quiet" to={paths.office.lowBid(tenderId, bid.id)}>
          {words.decide}
        </LinkButton>
      )}
      <LinkButton kind="quiet" to={paths.office.disqualification(tenderId, bid.id)}>
        {words.disqualify}
      </LinkButton>
    </Actions>
  );
}
