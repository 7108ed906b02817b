import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { FileField, TextField } from "#app/components/fields.tsx";
import { Form, SubmitButton, useServerForm } from "#app/components/form.tsx";
import { WhileOpen } from "#app/components/moved-on.tsx";
import { EmptyState } from "#app/components/notice.tsx";
import { Page, Section } from "#app/components/page.tsx";
import { DataTable } from "#app/components/table.tsx";
import { acceptedFiles } from "#app/domain/files/upload.ts";
import { addEvidence } from "#app/domain/tenders/evidence.server.ts";
import { listOwnEvidence } from "#app/domain/tenders/evidence-queries.server.ts";
import { findProblems } from "#app/domain/tenders/office-queries.server.ts";
import { submit } from "#app/http/forms.server.ts";
import { idParam, notFound } from "#app/http/params.server.ts";
import { requireOffice, requireOfficeReader } from "#app/http/session.server.ts";
import { readUpload } from "#app/http/uploads.server.ts";
import { useMessages } from "#app/i18n/messages.ts";
import { titled } from "#app/i18n/titled.ts";
import { paths } from "#app/paths.ts";

const EvidenceForm = z.object({ title: z.string().trim().min(2).max(100), file: z.file() });

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { by, roles } = await requireOfficeReader(request);
  const tenderId = idParam<"tender">(params.tenderId);
  const { title, status } = (await findProblems(by, tenderId)) ?? notFound();
  const files = await listOwnEvidence(by, tenderId);
  return { tenderId, title, files, changes: status === "draft" && roles.includes("officer") };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const act = await requireOffice(request, "officer");
  const tenderId = idParam<"tender">(params.tenderId);
  return submit(request, EvidenceForm, async ({ title, file }) => {
    await addEvidence(act, { tenderId, title, upload: await readUpload(file) });
    return redirect(paths.office.evidence(tenderId), 303);
  });
}

export const meta: MetaFunction = (args) => titled(args, ({ evidence }) => evidence.title);

export default function Evidence() {
  const { evidence: words } = useMessages();
  const { tenderId, title, files, changes } = useLoaderData<typeof loader>();
  return (
    <Page title={words.title} lead={words.lead(title)} back={{ to: paths.office.tender(tenderId) }}>
      <Section title={words.list}>
        <DataTable
          caption={words.list}
          rows={files}
          rowKey={({ id }) => id}
          columns={[
            { key: "what", label: words.what, main: true, cell: ({ title: what }) => what },
            {
              key: "file",
              label: words.file,
              cell: ({ id, fileName }) => (
                <a href={paths.office.evidenceFile(tenderId, id)}>{fileName}</a>
              ),
            },
            ...(changes
              ? [
                  {
                    key: "remove",
                    label: words.remove,
                    act: true,
                    cell: ({ id }: { id: string }) => (
                      <a href={paths.office.evidenceRemoval(tenderId, id)}>{words.remove}</a>
                    ),
                  },
                ]
              : []),
          ]}
          empty={<EmptyState>{words.empty}</EmptyState>}
        />
      </Section>
      <WhileOpen open={changes} to={paths.office.tender(tenderId)}>
        <AddForm />
      </WhileOpen>
    </Page>
  );
}

function AddForm() {
  const { evidence: words } = useMessages();
  const [form, fields] = useServerForm<typeof EvidenceForm>();
  return (
    <Section title={words.add}>
      <Form form={form} upload>
        <TextField
          field={fields.title}
          label={words.addTitle}
          hint={words.addTitleHint}
          maxLength={100}
        />
        <FileField
          field={fields.file}
          label={words.addFile}
          hint={words.addFileHint}
          accept={acceptedFiles}
        />
        <SubmitButton>{words.submit}</SubmitButton>
      </Form>
    </Section>
  );
}
