import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { RadioGroup, Select } from "#app/components/choices.tsx";
import { NumberField, TextArea } from "#app/components/fields.tsx";
import { Form, SubmitButton, useServerForm } from "#app/components/form.tsx";
import { WhileOpen } from "#app/components/moved-on.tsx";
import { Page } from "#app/components/page.tsx";
import { useScore } from "#app/components/tenders/tally.ts";
import { changeScore } from "#app/domain/tenders/change-score.server.ts";
import { findConsensus } from "#app/domain/tenders/score-change-queries.server.ts";
import { submit } from "#app/http/forms.server.ts";
import { id, idParam, notFound } from "#app/http/params.server.ts";
import { requireOffice } from "#app/http/session.server.ts";
import { useFormat, useMessages } from "#app/i18n/messages.ts";
import { titled } from "#app/i18n/titled.ts";
import { paths } from "#app/paths.ts";
import { isHundredths } from "./scores-form.ts";

const ChangeForm = z.object({
  /** The bid and the criterion, with a stroke between them. */
  score: z
    .string()
    .transform((text) => text.split("|"))
    .pipe(z.tuple([id<"bid">(), id<"criterion">()])),
  points: z.number().min(0).max(100).refine(isHundredths, { error: "two_decimals" }),
  reason: z.string().trim().min(5).max(500),
});

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { by } = await requireOffice(request, "panel");
  return (await findConsensus(by, idParam(params.tenderId))) ?? notFound();
}

export async function action({ request, params }: ActionFunctionArgs) {
  const act = await requireOffice(request, "panel");
  const tenderId = idParam<"tender">(params.tenderId);
  return submit(request, ChangeForm, async ({ score: [bidId, criterionId], points, reason }) => {
    const hundredths = Math.round(points * 100);
    await changeScore(act, { tenderId, bidId, criterionId, hundredths, reason });
    return redirect(paths.office.report(tenderId), 303);
  });
}

export const meta: MetaFunction = (args) => titled(args, ({ award }) => award.consensus.title);

export default function Consensus() {
  const { consensus: words, scoring, votes: votesWords } = useMessages().award;
  const format = useFormat();
  const { tender, bids, criteria, scores, open, votes } = useLoaderData<typeof loader>();
  const vote = useScore("votes");
  const [form, fields] = useServerForm<typeof ChangeForm>();
  const back = paths.office.report(tender.id);
  const options = bids.flatMap((bid) =>
    criteria.flatMap(({ id: criterionId, name, weight }) => {
      const own = scores.find((one) => one.bidId === bid.id && one.criterionId === criterionId);
      if (!own) return [];
      if (votes) {
        const label = votesWords.given(bid.organization, vote(own.hundredths));
        return [{ value: `${bid.id}|${criterionId}`, label }];
      }
      const given = format.decimal(own.hundredths / 100, 2);
      const label = words.score(bid.organization, name, given, format.count(weight, "point"));
      return [{ value: `${bid.id}|${criterionId}`, label }];
    }),
  );
  return (
    <Page title={words.title} lead={tender.title} back={{ to: back }} narrow>
      <WhileOpen open={open} to={back}>
        <p>{words.lead}</p>
        <Form form={form}>
          <Select field={fields.score} label={words.which} options={options} />
          {votes ? (
            <RadioGroup
              field={fields.points}
              label={votesWords.changeTo}
              options={[
                { value: String(criteria[0]?.weight), label: scoring.yes },
                { value: "0", label: scoring.no },
              ]}
            />
          ) : (
            <NumberField field={fields.points} label={words.points} step="any" />
          )}
          <TextArea
            field={fields.reason}
            label={words.reason}
            hint={words.reasonHint}
            minLength={5}
            maxLength={500}
          />
          <SubmitButton>{words.submit}</SubmitButton>
        </Form>
      </WhileOpen>
    </Page>
  );
}
