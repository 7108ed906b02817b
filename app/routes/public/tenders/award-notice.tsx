import { DocumentParts, OfficialDocument } from "#app/components/document.tsx";
import { useTotal } from "#app/components/tenders/tally.ts";
import type { findNotice } from "#app/domain/tenders/notice-queries.server.ts";
import type { PublishedSheet } from "#app/domain/tenders/published-sheet.ts";
import { useFormat, useMessages } from "#app/i18n/messages.ts";
import { addTo, dayOf } from "#app/values/time.ts";

type Tender = NonNullable<Awaited<ReturnType<typeof findNotice>>>;
type Stage = "result" | "award";
type Props = { tender: Tender; sheet: PublishedSheet; stage: Stage };

/** Who is to win or has won, why, and who scored, as an official document (结果公示，中标公告). */
export function AwardNotice({ tender, sheet, stage }: Props) {
  const words = useMessages().documents[stage];
  const { title, office, awardedAt, publicisedAt, noticeNumber, number } = tender;
  const parts = useParts(tender, sheet, stage);
  const at = stage === "award" ? awardedAt : publicisedAt;
  if (!at) return null;
  return (
    <OfficialDocument
      office={office}
      title={words.title(title)}
      number={noticeNumber ?? number}
      signedBy={office}
      date={dayOf(at)}
      sealed
    >
      <p>{words.preamble(office, noticeNumber ?? number)}</p>
      <DocumentParts parts={parts} />
    </OfficialDocument>
  );
}

function useParts({ winnerCap, standstillEndsAt }: Tender, sheet: PublishedSheet, stage: Stage) {
  const { bids, panel, disqualified, recommendation, winners } = sheet;
  const { documents, award, several } = useMessages();
  const format = useFormat();
  const total = useTotal(sheet);
  const { result, award: words } = documents;
  const winner = bids.find(({ bidId }) => bidId === recommendation?.bidId);
  const names = winners.map(({ organization }) => organization);
  const ranked = bids.map(({ bidId, rank, organization, total: reached, priceFen }) => (
    <p key={bidId}>
      {words.rankingText(format.number(rank), organization, total(reached), format.money(priceFen))}
    </p>
  ));
  const members = panel.map(({ name, capacity }, index) =>
    name
      ? award.member(name, award.capacity[capacity])
      : award.unnamed(index + 1, award.capacity[capacity]),
  );
  const dropped = disqualified.map(({ organization, reason }) => (
    <p key={organization}>{award.flagOf(organization, reason)}</p>
  ));
  return [
    winnerCap !== null && {
      title: stage === "award" ? several.documentWinner : several.recommended,
      text: <p>{several.documentWinnerText(format.list(names), format.money(winnerCap))}</p>,
    },
    winnerCap === null &&
      winner !== undefined && {
        title: documents[stage].winner,
        text: (
          <p>{documents[stage].winnerText(winner.organization, format.money(winner.priceFen))}</p>
        ),
      },
    recommendation !== null && { title: words.reason, text: <p>{recommendation.reason}</p> },
    { title: words.ranking, text: ranked },
    { title: words.panel, text: <p>{format.list(members)}</p> },
    dropped.length > 0 && { title: words.disqualified, text: dropped },
    stage === "award"
      ? { title: words.next, text: <p>{words.nextText}</p> }
      : standstillEndsAt !== null && {
          title: result.next,
          text: <p>{result.nextText(format.day(dayOf(addTo(standstillEndsAt, -1))))}</p>,
        },
  ];
}
