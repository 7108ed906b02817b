import { DocumentParts, OfficialDocument } from "#app/components/document.tsx";
import type { findNotice } from "#app/domain/tenders/notice-queries.server.ts";
import type { findPublishedReceipts } from "#app/domain/tenders/opening-queries.server.ts";
import { useFormat, useMessages } from "#app/i18n/messages.ts";
import { dayOf } from "#app/values/time.ts";

type Tender = NonNullable<Awaited<ReturnType<typeof findNotice>>>;
type Opening = NonNullable<Awaited<ReturnType<typeof findPublishedReceipts>>>;

/** Who opened the bids, and what was opened, as an official document (开标记录). */
export function OpeningPaper({ tender, opening }: { tender: Tender; opening: Opening }) {
  const { opening: words } = useMessages().documents;
  const format = useFormat();
  const { title, office, deadline, openedAt, noticeNumber, number } = tender;
  const parts = useParts(opening);
  if (!openedAt || !deadline) return null;
  return (
    <OfficialDocument
      office={office}
      title={words.title(title)}
      number={noticeNumber ?? number}
      signedBy={office}
      date={dayOf(openedAt)}
      sealed
    >
      <p>{words.preamble(format.stamp(deadline), format.stamp(openedAt))}</p>
      <DocumentParts parts={parts} />
    </OfficialDocument>
  );
}

/** Of the offers that count: those of the last round. */
function useParts({ round, turns, receipts }: Opening) {
  const { documents } = useMessages();
  const format = useFormat();
  const { opening: words } = documents;
  const last = (each: { round: number }) => each.round === round;
  const openers = turns
    .filter(last)
    .map(({ holder, name, at }) => <p key={holder}>{words.opener(name, format.stamp(at))}</p>);
  const opened = receipts
    .filter((receipt) => last(receipt) && receipt.version === receipt.latest)
    .map(({ id, organization, at, digest }) => (
      <p key={id}>
        {words.bid(organization ?? "", format.stamp(at))} <code>{digest}</code>
      </p>
    ));
  return [
    { title: words.openers, text: openers },
    {
      title: words.bids,
      text: (
        <>
          {opened}
          <p>{words.note}</p>
        </>
      ),
    },
  ];
}
