import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { Form, Hidden, SubmitButton, useServerForm } from "#app/components/form.tsx";
import { Page, Section } from "#app/components/page.tsx";
import { listDocumentsToRead } from "#app/domain/organizations/document-queries.server.ts";
import { findOrganizationToCheck } from "#app/domain/organizations/queries.server.ts";
import { verifyOrganization } from "#app/domain/organizations/verify.server.ts";
import { submit } from "#app/http/forms.server.ts";
import { id, idParam, notFound } from "#app/http/params.server.ts";
import { requireOperator } from "#app/http/session.server.ts";
import { useMessages } from "#app/i18n/messages.ts";
import { titled } from "#app/i18n/titled.ts";
import { paths } from "#app/paths.ts";
import { dayOf } from "#app/values/time.ts";
import { CheckedDocuments } from "./documents/checked-documents.tsx";
import { OrganizationFacts } from "./organization-facts.tsx";

const VerificationForm = z.object({
  documents: z.array(id<"organization_document">()).default([]),
});

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { by, at } = await requireOperator(request);
  const organizationId = idParam<"organization">(params.organizationId);
  const [organization, documents] = await Promise.all([
    findOrganizationToCheck(by, organizationId),
    listDocumentsToRead(by, organizationId),
  ]);
  const waiting = documents.filter(({ state }) => state === "waiting");
  return { ...(organization ?? notFound()), waiting, today: dayOf(at) };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const act = await requireOperator(request);
  const organizationId = idParam<"organization">(params.organizationId);
  return submit(request, VerificationForm, async ({ documents }) => {
    await verifyOrganization(act, { organizationId, documents });
    return redirect(paths.platform.organization(organizationId), 303);
  });
}

export const meta: MetaFunction = (args) =>
  titled(args, ({ organizations }) => organizations.platform.check.verify);

export default function VerifyOrganization() {
  const { organizations, certificates } = useMessages();
  const { check } = organizations.platform;
  const { waiting, today, ...organization } = useLoaderData<typeof loader>();
  const [form] = useServerForm<typeof VerificationForm>();
  return (
    <Page
      title={check.verifyTitle(organization.name)}
      lead={check.verifyWords}
      back={{ to: paths.platform.organization(organization.id) }}
    >
      <Form form={form}>
        <OrganizationFacts organization={organization} />
        <Section
          title={certificates.platform.documents}
          note={certificates.platform.verifyDocuments}
        >
          <CheckedDocuments organizationId={organization.id} documents={waiting} today={today} />
        </Section>
        {waiting.map((document) => (
          <Hidden key={document.id} name="documents" value={document.id} />
        ))}
        <SubmitButton>{check.verify}</SubmitButton>
      </Form>
    </Page>
  );
}
