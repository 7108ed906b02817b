import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { RadioGroup, Select } from "#app/components/choices.tsx";
import { TextField } from "#app/components/fields.tsx";
import { Form, SubmitButton, useServerForm } from "#app/components/form.tsx";
import { Page } from "#app/components/page.tsx";
import { yearEndDecisions } from "#app/domain/fund/fund.ts";
import { proposeYearEnd } from "#app/domain/fund/propose-year-end.server.ts";
import { listFunds } from "#app/domain/fund/queries.server.ts";
import { submit } from "#app/http/forms.server.ts";
import { id, idParam, notFound } from "#app/http/params.server.ts";
import { requireOffice } from "#app/http/session.server.ts";
import { useMessages } from "#app/i18n/messages.ts";
import { titled } from "#app/i18n/titled.ts";
import { paths } from "#app/paths.ts";
import { YearEndMoney } from "./year-end-money.tsx";

const YearEndForm = z.object({
  decision: z.enum(yearEndDecisions),
  toFundId: id<"fund">().nullable().default(null),
  note: z.string().trim().min(2).max(200),
});

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { by } = await requireOffice(request, "finance");
  const funds = await listFunds(by);
  const fund = funds.find((one) => one.id === idParam(params.fundId)) ?? notFound();
  const next = funds.filter(({ year, closedAt }) => year === fund.year + 1 && !closedAt);
  return { fund, next };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const act = await requireOffice(request, "finance");
  const fundId = idParam<"fund">(params.fundId);
  return submit(request, YearEndForm, async (proposal) => {
    await proposeYearEnd(act, { fundId, ...proposal });
    return redirect(paths.office.fund(fundId), 303);
  });
}

export const meta: MetaFunction = (args) => titled(args, ({ fund }) => fund.yearEnd.title);

export default function YearEnd() {
  const { yearEnd: words, named } = useMessages().fund;
  const { fund, next } = useLoaderData<typeof loader>();
  const [form, fields] = useServerForm<typeof YearEndForm>();
  return (
    <Page
      title={words.title}
      lead={fund.closedAt ? words.again : words.lead(fund.name)}
      back={{ to: paths.office.fund(fund.id), label: fund.name }}
      narrow
    >
      <YearEndMoney balances={fund.balances} />
      <Form form={form}>
        <RadioGroup
          field={fields.decision}
          label={words.decision}
          options={yearEndDecisions.map((value) => ({
            value,
            label: words.decisions[value],
            hint: words.decisionHints[value],
          }))}
        />
        <Select
          field={fields.toFundId}
          label={words.toFund}
          hint={words.toFundHint}
          optional
          options={next.map(({ id: value, year, name }) => ({
            value,
            label: named(String(year), name),
          }))}
        />
        <TextField field={fields.note} label={words.note} hint={words.noteHint} maxLength={200} />
        <SubmitButton>{words.submit}</SubmitButton>
      </Form>
    </Page>
  );
}
