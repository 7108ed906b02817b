import { KeyFacts, Moment, Money } from "#app/components/facts.tsx";
import { useSeveralFacts } from "#app/components/tenders/several-facts.tsx";
import type { findOfficeTender } from "#app/domain/tenders/office-queries.server.ts";
import { useFormat, useMessages, usePreferences } from "#app/i18n/messages.ts";
import { paths } from "#app/paths.ts";

type OfficeTender = NonNullable<Awaited<ReturnType<typeof findOfficeTender>>>;

/** The key facts of a tender, as its office's own people see them. */
export function TenderFacts({ found }: { found: OfficeTender }) {
  const { tender: words } = useMessages().office;
  const { list } = useFormat();
  const several = useSeveralFacts(found.tender);
  const { language } = usePreferences();
  const { tender, project, communities, openerA, openerB } = found;
  const openers = [openerA, openerB].filter((opener) => opener !== null);
  const serviceType = language === "zh" ? found.serviceTypeZh : found.serviceTypeEn;
  return (
    <KeyFacts
      facts={[
        { label: words.number, value: project.number },
        { label: words.notice, value: tender.noticeNumber },
        { label: words.ceiling, value: project.ceiling && <Money fen={project.ceiling} /> },
        ...several,
        { label: words.fund, value: found.fund && <FundName found={found} /> },
        {
          label: words.quantity,
          value: (project.quantity || project.unit) && <Quantity {...project} />,
        },
        { label: words.targetGroup, value: project.targetGroup },
        { label: words.communities, value: list(communities) },
        { label: words.serviceType, value: serviceType },
        { label: words.period, value: hasPeriod(project) && <Period {...project} /> },
        { label: words.deadline, value: tender.deadline && <Moment at={tender.deadline} /> },
        { label: words.openers, value: list(openers) },
        { label: words.author, value: found.author },
        { label: words.approver, value: found.approver },
        { label: words.publicPage, value: tender.publishedAt && <PublicLink id={tender.id} /> },
      ]}
    />
  );
}

const hasPeriod = ({ startsOn, endsOn, serviceMonths }: OfficeTender["project"]) =>
  (startsOn && endsOn) || serviceMonths;

function FundName({ found: { project, fund, fundYear } }: { found: OfficeTender }) {
  const { named } = useMessages().fund;
  if (!fund || !project.fundId) return null;
  return <a href={paths.office.fund(project.fundId)}>{named(String(fundYear), fund)}</a>;
}

function Quantity({ quantity, unit }: OfficeTender["project"]) {
  const { tender } = useMessages().office;
  const { number } = useFormat();
  return quantity ? tender.amount(number(quantity), unit ?? "") : unit;
}

function Period({ startsOn, endsOn, serviceMonths }: OfficeTender["project"]) {
  const { tender } = useMessages().office;
  const { day, number } = useFormat();
  if (startsOn && endsOn) return tender.periodOf(day(startsOn), day(endsOn));
  return serviceMonths ? tender.monthsOf(number(serviceMonths)) : null;
}

function PublicLink({ id }: { id: string }) {
  return <a href={paths.tender(id)}>{useMessages().office.tender.seePublicPage}</a>;
}
