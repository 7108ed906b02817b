import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { LinkButton } from "#app/components/button.tsx";
import { Form, SubmitButton, useServerForm } from "#app/components/form.tsx";
import { Notice } from "#app/components/notice.tsx";
import { Actions, Page } from "#app/components/page.tsx";
import { isImportable } from "#app/domain/projects/check-row.ts";
import { confirmImport, findImport } from "#app/domain/projects/import.server.ts";
import { submit } from "#app/http/forms.server.ts";
import { idParam, notFound } from "#app/http/params.server.ts";
import { requireOffice } from "#app/http/session.server.ts";
import { useFormat, useMessages } from "#app/i18n/messages.ts";
import { titled } from "#app/i18n/titled.ts";
import { paths } from "#app/paths.ts";
import { ImportIssues } from "./import-issues.tsx";
import { ImportRows } from "./import-rows.tsx";

const ConfirmationForm = z.object({});

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { by } = await requireOffice(request, "officer");
  return (await findImport(by, idParam(params.importId))) ?? notFound();
}

export async function action({ request, params }: ActionFunctionArgs) {
  const act = await requireOffice(request, "officer");
  return submit(request, ConfirmationForm, async () => {
    await confirmImport(act, idParam(params.importId));
    return redirect(paths.office.projects, 303);
  });
}

export const meta: MetaFunction = (args) => titled(args, ({ projects }) => projects.preview.title);

export default function ImportPreview() {
  const { preview } = useMessages().projects;
  const { count } = useFormat();
  const { fileName, importedAt, list, rows } = useLoaderData<typeof loader>();
  const importable = rows.filter(isImportable).length;
  const kept = rows.length - importable;
  const lead = importedAt ? preview.importedLead(fileName) : preview.lead(fileName);
  return (
    <Page title={preview.title} lead={lead} back={{ to: paths.office.importProjects }} wide>
      <Notice kind={kept === 0 ? "success" : "waiting"}>
        {kept === 0
          ? preview.allReady(count(importable, "project"))
          : preview.summary(count(importable, "project"), count(kept, "project"))}
      </Notice>
      <ColumnNotes {...list} />
      {importedAt ? <ToList /> : <Confirm importable={importable} />}
      <ImportIssues rows={rows} />
      <ImportRows rows={rows} />
    </Page>
  );
}

type RecognizedList = Awaited<ReturnType<typeof loader>>["list"];

function ColumnNotes({ missing, ignored }: RecognizedList) {
  const { preview, import: words } = useMessages().projects;
  const { list } = useFormat();
  const names = missing.map((column) => words.columnNames[column]);
  return (
    <>
      {names.length > 0 && <p>{preview.missing(list(names))}</p>}
      {ignored.length > 0 && <p>{preview.ignored(list(ignored))}</p>}
      <p>{preview.further}</p>
    </>
  );
}

function Confirm({ importable }: { importable: number }) {
  const { preview } = useMessages().projects;
  const { count } = useFormat();
  const [form] = useServerForm<typeof ConfirmationForm>();
  return (
    <>
      <Form form={form}>
        {importable > 0 && (
          <SubmitButton>{preview.confirm(count(importable, "project"))}</SubmitButton>
        )}
      </Form>
      <Actions>
        <LinkButton to={paths.office.importProjects}>{preview.again}</LinkButton>
      </Actions>
    </>
  );
}

function ToList() {
  const { preview } = useMessages().projects;
  return (
    <Actions>
      <LinkButton kind="main" to={paths.office.projects}>
        {preview.toList}
      </LinkButton>
    </Actions>
  );
}
