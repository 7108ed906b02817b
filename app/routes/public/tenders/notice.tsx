import { DocumentParts, OfficialDocument } from "#app/components/document.tsx";
import { HowJudged } from "#app/components/tenders/how-judged.tsx";
import { methodSettings } from "#app/domain/tenders/method.ts";
import type { findNotice } from "#app/domain/tenders/notice-queries.server.ts";
import { useFormat, useMessages } from "#app/i18n/messages.ts";
import { dayOf } from "#app/values/time.ts";

type Tender = NonNullable<Awaited<ReturnType<typeof findNotice>>>;

/** The tender notice as an official document; the same HTML prints on A4. */
export function Notice({ tender }: { tender: Tender }) {
  const { notices, documents, milestones, several } = useMessages();
  const { notice: words } = notices;
  const { deadline, count, number, money } = useFormat();
  const { winners, winnerCap } = tender;
  const { minimumBids } = tender.rules;
  if (!tender.publishedAt || !tender.deadline) return null;
  const share = milestones.why.percent(number(tender.performanceShareBp / 100));
  const { sections } = words;
  const parts = [
    { title: sections.need, text: <p>{tender.need}</p> },
    { title: sections.terms, text: <Terms tender={tender} /> },
    winners > 1 &&
      winnerCap !== null && {
        title: several.section,
        text: <p>{several.sectionText(number(winners), money(winnerCap))}</p>,
      },
    {
      title: sections.criteria,
      text: (
        <>
          <HowJudged criteria={tender.criteria} method={tender.method} />
          {methodSettings[tender.method].scoring === "points" && <p>{sections.criteriaNote}</p>}
        </>
      ),
    },
    {
      title: sections.bidding,
      text: <p>{words.bidding(deadline(tender.deadline), count(minimumBids, "bid"))}</p>,
    },
    {
      title: documents.contract.performance,
      text: <p>{documents.contract.performanceText(share)}</p>,
    },
    { title: sections.contract, text: <p>{tender.contractDraft}</p> },
  ];
  return (
    <OfficialDocument
      office={tender.office}
      title={words.title(tender.title)}
      number={tender.noticeNumber ?? tender.number}
      signedBy={tender.office}
      date={dayOf(tender.publishedAt)}
      sealed
    >
      <p>{words.opening(tender.office)}</p>
      <DocumentParts parts={parts} />
    </OfficialDocument>
  );
}

function Terms({ tender }: { tender: Tender }) {
  const { notice: words } = useMessages().notices;
  const { common } = useMessages();
  const { money, number, day, list } = useFormat();
  const { ceiling, quantity, unit, startsOn, endsOn, targetGroup, communities } = tender;
  const terms = [
    [words.targetGroup, targetGroup],
    [words.communities, list(communities)],
    [words.quantity, quantity ? words.amount(number(quantity), unit ?? "") : ""],
    [words.ceiling, ceiling ? money(ceiling) : ""],
    [words.period, startsOn && endsOn ? words.periodOf(day(startsOn), day(endsOn)) : ""],
  ] as const;
  return (
    <ul>
      {terms
        .filter(([, value]) => value !== "")
        .map(([label, value]) => (
          <li key={label}>{common.labelled(label, value)}</li>
        ))}
    </ul>
  );
}
