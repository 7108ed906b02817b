import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { Form, SubmitButton, useServerForm } from "#app/components/form.tsx";
import { Notice } from "#app/components/notice.tsx";
import { Page } from "#app/components/page.tsx";
import { outcomeOf } from "#app/domain/payment-batches/bank-result.ts";
import { recordBankResult } from "#app/domain/payment-batches/record-result.server.ts";
import { findBankResult } from "#app/domain/payment-batches/upload-result.server.ts";
import { submit } from "#app/http/forms.server.ts";
import { idParam, notFound } from "#app/http/params.server.ts";
import { requireOffice } from "#app/http/session.server.ts";
import { useFormat, useMessages } from "#app/i18n/messages.ts";
import { titled } from "#app/i18n/titled.ts";
import { paths } from "#app/paths.ts";
import { ResultRows } from "./result-rows.tsx";

const RecordingForm = z.object({});

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { by } = await requireOffice(request, "finance");
  const { rows, ...result } = (await findBankResult(by, idParam(params.resultId))) ?? notFound();
  const shown = rows.map(({ row, order, problem }) => ({
    ...row,
    said: outcomeOf(row) ?? null,
    problem: problem ?? null,
    known: order !== undefined && order.state !== "sent",
  }));
  return { ...result, rows: shown };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const act = await requireOffice(request, "finance");
  const resultId = idParam<"bank_result">(params.resultId);
  const { batchId } = (await findBankResult(act.by, resultId)) ?? notFound();
  return submit(request, RecordingForm, async () => {
    await recordBankResult(act, resultId);
    return redirect(paths.office.batch(batchId), 303);
  });
}

export const meta: MetaFunction = (args) => titled(args, ({ payments }) => payments.result.title);

export default function BankResult() {
  const { result: words, batch } = useMessages().payments;
  const { number: decimal } = useFormat();
  const { batchId, number, fileName, recordedAt, rows } = useLoaderData<typeof loader>();
  const wrong = rows.filter(({ problem }) => problem).length;
  return (
    <Page
      title={words.title}
      lead={words.lead(fileName, number)}
      back={{ to: paths.office.batch(batchId), label: batch.title(number) }}
      wide
    >
      {recordedAt && <Notice kind="success">{words.recorded}</Notice>}
      {!recordedAt && wrong > 0 && <Notice kind="refusal">{words.wrong(decimal(wrong))}</Notice>}
      {!recordedAt && wrong === 0 && <Record />}
      <ResultRows rows={rows} />
    </Page>
  );
}

function Record() {
  const words = useMessages().payments.result;
  const { count } = useFormat();
  const { rows } = useLoaderData<typeof loader>();
  const [form] = useServerForm<typeof RecordingForm>();
  const said = (outcome: "paid" | "failed") =>
    count(rows.filter((row) => row.said === outcome).length, "payment");
  return (
    <Form form={form}>
      <p>{words.ready(said("paid"), said("failed"))}</p>
      <SubmitButton>{words.submit}</SubmitButton>
    </Form>
  );
}
