import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { KeyFacts, Moment, Money } from "#app/components/facts.tsx";
import { LinkList, Page, Section } from "#app/components/page.tsx";
import { StatusTag } from "#app/components/status-tag.tsx";
import { StepLine } from "#app/components/step-line.tsx";
import { ScoreSheet } from "#app/components/tenders/score-sheet.tsx";
import { contractStep } from "#app/domain/contracts/contract-step.ts";
import { findProgress } from "#app/domain/contracts/queries.server.ts";
import { findPublishedSheet } from "#app/domain/tenders/published-sheet.server.ts";
import type { PublishedSheet } from "#app/domain/tenders/published-sheet.ts";
import { idParam, notFound } from "#app/http/params.server.ts";
import { useFormat, useMessages } from "#app/i18n/messages.ts";
import { titled } from "#app/i18n/titled.ts";
import { paths } from "#app/paths.ts";

export async function loader({ params }: LoaderFunctionArgs) {
  const tenderId = idParam<"tender">(params.tenderId);
  const [sheet, progress] = await Promise.all([
    findPublishedSheet(tenderId),
    findProgress(tenderId),
  ]);
  return { sheet: sheet ?? notFound(), progress };
}

export const meta: MetaFunction<typeof loader> = (args) =>
  titled(args, ({ award }) => award.sheet.title);

export default function Scores() {
  const { award, tenderStatus } = useMessages();
  const { sheet, progress } = useLoaderData<typeof loader>();
  const { id, title, status, standstillOver, awardedAt } = sheet.tender;
  const situation = awardedAt ? "awarded" : standstillOver ? "waiting" : "standstill";
  return (
    <Page
      title={award.sheet.title}
      lead={award.sheet.lead(title)}
      back={{ to: paths.tender(id), label: award.sheet.toTender }}
      status={
        <StatusTag kind={status === "publicised" ? "running" : "done"}>
          {tenderStatus[status]}
        </StatusTag>
      }
      aside={<Facts sheet={sheet} />}
    >
      <StepLine at={progress ? contractStep(progress) : awardedAt ? "signed" : "scored"} />
      <p>{award.sheet[situation]}</p>
      <ScoreSheet sheet={sheet} />
      <Section title={award.sheet.recompute} note={award.sheet.recomputeNote}>
        <LinkList
          links={[
            { to: paths.scoresFile(id, "json"), label: award.sheet.json },
            { to: paths.scoresFile(id, "csv"), label: award.sheet.csv },
          ]}
        />
      </Section>
    </Page>
  );
}

function Facts({ sheet }: { sheet: PublishedSheet }) {
  const { award, several } = useMessages();
  const { sheet: words } = award;
  const { list } = useFormat();
  const { tender, recommendation, winners, ceilingFen, lowestPriceFen } = sheet;
  const { publicisedAt, standstillEndsAt, standstillOver } = tender;
  const inFull = winners.length > 1 ? several : { recommended: words.winner, won: words.won };
  const winnerLabel = standstillOver ? inFull.won : inFull.recommended;
  return (
    <KeyFacts
      facts={[
        { label: winnerLabel, value: list(winners.map(({ organization }) => organization)) },
        { label: words.reason, value: recommendation?.reason },
        { label: words.ceiling, value: <Money fen={ceilingFen} /> },
        { label: words.lowest, value: <Money fen={lowestPriceFen} /> },
        { label: words.publicised, value: publicisedAt && <Moment at={publicisedAt} as="stamp" /> },
        {
          label: words.ends,
          value: standstillEndsAt && <Moment at={standstillEndsAt} as="deadline" />,
        },
      ]}
    />
  );
}
