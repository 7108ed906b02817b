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
import { listStreets } from "#app/domain/offices/streets.server.ts";
import { correctOrganization } from "#app/domain/organizations/correct.server.ts";
import { findOwnOrganization } from "#app/domain/organizations/queries.server.ts";
import { submit } from "#app/http/forms.server.ts";
import {
  detailsOf,
  organizationFields,
  refuseIncomplete,
} from "#app/http/organization-form.server.ts";
import { notFound } from "#app/http/params.server.ts";
import { requireManager } from "#app/http/session.server.ts";
import { useMessages } from "#app/i18n/messages.ts";
import { titled } from "#app/i18n/titled.ts";
import { paths } from "#app/paths.ts";

const RegistrationForm = z.object(organizationFields).superRefine(refuseIncomplete);

export async function loader({ request }: LoaderFunctionArgs) {
  const { by } = await requireManager(request);
  const own = (await findOwnOrganization(by)) ?? notFound();
  return { ...own, streets: await listStreets() };
}

export async function action({ request }: ActionFunctionArgs) {
  const act = await requireManager(request);
  return submit(request, RegistrationForm, async (told) => {
    await correctOrganization(act, detailsOf(told));
    return redirect(paths.organization.home, 303);
  });
}

export const meta: MetaFunction = (args) =>
  titled(args, ({ organizations }) => organizations.registration.title);

export default function Registration() {
  const { organizations } = useMessages();
  const { registration } = organizations;
  const { standing, streets, creditCode, officeId, ...own } = useLoaderData<typeof loader>();
  const { kind, name, introduction, contactName, contactPhone } = own;
  const defaultValue = {
    kind,
    name,
    creditCode: creditCode ?? "",
    officeId: officeId ?? "",
    introduction,
    contactName,
    contactPhone,
  };
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
          {organizationFieldsets(fields, organizations, streets)}
          <SubmitButton>{registration.submit}</SubmitButton>
        </Form>
      </WhileOpen>
    </Page>
  );
}
