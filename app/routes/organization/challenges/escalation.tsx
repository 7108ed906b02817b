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
import { escalateChallenge } from "#app/domain/challenges/escalate.server.ts";
import { findOwnChallenge } from "#app/domain/challenges/own-queries.server.ts";
import { submit } from "#app/http/forms.server.ts";
import { idParam, notFound } from "#app/http/params.server.ts";
import { requireManager } from "#app/http/session.server.ts";
import { useMessages } from "#app/i18n/messages.ts";
import { titled } from "#app/i18n/titled.ts";
import { paths } from "#app/paths.ts";

const EscalationForm = z.object({ text: z.string().trim().min(10).max(3000) });

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { by } = await requireManager(request);
  const { id } = (await findOwnChallenge(by, idParam(params.challengeId))) ?? notFound();
  return { id };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const act = await requireManager(request);
  const challengeId = idParam<"challenge">(params.challengeId);
  return submit(request, EscalationForm, async ({ text }) => {
    await escalateChallenge(act, { challengeId, text });
    return redirect(paths.organization.challenge(challengeId), 303);
  });
}

export const meta: MetaFunction = (args) =>
  titled(args, ({ challenges }) => challenges.escalation.title);

export default function Escalation() {
  const { escalation: words } = useMessages().challenges;
  const { id } = useLoaderData<typeof loader>();
  const [form, fields] = useServerForm<typeof EscalationForm>();
  return (
    <Page
      title={words.title}
      lead={words.lead}
      back={{ to: paths.organization.challenge(id) }}
      narrow
    >
      <Form form={form}>
        <TextArea field={fields.text} label={words.text} rows={8} minLength={10} maxLength={3000} />
        <SubmitButton>{words.submit}</SubmitButton>
      </Form>
    </Page>
  );
}
