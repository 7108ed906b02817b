import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { RadioGroup } from "#app/components/choices.tsx";
import { KeyFacts } from "#app/components/facts.tsx";
import { Form, Hidden, SubmitButton, useServerForm } from "#app/components/form.tsx";
import { Notice } from "#app/components/notice.tsx";
import { Page } from "#app/components/page.tsx";
import { decideYearEnd } from "#app/domain/fund/decide-year-end.server.ts";
import { findFund } from "#app/domain/fund/queries.server.ts";
import { listYearEnds } from "#app/domain/fund/year-ends.server.ts";
import { submit } from "#app/http/forms.server.ts";
import { id, idParam, notFound } from "#app/http/params.server.ts";
import { requireOffice } from "#app/http/session.server.ts";
import { useFormat, useMessages } from "#app/i18n/messages.ts";
import { titled } from "#app/i18n/titled.ts";
import { paths } from "#app/paths.ts";
import { fen } from "#app/values/money.ts";
import { YearEndMoney } from "./year-end-money.tsx";

const AnswerForm = z.object({
  yearEndId: id<"year_end">(),
  expected: z.coerce.number().int().min(0).transform(fen),
  answer: z.enum(["yes", "no"]),
});

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { by } = await requireOffice(request, "approver");
  const fundId = idParam<"fund">(params.fundId);
  const [fund, rounds] = await Promise.all([findFund(by, fundId), listYearEnds(by, fundId)]);
  const proposal = rounds.find(({ decidedAt }) => !decidedAt) ?? notFound();
  return { fund: fund ?? notFound(), proposal, own: proposal.proposedById === by.userId };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const act = await requireOffice(request, "approver");
  const fundId = idParam<"fund">(params.fundId);
  return submit(request, AnswerForm, async ({ answer, ...about }) => {
    await decideYearEnd(act, { ...about, approved: answer === "yes" });
    return redirect(paths.office.fund(fundId), 303);
  });
}

export const meta: MetaFunction = (args) => titled(args, ({ fund }) => fund.yearEnd.decide);

export default function YearEndApproval() {
  const words = useMessages().fund.yearEnd;
  const { money, stamp } = useFormat();
  const { fund, proposal, own } = useLoaderData<typeof loader>();
  const { decision, to, note, proposedBy, proposedAt } = proposal;
  const what = to ? words.goesTo(words.decisions[decision], to) : words.decisions[decision];
  return (
    <Page
      title={words.decide}
      lead={words.approvalLead(fund.name, money(fund.balances.available), what)}
      back={{ to: paths.office.fund(fund.id), label: fund.name }}
      narrow
    >
      <YearEndMoney balances={fund.balances} />
      <KeyFacts
        facts={[
          { label: words.what, value: what },
          { label: words.note, value: note },
          { label: words.start, value: words.proposed(proposedBy, stamp(proposedAt)) },
        ]}
      />
      {own ? <Notice kind="refusal">{words.own}</Notice> : <Answer />}
    </Page>
  );
}

function Answer() {
  const words = useMessages().fund.yearEnd;
  const { fund, proposal } = useLoaderData<typeof loader>();
  const [form, fields] = useServerForm<typeof AnswerForm>();
  return (
    <Form form={form}>
      <Hidden name="yearEndId" value={proposal.id} />
      <Hidden name="expected" value={String(fund.balances.available)} />
      <RadioGroup
        field={fields.answer}
        label={words.answer}
        options={[
          { value: "yes", label: words.answers.yes },
          { value: "no", label: words.answers.no },
        ]}
      />
      <SubmitButton>{words.answerSubmit}</SubmitButton>
    </Form>
  );
}
