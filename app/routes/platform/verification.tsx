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
import { findOrganizationToCheck } from "#app/domain/organizations/queries.server.ts";
import { verifyOrganization } from "#app/domain/organizations/verify.server.ts";
import { submit } from "#app/http/forms.server.ts";
import { idParam, notFound } from "#app/http/params.server.ts";
import { requireOperator } from "#app/http/session.server.ts";
import { useMessages } from "#app/i18n/messages.ts";
import { titled } from "#app/i18n/titled.ts";
import { paths } from "#app/paths.ts";
import { OrganizationFacts } from "./organization-facts.tsx";

const VerificationForm = z.object({});

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { by } = await requireOperator(request);
  return (await findOrganizationToCheck(by, idParam(params.organizationId))) ?? notFound();
}

export async function action({ request, params }: ActionFunctionArgs) {
  const act = await requireOperator(request);
  const organizationId = idParam<"organization">(params.organizationId);
  return submit(request, VerificationForm, async () => {
    await verifyOrganization(act, organizationId);
    return redirect(paths.platform.organization(organizationId), 303);
  });
}

export const meta: MetaFunction = (args) =>
  titled(args, ({ organizations }) => organizations.platform.check.verify);

export default function VerifyOrganization() {
  const { check } = useMessages().organizations.platform;
  const organization = useLoaderData<typeof loader>();
  const [form] = useServerForm<typeof VerificationForm>();
  return (
    <Page
      title={check.verifyTitle(organization.name)}
      lead={check.verifyWords}
      back={{ to: paths.platform.organization(organization.id) }}
      narrow
    >
      <Form form={form}>
        <OrganizationFacts organization={organization} />
        <SubmitButton>{check.verify}</SubmitButton>
      </Form>
    </Page>
  );
}
