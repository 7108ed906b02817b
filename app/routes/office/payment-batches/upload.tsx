import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { FileField } from "#app/components/fields.tsx";
import { Form, SubmitButton, useServerForm } from "#app/components/form.tsx";
import { Page } from "#app/components/page.tsx";
import { findBatch } from "#app/domain/payment-batches/queries.server.ts";
import { uploadBankResult } from "#app/domain/payment-batches/upload-result.server.ts";
import { submit } from "#app/http/forms.server.ts";
import { idParam, notFound } from "#app/http/params.server.ts";
import { requireOffice } from "#app/http/session.server.ts";
import { useMessages } from "#app/i18n/messages.ts";
import { titled } from "#app/i18n/titled.ts";
import { paths } from "#app/paths.ts";

const UploadForm = z.object({ file: z.file() });

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { by } = await requireOffice(request, "finance");
  const { id, number } = (await findBatch(by, idParam(params.batchId))) ?? notFound();
  return { id, number };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const act = await requireOffice(request, "finance");
  const batchId = idParam<"payment_batch">(params.batchId);
  return submit(request, UploadForm, async ({ file }) => {
    const bytes = new Uint8Array(await file.arrayBuffer());
    const fileName = file.name.slice(0, 200);
    const resultId = await uploadBankResult(act, { batchId, fileName, bytes });
    return redirect(paths.office.bankResult(resultId), 303);
  });
}

export const meta: MetaFunction = (args) => titled(args, ({ payments }) => payments.upload.title);

export default function UploadBankResult() {
  const { upload, batch } = useMessages().payments;
  const { id, number } = useLoaderData<typeof loader>();
  const [form, fields] = useServerForm<typeof UploadForm>();
  return (
    <Page
      title={upload.title}
      lead={upload.lead}
      back={{ to: paths.office.batch(id), label: batch.title(number) }}
      narrow
    >
      <Form form={form} upload>
        <FileField
          field={fields.file}
          label={upload.file}
          hint={upload.fileHint}
          accept=".csv,.xlsx,.txt,text/csv"
        />
        <SubmitButton>{upload.submit}</SubmitButton>
      </Form>
    </Page>
  );
}
