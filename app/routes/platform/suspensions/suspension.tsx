import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { RadioGroup } from "#app/components/choices.tsx";
import { TextArea } from "#app/components/fields.tsx";
import { Form, SubmitButton, useServerForm } from "#app/components/form.tsx";
import { Page } from "#app/components/page.tsx";
import { findOrganizationToCheck } from "#app/domain/organizations/queries.server.ts";
import { suspendOrganization } from "#app/domain/organizations/suspend.server.ts";
import { submit } from "#app/http/forms.server.ts";
import { idParam, notFound } from "#app/http/params.server.ts";
import { requireOperator } from "#app/http/session.server.ts";
import { useMessages } from "#app/i18n/messages.ts";
import { titled } from "#app/i18n/titled.ts";
import { paths } from "#app/paths.ts";

const SuspensionForm = z.object({
  reason: z.string().trim().min(10).max(500),
  services: z.enum(["on", "paused"]),
});

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { by } = await requireOperator(request);
  const found = await findOrganizationToCheck(by, idParam(params.organizationId));
  const { id, name } = found ?? notFound();
  return { id, name };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const act = await requireOperator(request);
  const organizationId = idParam<"organization">(params.organizationId);
  return submit(request, SuspensionForm, async ({ reason, services }) => {
    const pausesServices = services === "paused";
    await suspendOrganization(act, { organizationId, reason, pausesServices });
    return redirect(paths.platform.organization(organizationId), 303);
  });
}

export const meta: MetaFunction = (args) => titled(args, ({ suspensions }) => suspensions.suspend);

const choices = ["on", "paused"] as const;

export default function Suspend() {
  const { suspensions: words } = useMessages();
  const { id, name } = useLoaderData<typeof loader>();
  const [form, fields] = useServerForm<typeof SuspensionForm>();
  return (
    <Page
      title={words.suspendTitle(name)}
      lead={words.lead}
      back={{ to: paths.platform.organization(id) }}
      narrow
    >
      <Form form={form}>
        <TextArea
          field={fields.reason}
          label={words.reason}
          hint={words.reasonHint}
          maxLength={500}
        />
        <RadioGroup
          field={fields.services}
          label={words.services}
          options={choices.map((value) => ({ value, label: words.servicesChoice[value] }))}
        />
        <SubmitButton kind="danger">{words.suspendSubmit}</SubmitButton>
      </Form>
    </Page>
  );
}
