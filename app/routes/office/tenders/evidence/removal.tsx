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
import { removeEvidence } from "#app/domain/tenders/evidence.server.ts";
import { listOwnEvidence } from "#app/domain/tenders/evidence-queries.server.ts";
import { submit } from "#app/http/forms.server.ts";
import { idParam, notFound } from "#app/http/params.server.ts";
import { requireOffice } from "#app/http/session.server.ts";
import { useMessages } from "#app/i18n/messages.ts";
import { titled } from "#app/i18n/titled.ts";
import { paths } from "#app/paths.ts";

const RemovalForm = z.object({});

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { by } = await requireOffice(request, "officer");
  const tenderId = idParam<"tender">(params.tenderId);
  const files = await listOwnEvidence(by, tenderId);
  const { title, fileName } = files.find(({ id }) => id === params.evidenceId) ?? notFound();
  return { tenderId, title, fileName };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const act = await requireOffice(request, "officer");
  const tenderId = idParam<"tender">(params.tenderId);
  const evidenceId = idParam<"evidence">(params.evidenceId);
  return submit(request, RemovalForm, async () => {
    await removeEvidence(act, { tenderId, evidenceId });
    return redirect(paths.office.evidence(tenderId), 303);
  });
}

export const meta: MetaFunction = (args) => titled(args, ({ evidence }) => evidence.removal.submit);

export default function EvidenceRemoval() {
  const { removal } = useMessages().evidence;
  const { tenderId, title, fileName } = useLoaderData<typeof loader>();
  const [form] = useServerForm<typeof RemovalForm>();
  return (
    <Page
      title={removal.title(title)}
      lead={fileName}
      back={{ to: paths.office.evidence(tenderId) }}
      narrow
    >
      <Form form={form}>
        <p>{removal.lead}</p>
        <SubmitButton kind="danger">{removal.submit}</SubmitButton>
      </Form>
    </Page>
  );
}
