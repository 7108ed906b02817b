import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { KeyFacts, Moment } from "#app/components/facts.tsx";
import { Page } from "#app/components/page.tsx";
import { StatusTag } from "#app/components/status-tag.tsx";
import { ScoreSheet } from "#app/components/tenders/score-sheet.tsx";
import { findSupersededSheet } from "#app/domain/challenges/public-queries.server.ts";
import { idParam, notFound } from "#app/http/params.server.ts";
import { useFormat, useMessages } from "#app/i18n/messages.ts";
import { titled } from "#app/i18n/titled.ts";
import { paths } from "#app/paths.ts";

export async function loader({ params }: LoaderFunctionArgs) {
  const sought = { tenderId: idParam<"tender">(params.tenderId) };
  const sheetId = idParam<"superseded_sheet">(params.sheetId);
  return (await findSupersededSheet({ ...sought, sheetId })) ?? notFound();
}

export const meta: MetaFunction = (args) =>
  titled(args, ({ challenges }) => challenges.earlier.title);

export default function SupersededScores() {
  const { earlier: words } = useMessages().challenges;
  const { sheet, supersededAt, reason } = useLoaderData<typeof loader>();
  const { list } = useFormat();
  const { tender, winners } = sheet;
  return (
    <Page
      title={words.title}
      lead={words.lead(tender.title)}
      back={{ to: paths.tender(tender.id), label: words.toTender }}
      status={<StatusTag kind="refused">{words.title}</StatusTag>}
      aside={
        <KeyFacts
          facts={[
            { label: words.supersededAt, value: <Moment at={supersededAt} as="stamp" /> },
            { label: words.why, value: reason },
            { label: words.won, value: list(winners.map(({ organization }) => organization)) },
          ]}
        />
      }
    >
      <ScoreSheet sheet={sheet} />
    </Page>
  );
}
