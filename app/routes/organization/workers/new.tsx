import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { z } from "zod";
import { TextField } from "#app/components/fields.tsx";
import { Fieldset, Form, SubmitButton, useServerForm } from "#app/components/form.tsx";
import { Page } from "#app/components/page.tsx";
import { isCommonPassword } from "#app/domain/accounts/common-passwords.ts";
import { addWorker } from "#app/domain/organizations/add-worker.server.ts";
import { submit } from "#app/http/forms.server.ts";
import { requireManager } from "#app/http/session.server.ts";
import { useMessages } from "#app/i18n/messages.ts";
import { titled } from "#app/i18n/titled.ts";
import { paths } from "#app/paths.ts";

/** An account needs a password and the other way round; neither is fine. */
const WorkerForm = z
  .object({
    name: z.string().trim().min(2).max(40),
    phone: z
      .string()
      .trim()
      .regex(/^1\d{10}$/, { error: "phone" }),
    account: z
      .string()
      .trim()
      .regex(/^[\p{L}\p{N}_.@-]{4,40}$/u, { error: "account_name" })
      .optional(),
    password: z.string().min(8).max(200).optional(),
  })
  .refine(({ account, password }) => !account || password, {
    path: ["password"],
    error: "password_too",
  })
  .refine(({ account, password }) => !password || account, {
    path: ["account"],
    error: "account_too",
  })
  .refine(
    ({ name, account, password }) =>
      !password || !isCommonPassword(password, [name, account ?? ""]),
    {
      path: ["password"],
      error: "common_password",
    },
  );

export async function loader({ request }: LoaderFunctionArgs) {
  await requireManager(request);
  return null;
}

export async function action({ request }: ActionFunctionArgs) {
  const act = await requireManager(request);
  return submit(request, WorkerForm, async ({ name, phone, account, password }) => {
    const own = account && password ? { account, password } : undefined;
    const workerId = await addWorker(act, { name, phone, account: own });
    return redirect(paths.organization.worker(workerId), 303);
  });
}

export const meta: MetaFunction = (args) => titled(args, ({ roster }) => roster.add.title);

export default function NewWorker() {
  const { add } = useMessages().roster;
  const [form, fields] = useServerForm<typeof WorkerForm>();
  return (
    <Page title={add.title} back={{ to: paths.organization.workers }} narrow>
      <Form form={form}>
        <TextField field={fields.name} label={add.name} maxLength={40} width="medium" />
        <TextField
          field={fields.phone}
          label={add.phone}
          type="tel"
          inputMode="tel"
          width="medium"
        />
        <Fieldset legend={add.account} hint={add.accountHint}>
          <TextField
            field={fields.account}
            label={add.accountName}
            autoComplete="off"
            width="medium"
            optional
          />
          <TextField
            field={fields.password}
            label={add.password}
            hint={add.passwordHint}
            type="password"
            autoComplete="new-password"
            width="medium"
            optional
          />
        </Fieldset>
        <SubmitButton>{add.save}</SubmitButton>
      </Form>
    </Page>
  );
}
