import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { Form, SubmitButton, useServerForm } from "#app/components/form.tsx";
import { WhileOpen } from "#app/components/moved-on.tsx";
import { organizationFieldsets } from "#app/components/organizations/organization-fields.tsx";
import { Page } from "#app/components/page.tsx";
import { correctOrganization } from "#app/domain/organizations/correct.server.ts";
import { findOwnOrganization } from "#app/domain/organizations/queries.server.ts";
import { submit } from "#app/http/forms.server.ts";
import { organizationFields } from "#app/http/organization-form.server.ts";
import { notFound } from "#app/http/params.server.ts";
import { requireManager } from "#app/http/session.server.ts";
import { useMessages } from "#app/i18n/messages.ts";
import { titled } from "#app/i18n/titled.ts";
import { paths } from "#app/paths.ts";

const RegistrationForm = z.object(organizationFields);

export async function loader({ request }: LoaderFunctionArgs) {
  const { by } = await requireManager(request);
  return (await findOwnOrganization(by)) ?? notFound();
}

export async function action({ request }: ActionFunctionArgs) {
  const act = await requireManager(request);
  return submit(request, RegistrationForm, async (details) => {
    await correctOrganization(act, details);
    return redirect(paths.organization.home, 303);
  });
}

export const meta: MetaFunction = (args) =>
  titled(args, ({ organizations }) => organizations.registration.title);

export default function Registration() {
  const { organizations } = useMessages();
  const { registration } = organizations;
  const { standing, name, creditCode, introduction, contactName, contactPhone } =
    useLoaderData<typeof loader>();
  const defaultValue = { name, creditCode, introduction, contactName, contactPhone };
  const [form, fields] = useServerForm<typeof RegistrationForm>({ defaultValue });
  return (
    <Page
      title={registration.title}
      lead={registration.lead}
      back={{ to: paths.organization.home }}
      narrow
    >
      <WhileOpen open={standing !== "verified"} to={paths.organization.home}>
        <Form form={form}>
          {organizationFieldsets(fields, organizations)}
          <SubmitButton>{registration.submit}</SubmitButton>
        </Form>
      </WhileOpen>
    </Page>
  );
}
