import { LinkButton } from "#app/components/button.tsx";
import { Actions } from "#app/components/page.tsx";
import type { findReport } from "#app/domain/tenders/report-queries.server.ts";
import { useMessages } from "#app/i18n/messages.ts";
import { paths } from "#app/paths.ts";

type Report = NonNullable<Awaited<ReturnType<typeof findReport>>> & {
  userId: string;
  officer: boolean;
};

/** Where the reader goes on from here: her own duty on the panel, or the officer's next step. */
export function ReportLinks({ report }: { report: Report }) {
  const { award, talks } = useMessages();
  const { report: words } = award;
  const { tender, panel, allIn, userId, officer } = report;
  const { id, status, reportSignedAt } = tender;
  const own = panel.find((member) => member.userId === userId);
  const working = status === "evaluating" && !reportSignedAt;
  const links = [
    working &&
      own?.conflict === null && { to: paths.office.declaration(id), label: words.own.declare },
    working &&
      report.final &&
      own?.conflict === false &&
      !own.submittedAt && { to: paths.office.scoring(id), label: words.own.score },
    working &&
      allIn &&
      own?.conflict === false && { to: paths.office.consensus(id), label: words.own.change },
    working && !report.final && { to: paths.office.talks(id), label: talks.office.title },
    officer &&
      working &&
      !allIn && {
        to: paths.office.panel(id),
        label: panel.length === 0 ? words.name : words.rename,
      },
    officer &&
      status === "evaluating" &&
      reportSignedAt && { to: paths.office.recommendation(id), label: words.toRecommendation },
  ].filter((link) => link !== false && link !== null);
  return (
    <Actions>
      {links.map(({ to, label }) => (
        <LinkButton key={to} to={to}>
          {label}
        </LinkButton>
      ))}
    </Actions>
  );
}
