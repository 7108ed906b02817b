import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { z } from "zod";
import { FileField } from "#app/components/fields.tsx";
import { Form, SubmitButton, useServerForm } from "#app/components/form.tsx";
import { More, Page } from "#app/components/page.tsx";
import { uploadList } from "#app/domain/projects/import.server.ts";
import { listColumns } from "#app/domain/projects/list-columns.ts";
import { submit } from "#app/http/forms.server.ts";
import { requireOffice } from "#app/http/session.server.ts";
import { useMessages } from "#app/i18n/messages.ts";
import { titled } from "#app/i18n/titled.ts";
import { paths } from "#app/paths.ts";

const ImportForm = z.object({ file: z.file() });

export async function loader({ request }: LoaderFunctionArgs) {
  await requireOffice(request, "officer");
  return null;
}

export async function action({ request }: ActionFunctionArgs) {
  const act = await requireOffice(request, "officer");
  return submit(request, ImportForm, async ({ file }) => {
    const bytes = new Uint8Array(await file.arrayBuffer());
    const importId = await uploadList(act, { fileName: file.name.slice(0, 200), bytes });
    return redirect(paths.office.projectImport(importId), 303);
  });
}

export const meta: MetaFunction = (args) => titled(args, ({ projects }) => projects.import.title);

export default function ImportProjects() {
  const { import: words } = useMessages().projects;
  const [form, fields] = useServerForm<typeof ImportForm>();
  return (
    <Page title={words.title} lead={words.lead} back={{ to: paths.office.projects }} narrow>
      <Form form={form} upload>
        <FileField
          field={fields.file}
          label={words.file}
          hint={words.fileHint}
          accept=".csv,.xlsx,.txt,text/csv"
        />
        <SubmitButton>{words.submit}</SubmitButton>
      </Form>
      <More label={words.columns}>
        <ul>
          {listColumns.map((column) => (
            <li key={column}>{words.columnNames[column]}</li>
          ))}
        </ul>
      </More>
    </Page>
  );
}
