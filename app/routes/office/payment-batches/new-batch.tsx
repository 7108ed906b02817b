import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { CheckboxGroup } from "#app/components/choices.tsx";
import { Form, Hidden, SubmitButton, useServerForm } from "#app/components/form.tsx";
import { EmptyState } from "#app/components/notice.tsx";
import { Page } from "#app/components/page.tsx";
import { makeBatch } from "#app/domain/payment-batches/make.server.ts";
import { listPayable } from "#app/domain/payment-batches/queries.server.ts";
import { submit } from "#app/http/forms.server.ts";
import { id } from "#app/http/params.server.ts";
import { requireOffice } from "#app/http/session.server.ts";
import { useFormat, useMessages } from "#app/i18n/messages.ts";
import { titled } from "#app/i18n/titled.ts";
import { paths } from "#app/paths.ts";
import { newId } from "#app/values/id.ts";
import { fen } from "#app/values/money.ts";

const BatchForm = z.object({
  batchId: id<"payment_batch">(),
  milestoneIds: z.array(id<"milestone">()).default([]),
});

export async function loader({ request }: LoaderFunctionArgs) {
  const { by } = await requireOffice(request, "finance");
  const rows = await listPayable(by);
  const payable = rows.map((row) => ({ ...row, own: row.acceptedBy === by.userId }));
  return { payable, batchId: newId() };
}

export async function action({ request }: ActionFunctionArgs) {
  const act = await requireOffice(request, "finance");
  return submit(request, BatchForm, async (batch) => {
    await makeBatch(act, batch);
    return redirect(paths.office.batch(batch.batchId), 303);
  });
}

export const meta: MetaFunction = (args) => titled(args, ({ payments }) => payments.make.title);

type Row = Awaited<ReturnType<typeof loader>>["payable"][number];

export default function NewBatch() {
  const { make, batches } = useMessages().payments;
  const { money } = useFormat();
  const { payable, batchId } = useLoaderData<typeof loader>();
  const hint = useHint();
  const ready = payable.filter(({ own, accountId }) => !own && accountId).map((row) => row.id);
  const [form, fields] = useServerForm<typeof BatchForm>({
    defaultValue: { batchId, milestoneIds: ready },
  });
  return (
    <Page
      title={make.title}
      lead={make.lead}
      back={{ to: paths.office.batches, label: batches.title }}
      narrow
    >
      {payable.length === 0 ? (
        <EmptyState>{make.empty}</EmptyState>
      ) : (
        <Form form={form}>
          <Hidden name="batchId" value={fields.batchId.initialValue ?? batchId} />
          <CheckboxGroup
            field={fields.milestoneIds}
            label={make.choose}
            options={payable.map((row) => ({
              value: row.id,
              label: make.option(row.contract, row.name, money(row.pay ?? fen(0))),
              hint: hint(row),
              disabled: row.own || !row.accountId,
            }))}
          />
          <SubmitButton>{make.submit}</SubmitButton>
        </Form>
      )}
    </Page>
  );
}

/** Where it would be paid to, and what to look at first. */
function useHint() {
  const { make } = useMessages().payments;
  const { list, stamp } = useFormat();
  return (row: Row) => {
    const { organization, accountName, bank, numberEnd, accountChangedAt } = row;
    const failed = row.failedReason ? [make.failed(row.failedReason)] : [];
    if (!accountName || !bank || !numberEnd || !accountChangedAt) {
      return list([make.noAccount(organization), ...failed]);
    }
    return list([
      make.account(organization, accountName, bank, numberEnd),
      make.accountChanged(stamp(accountChangedAt)),
      ...(accountName === organization ? [] : [make.otherName]),
      ...(row.own ? [make.own] : []),
      ...failed,
    ]);
  };
}
