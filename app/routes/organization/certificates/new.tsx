import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { Select } from "#app/components/choices.tsx";
import { DateField, FileField, TextField } from "#app/components/fields.tsx";
import { Form, SubmitButton, useServerForm } from "#app/components/form.tsx";
import { Page } from "#app/components/page.tsx";
import { acceptedFiles } from "#app/domain/files/upload.ts";
import { addCertificate } from "#app/domain/organizations/add-certificate.server.ts";
import { certificateKinds } from "#app/domain/organizations/certificate.ts";
import { listActiveWorkers } from "#app/domain/organizations/worker-queries.server.ts";
import { calendarDay } from "#app/http/fields.server.ts";
import { submit } from "#app/http/forms.server.ts";
import { id } from "#app/http/params.server.ts";
import { requireManager } from "#app/http/session.server.ts";
import { readUpload } from "#app/http/uploads.server.ts";
import { useMessages } from "#app/i18n/messages.ts";
import { titled } from "#app/i18n/titled.ts";
import { paths } from "#app/paths.ts";

const CertificateForm = z.object({
  workerId: id<"worker">(),
  kind: z.enum(certificateKinds),
  number: z.string().trim().min(2).max(60),
  expiresOn: calendarDay().optional(),
  file: z.file().optional(),
});

export async function loader({ request }: LoaderFunctionArgs) {
  const { by } = await requireManager(request);
  const workers = await listActiveWorkers(by);
  return { workers: workers.map(({ id: value, name: label }) => ({ value, label })) };
}

export async function action({ request }: ActionFunctionArgs) {
  const act = await requireManager(request);
  return submit(request, CertificateForm, async ({ file, expiresOn, ...certificate }) => {
    const upload = file ? await readUpload(file) : null;
    await addCertificate(act, { ...certificate, expiresOn: expiresOn ?? null, upload });
    return redirect(paths.organization.certificates, 303);
  });
}

export const meta: MetaFunction = (args) =>
  titled(args, ({ certificates }) => certificates.staff.add);

export default function NewCertificate() {
  const { staff: words, add } = useMessages().certificates;
  const { workers } = useLoaderData<typeof loader>();
  const [form, fields] = useServerForm<typeof CertificateForm>();
  return (
    <Page title={words.add} lead={words.lead} back={{ to: paths.organization.certificates }} narrow>
      <Form form={form} upload>
        <Select field={fields.workerId} label={words.who} options={workers} />
        <Select
          field={fields.kind}
          label={words.kind}
          options={certificateKinds.map((value) => ({ value, label: words.kinds[value] }))}
        />
        <TextField field={fields.number} label={words.number} autoComplete="off" maxLength={60} />
        <DateField
          field={fields.expiresOn}
          label={words.expiresOn}
          hint={words.expiresOnHint}
          optional
        />
        <FileField
          field={fields.file}
          label={words.file}
          hint={add.fileHint}
          accept={acceptedFiles}
          optional
        />
        <SubmitButton>{words.add}</SubmitButton>
      </Form>
    </Page>
  );
}
