import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { Checkbox } from "#app/components/choices.tsx";
import { TextField } from "#app/components/fields.tsx";
import { Form, SubmitButton, useServerForm } from "#app/components/form.tsx";
import { Page } from "#app/components/page.tsx";
import { findBatch } from "#app/domain/payment-batches/queries.server.ts";
import { withdrawBatch } from "#app/domain/payment-batches/withdraw.server.ts";
import { submit } from "#app/http/forms.server.ts";
import { idParam, notFound } from "#app/http/params.server.ts";
import { requireOffice } from "#app/http/session.server.ts";
import { useMessages } from "#app/i18n/messages.ts";
import { titled } from "#app/i18n/titled.ts";
import { paths } from "#app/paths.ts";

const WithdrawalForm = z.object({
  reason: z.string().trim().min(4).max(200),
  sure: z.literal("on"),
});

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { by } = await requireOffice(request, "finance");
  const { id, number } = (await findBatch(by, idParam(params.batchId))) ?? notFound();
  return { id, number };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const act = await requireOffice(request, "finance");
  const batchId = idParam<"payment_batch">(params.batchId);
  return submit(request, WithdrawalForm, async ({ reason }) => {
    await withdrawBatch(act, { batchId, reason });
    return redirect(paths.office.batch(batchId), 303);
  });
}

export const meta: MetaFunction = (args) =>
  titled(args, ({ payments }) => payments.withdrawal.title);

export default function WithdrawBatch() {
  const { withdrawal: words, batch } = useMessages().payments;
  const { id, number } = useLoaderData<typeof loader>();
  const [form, fields] = useServerForm<typeof WithdrawalForm>();
  return (
    <Page
      title={words.title}
      lead={words.lead}
      back={{ to: paths.office.batch(id), label: batch.title(number) }}
      narrow
    >
      <Form form={form}>
        <TextField field={fields.reason} label={words.reason} maxLength={200} />
        <Checkbox field={fields.sure} label={words.sure} />
        <SubmitButton kind="danger">{words.submit}</SubmitButton>
      </Form>
    </Page>
  );
}
