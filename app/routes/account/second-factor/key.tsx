import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { CodeField } from "#app/components/accounts/code-field.tsx";
import { Form, SubmitButton, useServerForm } from "#app/components/form.tsx";
import { Page } from "#app/components/page.tsx";
import { makeKey } from "#app/domain/accounts/make-key.server.ts";
import { findProof } from "#app/domain/accounts/second-factor-queries.server.ts";
import { submit } from "#app/http/forms.server.ts";
import { requireHolder } from "#app/http/session.server.ts";
import { useMessages } from "#app/i18n/messages.ts";
import { titled } from "#app/i18n/titled.ts";
import { paths } from "#app/paths.ts";

/** Whoever has no second factor yet has no code either. */
const KeyForm = z.object({ code: z.string().trim().max(40).default("") });

export async function loader({ request }: LoaderFunctionArgs) {
  const { by } = await requireHolder(request);
  return await findProof(by.userId);
}

export async function action({ request }: ActionFunctionArgs) {
  const act = await requireHolder(request);
  return submit(request, KeyForm, async (proof) => {
    await makeKey(act, proof);
    return redirect(paths.enrolment, 303);
  });
}

export const meta: MetaFunction = (args) =>
  titled(args, ({ secondFactor }) => secondFactor.key.title);

export default function Key() {
  const { secondFactor: words } = useMessages();
  const { on, demo } = useLoaderData<typeof loader>();
  const [form, fields] = useServerForm<typeof KeyForm>();
  return (
    <Page title={words.key.title} lead={words.key.lead} back={{ to: paths.secondFactor }} narrow>
      <Form form={form}>
        {on && <p>{words.key.again}</p>}
        {on && <CodeField field={fields.code} label={words.code} demo={demo} />}
        <SubmitButton>{words.key.submit}</SubmitButton>
      </Form>
    </Page>
  );
}
