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
import { allocateForTask } from "#app/domain/fund/allocate.server.ts";
import { findFund } from "#app/domain/fund/queries.server.ts";
import { amount } from "#app/http/fields.server.ts";
import { submit } from "#app/http/forms.server.ts";
import { idParam, notFound } from "#app/http/params.server.ts";
import { requireOffice } from "#app/http/session.server.ts";
import { useMessages } from "#app/i18n/messages.ts";
import { titled } from "#app/i18n/titled.ts";
import { paths } from "#app/paths.ts";
import { newId } from "#app/values/id.ts";

const TaskForm = z.object({
  allocationId: z.uuid(),
  amount: amount(),
  documentNumber: z.string().trim().min(2).max(60),
  department: z.string().trim().min(2).max(60),
  purpose: z.string().trim().min(2).max(200),
});

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { by } = await requireOffice(request, "finance");
  const fund = (await findFund(by, idParam(params.fundId))) ?? notFound();
  return { fund, allocationId: newId() };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const act = await requireOffice(request, "finance");
  const fundId = idParam<"fund">(params.fundId);
  return submit(request, TaskForm, async (allocation) => {
    await allocateForTask(act, { fundId, ...allocation });
    return redirect(paths.office.fund(fundId), 303);
  });
}

export const meta: MetaFunction = (args) => titled(args, ({ fund }) => fund.taskAllocation.title);

export default function TaskAllocation() {
  const { allocation, taskAllocation: words } = useMessages().fund;
  const { fund, allocationId } = useLoaderData<typeof loader>();
  const [form, fields] = useServerForm<typeof TaskForm>({ defaultValue: { allocationId } });
  return (
    <Page
      title={words.title}
      lead={words.lead(fund.name)}
      back={{ to: paths.office.fund(fund.id), label: fund.name }}
      narrow
    >
      <Form form={form}>
        <Hidden name="allocationId" value={fields.allocationId.initialValue ?? allocationId} />
        <MoneyField field={fields.amount} label={allocation.amount} />
        <TextField
          field={fields.documentNumber}
          label={words.documentNumber}
          hint={words.documentNumberHint}
          maxLength={60}
        />
        <TextField
          field={fields.department}
          label={words.department}
          hint={words.departmentHint}
          maxLength={60}
        />
        <TextField
          field={fields.purpose}
          label={words.purpose}
          hint={words.purposeHint}
          maxLength={200}
        />
        <SubmitButton>{words.submit}</SubmitButton>
      </Form>
    </Page>
  );
}
