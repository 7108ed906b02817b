import type { ReactNode } from "react";
import { OfficialDocument } from "#app/components/document.tsx";
import { Prose } from "#app/components/page.tsx";
import { CriteriaTable } from "#app/components/tenders/criteria-table.tsx";
import type { findNotice } from "#app/domain/tenders/notice-queries.server.ts";
import { useFormat, useMessages } from "#app/i18n/messages.ts";
import { dayOf } from "#app/values/time.ts";

type Tender = NonNullable<Awaited<ReturnType<typeof findNotice>>>;

/** The tender notice as an official document; the same HTML prints on A4. */
export function Notice({ tender }: { tender: Tender }) {
  const { notice: words } = useMessages().notices;
  const { deadline, count } = useFormat();
  const { minimumBids } = tender.rules;
  if (!tender.publishedAt || !tender.deadline) return null;
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
      <Part title={words.sections.need}>
        <Prose>{tender.need}</Prose>
      </Part>
      <Part title={words.sections.terms}>
        <Terms tender={tender} />
      </Part>
      <Part title={words.sections.criteria}>
        <CriteriaTable criteria={tender.criteria} />
        <p>{words.sections.criteriaNote}</p>
      </Part>
      <Part title={words.sections.bidding}>
        <p>{words.bidding(deadline(tender.deadline), count(minimumBids, "bid"))}</p>
      </Part>
      <Part title={words.sections.contract}>
        <Prose>{tender.contractDraft}</Prose>
      </Part>
    </OfficialDocument>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <>
      <h3>{title}</h3>
      {children}
    </>
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
