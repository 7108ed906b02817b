import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { MoneyField, TextField } from "#app/components/fields.tsx";
import { Form, Hidden, SubmitButton, useServerForm } from "#app/components/form.tsx";
import { Page } from "#app/components/page.tsx";
import { giveBack } from "#app/domain/fund/give-back.server.ts";
import { listFunds } from "#app/domain/fund/queries.server.ts";
import { amount } from "#app/http/fields.server.ts";
import { submit } from "#app/http/forms.server.ts";
import { idParam, notFound } from "#app/http/params.server.ts";
import { requireOffice } from "#app/http/session.server.ts";
import { useFormat, useMessages } from "#app/i18n/messages.ts";
import { titled } from "#app/i18n/titled.ts";
import { paths } from "#app/paths.ts";
import { newId } from "#app/values/id.ts";

const GivingBackForm = z.object({
  transferId: z.uuid(),
  amount: amount(),
  memo: z.string().trim().min(2).max(200),
});

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { by } = await requireOffice(request, "finance");
  const funds = await listFunds(by);
  const fund = funds.find(({ id }) => id === idParam(params.fundId)) ?? notFound();
  const parent = funds.find(({ id }) => id === fund.parentId) ?? notFound();
  return { fund, parent, transferId: newId() };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const act = await requireOffice(request, "finance");
  const fundId = idParam<"fund">(params.fundId);
  return submit(request, GivingBackForm, async (wish) => {
    await giveBack(act, { fundId, ...wish });
    return redirect(paths.office.fund(fundId), 303);
  });
}

export const meta: MetaFunction = (args) => titled(args, ({ fund }) => fund.giveBack.title);

export default function GiveBack() {
  const words = useMessages().fund.giveBack;
  const { money } = useFormat();
  const { fund, parent, transferId } = useLoaderData<typeof loader>();
  const [form, fields] = useServerForm<typeof GivingBackForm>({ defaultValue: { transferId } });
  return (
    <Page
      title={words.title}
      lead={words.lead(money(fund.balances.available), parent.name)}
      back={{ to: paths.office.fund(fund.id), label: fund.name }}
      narrow
    >
      <Form form={form}>
        <Hidden name="transferId" value={fields.transferId.initialValue ?? transferId} />
        <MoneyField field={fields.amount} label={words.amount} />
        <TextField field={fields.memo} label={words.memo} maxLength={200} />
        <SubmitButton>{words.submit}</SubmitButton>
      </Form>
    </Page>
  );
}
