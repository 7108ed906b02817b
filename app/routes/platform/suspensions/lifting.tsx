import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { TextArea } from "#app/components/fields.tsx";
import { Form, SubmitButton, useServerForm } from "#app/components/form.tsx";
import { Page } from "#app/components/page.tsx";
import { liftSuspension } from "#app/domain/organizations/lift-suspension.server.ts";
import { findOrganizationToCheck } from "#app/domain/organizations/queries.server.ts";
import { submit } from "#app/http/forms.server.ts";
import { idParam, notFound } from "#app/http/params.server.ts";
import { requireOperator } from "#app/http/session.server.ts";
import { useMessages } from "#app/i18n/messages.ts";
import { titled } from "#app/i18n/titled.ts";
import { paths } from "#app/paths.ts";

const LiftingForm = z.object({ reason: z.string().trim().min(5).max(500) });

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { by } = await requireOperator(request);
  const found = await findOrganizationToCheck(by, idParam(params.organizationId));
  const { id, name } = found ?? notFound();
  return { id, name };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const act = await requireOperator(request);
  const organizationId = idParam<"organization">(params.organizationId);
  return submit(request, LiftingForm, async ({ reason }) => {
    await liftSuspension(act, { organizationId, reason });
    return redirect(paths.platform.organization(organizationId), 303);
  });
}

export const meta: MetaFunction = (args) => titled(args, ({ suspensions }) => suspensions.lift);

export default function LiftSuspension() {
  const { suspensions: words } = useMessages();
  const { id, name } = useLoaderData<typeof loader>();
  const [form, fields] = useServerForm<typeof LiftingForm>();
  return (
    <Page
      title={words.liftTitle(name)}
      lead={words.liftLead}
      back={{ to: paths.platform.organization(id) }}
      narrow
    >
      <Form form={form}>
        <TextArea
          field={fields.reason}
          label={words.liftReason}
          hint={words.liftReasonHint}
          maxLength={500}
        />
        <SubmitButton>{words.liftSubmit}</SubmitButton>
      </Form>
    </Page>
  );
}
