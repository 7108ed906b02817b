import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { Form, SubmitButton, useServerForm } from "#app/components/form.tsx";
import { Page, Section } from "#app/components/page.tsx";
import { type Column, DataTable } from "#app/components/table.tsx";
import { useScore } from "#app/components/tenders/tally.ts";
import { handInScores } from "#app/domain/tenders/hand-in.server.ts";
import { findScoring } from "#app/domain/tenders/score-queries.server.ts";
import { submit } from "#app/http/forms.server.ts";
import { idParam, notFound } from "#app/http/params.server.ts";
import { requireOffice } from "#app/http/session.server.ts";
import { useMessages } from "#app/i18n/messages.ts";
import { titled } from "#app/i18n/titled.ts";
import { paths } from "#app/paths.ts";

const HandInForm = z.object({});

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { by } = await requireOffice(request, "panel");
  return (await findScoring(by, idParam(params.tenderId))) ?? notFound();
}

export async function action({ request, params }: ActionFunctionArgs) {
  const act = await requireOffice(request, "panel");
  const tenderId = idParam<"tender">(params.tenderId);
  return submit(request, HandInForm, async () => {
    await handInScores(act, tenderId);
    return redirect(paths.office.report(tenderId), 303);
  });
}

export const meta: MetaFunction<typeof loader> = (args) =>
  titled(args, ({ award }, scoring) => (scoring?.votes ? award.votes : award).handIn.title);

export default function HandIn() {
  const { handIn: points, votes } = useMessages().award;
  const { tender, bids, votes: voted } = useLoaderData<typeof loader>();
  const words = voted ? votes.handIn : points;
  const [form] = useServerForm<typeof HandInForm>();
  const back = paths.office.scoring(tender.id);
  return (
    <Page title={words.title} lead={words.lead} back={{ to: back, label: words.back }} narrow>
      <Form form={form}>
        {bids.map((bid) => (
          <Section key={bid.id} title={bid.organization}>
            <OwnScores bid={bid} />
          </Section>
        ))}
        <SubmitButton>{words.submit}</SubmitButton>
      </Form>
    </Page>
  );
}

type Row = ReturnType<typeof useLoaderData<typeof loader>>["criteria"][number];

const weightColumn = (label: string): Column<Row> => ({
  key: "weight",
  label,
  align: "end",
  cell: ({ weight }) => weight,
});

function OwnScores({ bid }: { bid: { id: string; organization: string } }) {
  const { handIn, votes, columns } = useMessages().award;
  const { criteria, scores, votes: voted } = useLoaderData<typeof loader>();
  const words = voted ? votes.handIn : handIn;
  const given = useScore(voted ? "votes" : "points");
  const scoreFor = (criterionId: string) =>
    scores.find((score) => score.bidId === bid.id && score.criterionId === criterionId);
  return (
    <DataTable
      caption={bid.organization}
      rows={criteria}
      rowKey={({ id }) => id}
      columns={[
        { key: "criterion", label: columns.criterion, main: true, cell: ({ name }) => name },
        ...(voted ? [] : [weightColumn(columns.weight)]),
        {
          key: "score",
          label: voted ? votes.own : columns.score,
          align: "end",
          cell: ({ id }) => {
            const score = scoreFor(id);
            return score ? given(score.hundredths) : words.missing;
          },
        },
      ]}
      empty={null}
    />
  );
}
