import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { Form, SubmitButton, useServerForm } from "#app/components/form.tsx";
import { Page } from "#app/components/page.tsx";
import { listOwnDocuments } from "#app/domain/organizations/document-queries.server.ts";
import { removeDocument } from "#app/domain/organizations/remove-document.server.ts";
import { submit } from "#app/http/forms.server.ts";
import { idParam, notFound } from "#app/http/params.server.ts";
import { requireManager } from "#app/http/session.server.ts";
import { useMessages } from "#app/i18n/messages.ts";
import { titled } from "#app/i18n/titled.ts";
import { paths } from "#app/paths.ts";

const RemovalForm = z.object({});

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { by } = await requireManager(request);
  const documents = await listOwnDocuments(by);
  const { kind, fileName } = documents.find(({ id }) => id === params.documentId) ?? notFound();
  return { kind, fileName };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const act = await requireManager(request);
  const documentId = idParam<"organization_document">(params.documentId);
  return submit(request, RemovalForm, async () => {
    await removeDocument(act, documentId);
    return redirect(paths.organization.documents, 303);
  });
}

export const meta: MetaFunction = (args) =>
  titled(args, ({ certificates }) => certificates.removal.submit);

export default function DocumentRemoval() {
  const { removal, kinds } = useMessages().certificates;
  const { kind, fileName } = useLoaderData<typeof loader>();
  const [form] = useServerForm<typeof RemovalForm>();
  return (
    <Page
      title={removal.title(kinds[kind])}
      lead={fileName}
      back={{ to: paths.organization.documents }}
      narrow
    >
      <Form form={form}>
        <p>{removal.lead}</p>
        <SubmitButton kind="danger">{removal.submit}</SubmitButton>
      </Form>
    </Page>
  );
}
