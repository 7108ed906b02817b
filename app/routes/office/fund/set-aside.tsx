import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { Select } from "#app/components/choices.tsx";
import { MoneyField, TextField } from "#app/components/fields.tsx";
import { Form, Hidden, SubmitButton, useServerForm } from "#app/components/form.tsx";
import { Page } from "#app/components/page.tsx";
import { findFund } from "#app/domain/fund/queries.server.ts";
import { setAside } from "#app/domain/fund/set-aside.server.ts";
import { listCommunities } from "#app/domain/projects/queries.server.ts";
import { amount } from "#app/http/fields.server.ts";
import { submit } from "#app/http/forms.server.ts";
import { id, idParam, notFound } from "#app/http/params.server.ts";
import { requireOffice } from "#app/http/session.server.ts";
import { useFormat, useMessages } from "#app/i18n/messages.ts";
import { titled } from "#app/i18n/titled.ts";
import { paths } from "#app/paths.ts";
import { newId } from "#app/values/id.ts";

const PartForm = z.object({
  transferId: z.uuid(),
  communityId: id<"community">(),
  amount: amount(),
  memo: z.string().trim().min(2).max(200),
});

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { by } = await requireOffice(request, "finance");
  const [fund, communities] = await Promise.all([
    findFund(by, idParam(params.fundId)),
    listCommunities(by),
  ]);
  return { fund: fund ?? notFound(), communities, transferId: newId() };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const act = await requireOffice(request, "finance");
  const fundId = idParam<"fund">(params.fundId);
  return submit(request, PartForm, async (wish) => {
    await setAside(act, { fundId, ...wish });
    return redirect(paths.office.fund(fundId), 303);
  });
}

export const meta: MetaFunction = (args) => titled(args, ({ fund }) => fund.part.title);

export default function SetAside() {
  const { part } = useMessages().fund;
  const { money } = useFormat();
  const { fund, communities, transferId } = useLoaderData<typeof loader>();
  const [form, fields] = useServerForm<typeof PartForm>({ defaultValue: { transferId } });
  return (
    <Page
      title={part.title}
      lead={part.lead(fund.name, money(fund.balances.available))}
      back={{ to: paths.office.fund(fund.id), label: fund.name }}
      narrow
    >
      <Form form={form}>
        <Hidden name="transferId" value={fields.transferId.initialValue ?? transferId} />
        <Select
          field={fields.communityId}
          label={part.community}
          options={communities.map(({ id: value, name: label }) => ({ value, label }))}
        />
        <MoneyField field={fields.amount} label={part.amount} />
        <TextField field={fields.memo} label={part.memo} hint={part.memoHint} maxLength={200} />
        <SubmitButton>{part.submit}</SubmitButton>
      </Form>
    </Page>
  );
}
