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
import { findDemoCode } from "#app/domain/accounts/second-factor-queries.server.ts";
import { checkSignInCode } from "#app/domain/accounts/sign-in-code.server.ts";
import { submit } from "#app/http/forms.server.ts";
import { findHalfSignedIn, forgetHalfSignedIn } from "#app/http/half-signed-in.server.ts";
import { startSession } from "#app/http/sessions.server.ts";
import { useMessages } from "#app/i18n/messages.ts";
import { titled } from "#app/i18n/titled.ts";
import { paths } from "#app/paths.ts";

const CodeForm = z.object({ code: z.string().trim().min(6).max(40) });

export async function loader({ request }: LoaderFunctionArgs) {
  const half = findHalfSignedIn(request);
  if (!half) return redirect(paths.signIn());
  return { demo: await findDemoCode(half.userId) };
}

export async function action({ request }: ActionFunctionArgs) {
  const half = findHalfSignedIn(request);
  if (!half) return redirect(paths.signIn(), 303);
  return submit(request, CodeForm, async ({ code }) => {
    await checkSignInCode(half.userId, code);
    const headers = new Headers({ "Set-Cookie": await startSession(half.userId, half.staff) });
    headers.append("Set-Cookie", forgetHalfSignedIn());
    return redirect(half.to, { status: 303, headers });
  });
}

export const meta: MetaFunction = (args) =>
  titled(args, ({ secondFactor }) => secondFactor.signIn.title);

export default function SignInCode() {
  const { secondFactor: words } = useMessages();
  const { demo } = useLoaderData<typeof loader>();
  const [form, fields] = useServerForm<typeof CodeForm>();
  return (
    <Page title={words.signIn.title} lead={words.signIn.lead} back={{ to: paths.signIn() }} narrow>
      <Form form={form}>
        <CodeField field={fields.code} label={words.code} demo={demo} />
        <SubmitButton>{words.signIn.submit}</SubmitButton>
      </Form>
      <p>{words.signIn.lost}</p>
    </Page>
  );
}
