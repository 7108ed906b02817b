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
import { allocateFund } from "#app/domain/fund/allocate.server.ts";
import { findFund } from "#app/domain/fund/queries.server.ts";
import { amount } from "#app/http/fields.server.ts";
import { submit } from "#app/http/forms.server.ts";
import { idParam, notFound } from "#app/http/params.server.ts";
import { requireOffice } from "#app/http/session.server.ts";
import { useMessages } from "#app/i18n/messages.ts";
import { titled } from "#app/i18n/titled.ts";
import { paths } from "#app/paths.ts";
import { newId } from "#app/values/id.ts";

const AllocationForm = z.object({
  allocationId: z.uuid(),
  amount: amount(),
  memo: z.string().trim().min(2).max(200),
});

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { by } = await requireOffice(request, "finance");
  const fund = (await findFund(by, idParam(params.fundId))) ?? notFound();
  return { fund, allocationId: newId() };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const act = await requireOffice(request, "finance");
  const fundId = idParam<"fund">(params.fundId);
  return submit(request, AllocationForm, async (allocation) => {
    await allocateFund(act, { fundId, ...allocation });
    return redirect(paths.office.fund(fundId), 303);
  });
}

export const meta: MetaFunction = (args) => titled(args, ({ fund }) => fund.allocation.title);

export default function Allocation() {
  const { allocation } = useMessages().fund;
  const { fund, allocationId } = useLoaderData<typeof loader>();
  const [form, fields] = useServerForm<typeof AllocationForm>({ defaultValue: { allocationId } });
  return (
    <Page
      title={allocation.title}
      lead={allocation.lead(fund.name)}
      back={{ to: paths.office.fund(fund.id), label: fund.name }}
      narrow
    >
      <Form form={form}>
        <Hidden name="allocationId" value={fields.allocationId.initialValue ?? allocationId} />
        <MoneyField field={fields.amount} label={allocation.amount} />
        <TextField
          field={fields.memo}
          label={allocation.memo}
          hint={allocation.memoHint}
          maxLength={200}
        />
        <SubmitButton>{allocation.submit}</SubmitButton>
      </Form>
    </Page>
  );
}
