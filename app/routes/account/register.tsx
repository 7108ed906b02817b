import { type ActionFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { TextField } from "#app/components/fields.tsx";
import { Fieldset, Form, SubmitButton, useServerForm } from "#app/components/form.tsx";
import { organizationFieldsets } from "#app/components/organizations/organization-fields.tsx";
import { LinkList, Page } from "#app/components/page.tsx";
import { isCommonPassword } from "#app/domain/accounts/common-passwords.ts";
import { listStreets } from "#app/domain/offices/streets.server.ts";
import { registerOrganization } from "#app/domain/organizations/register.server.ts";
import { submit } from "#app/http/forms.server.ts";
import {
  detailsOf,
  organizationFields,
  refuseIncomplete,
} from "#app/http/organization-form.server.ts";
import { startSession } from "#app/http/sessions.server.ts";
import { useMessages } from "#app/i18n/messages.ts";
import { titled } from "#app/i18n/titled.ts";
import { paths } from "#app/paths.ts";

const RegisterForm = z
  .object({
    ...organizationFields,
    managerName: z.string().trim().min(2).max(40),
    account: z
      .string()
      .trim()
      .regex(/^[\p{L}\p{N}_.@-]{4,40}$/u, { error: "account_name" }),
    password: z.string().min(8).max(200),
    passwordAgain: z.string().min(1).max(200),
  })
  .superRefine(refuseIncomplete)
  .refine(({ password, account, name }) => !isCommonPassword(password, [account, name]), {
    path: ["password"],
    error: "common_password",
  })
  .refine(({ password, passwordAgain }) => password === passwordAgain, {
    path: ["passwordAgain"],
    error: "passwords_differ",
  });

export async function loader() {
  return { streets: await listStreets() };
}

export function action({ request }: ActionFunctionArgs) {
  return submit(request, RegisterForm, async (values) => {
    const { managerName, account, password, passwordAgain: _, ...told } = values;
    const { userId } = await registerOrganization(detailsOf(told), {
      name: managerName,
      account,
      password,
    });
    const headers = { "Set-Cookie": await startSession(userId, true) };
    return redirect(paths.organization.home, { status: 303, headers });
  });
}

export const meta: MetaFunction = (args) =>
  titled(args, ({ organizations }) => organizations.register.title);

export default function Register() {
  const { organizations } = useMessages();
  const { register } = organizations;
  const { streets } = useLoaderData<typeof loader>();
  const [form, fields] = useServerForm<typeof RegisterForm>();
  return (
    <Page title={register.title} lead={register.lead} narrow>
      <Form form={form}>
        {organizationFieldsets(fields, organizations, streets)}
        <Fieldset legend={register.manager} hint={register.managerHint}>
          <TextField field={fields.managerName} label={register.managerName} autoComplete="name" />
          <TextField
            field={fields.account}
            label={register.account}
            hint={register.accountHint}
            autoComplete="username"
          />
          <TextField
            field={fields.password}
            label={register.password}
            hint={register.passwordHint}
            type="password"
            autoComplete="new-password"
            minLength={8}
          />
          <TextField
            field={fields.passwordAgain}
            label={register.passwordAgain}
            type="password"
            autoComplete="new-password"
          />
        </Fieldset>
        <SubmitButton>{register.submit}</SubmitButton>
      </Form>
      <LinkList links={[{ to: paths.signIn(), label: register.signIn }]} />
    </Page>
  );
}
