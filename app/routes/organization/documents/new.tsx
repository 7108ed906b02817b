import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { Select } from "#app/components/choices.tsx";
import { DateField, FileField } from "#app/components/fields.tsx";
import { Form, SubmitButton, useServerForm } from "#app/components/form.tsx";
import { Page } from "#app/components/page.tsx";
import { acceptedFiles } from "#app/domain/files/upload.ts";
import { addDocument } from "#app/domain/organizations/add-document.server.ts";
import {
  documentKinds,
  documentsAskedOf,
  grades,
  isGrade,
} from "#app/domain/organizations/document.ts";
import { findOwnOrganization } from "#app/domain/organizations/queries.server.ts";
import { calendarDay } from "#app/http/fields.server.ts";
import { submit } from "#app/http/forms.server.ts";
import { notFound } from "#app/http/params.server.ts";
import { requireManager } from "#app/http/session.server.ts";
import { readUpload } from "#app/http/uploads.server.ts";
import { useMessages } from "#app/i18n/messages.ts";
import { titled } from "#app/i18n/titled.ts";
import { paths } from "#app/paths.ts";

const DocumentForm = z
  .object({
    kind: z.enum(documentKinds),
    grade: z.enum(["5", "4", "3", "2", "1"]).optional(),
    expiresOn: calendarDay().optional(),
    file: z.file(),
  })
  .refine(({ kind, grade }) => kind !== "grade" || grade, {
    path: ["grade"],
    error: "grade_needed",
  })
  .refine(({ kind, expiresOn }) => kind !== "grade" || expiresOn, {
    path: ["expiresOn"],
    error: "expiry_needed",
  });

export async function loader({ request }: LoaderFunctionArgs) {
  const { by } = await requireManager(request);
  const { kind } = (await findOwnOrganization(by)) ?? notFound();
  return { kinds: documentsAskedOf[kind] };
}

export async function action({ request }: ActionFunctionArgs) {
  const act = await requireManager(request);
  return submit(request, DocumentForm, async ({ kind, grade: chosen, expiresOn, file }) => {
    const number = Number(chosen);
    const grade = kind === "grade" && isGrade(number) ? number : null;
    const upload = await readUpload(file);
    await addDocument(act, { kind, grade, expiresOn: expiresOn ?? null, upload });
    return redirect(paths.organization.documents, 303);
  });
}

export const meta: MetaFunction = (args) =>
  titled(args, ({ certificates }) => certificates.add.title);

export default function NewDocument() {
  const { add, kinds, grade: gradeWords } = useMessages().certificates;
  const { kinds: asked } = useLoaderData<typeof loader>();
  const [form, fields] = useServerForm<typeof DocumentForm>();
  return (
    <Page title={add.title} lead={add.lead} back={{ to: paths.organization.documents }} narrow>
      <Form form={form} upload>
        <Select
          field={fields.kind}
          label={add.kind}
          options={asked.map((value) => ({ value, label: kinds[value] }))}
        />
        {asked.some((kind) => kind === "grade") && (
          <Select
            field={fields.grade}
            label={add.grade}
            hint={add.gradeHint}
            options={grades.map((grade) => ({ value: String(grade), label: gradeWords.of(grade) }))}
            optional
          />
        )}
        <DateField
          field={fields.expiresOn}
          label={add.expiresOn}
          hint={add.expiresOnHint}
          optional
        />
        <FileField
          field={fields.file}
          label={add.file}
          hint={add.fileHint}
          accept={acceptedFiles}
        />
        <SubmitButton>{add.submit}</SubmitButton>
      </Form>
    </Page>
  );
}
