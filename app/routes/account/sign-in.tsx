import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { LinkButton, PostButton } from "#app/components/button.tsx";
import { TextField } from "#app/components/fields.tsx";
import { Form, Hidden, SubmitButton, useServerForm } from "#app/components/form.tsx";
import { EmptyState } from "#app/components/notice.tsx";
import { Actions, Page, Section } from "#app/components/page.tsx";
import { DataTable } from "#app/components/table.tsx";
import { DEMO_PASSPHRASE, DEMO_PASSWORD } from "#app/domain/accounts/demo-password.ts";
import { findSecondFactor } from "#app/domain/accounts/second-factor-queries.server.ts";
import { checkSignIn, listDemoAccounts } from "#app/domain/accounts/sign-in.server.ts";
import { readClock } from "#app/domain/clock.server.ts";
import { submit } from "#app/http/forms.server.ts";
import { rememberHalfSignedIn } from "#app/http/half-signed-in.server.ts";
import { returnAddress } from "#app/http/locale.server.ts";
import { askedOf } from "#app/http/params.server.ts";
import { startSession } from "#app/http/sessions.server.ts";
import { useFormat, useMessages } from "#app/i18n/messages.ts";
import { titled } from "#app/i18n/titled.ts";
import { paths } from "#app/paths.ts";

const SignInForm = z.object({
  account: z.string().trim().min(1).max(100),
  password: z.string().min(1).max(200),
  from: z.string().optional(),
});

export async function loader({ request }: LoaderFunctionArgs) {
  const from = returnAddress(askedOf(request).get("from"), paths.my);
  const { movable } = await readClock();
  return { from, demo: movable ? await listDemoAccounts() : undefined };
}

export function action({ request, context }: ActionFunctionArgs) {
  return submit(request, SignInForm, async ({ from, ...attempt }) => {
    const address = context.clientAddress;
    const { userId, staff } = await checkSignIn({ ...attempt, address });
    const to = returnAddress(from, paths.my);
    if (await findSecondFactor(userId)) {
      const headers = { "Set-Cookie": rememberHalfSignedIn({ userId, staff, to }) };
      return redirect(paths.signInCode, { status: 303, headers });
    }
    const headers = { "Set-Cookie": await startSession(userId, staff) };
    return redirect(to, { status: 303, headers });
  });
}

export const meta: MetaFunction<typeof loader> = (args) =>
  titled(args, ({ accounts }) => accounts.signIn.title);

export default function SignIn() {
  const { signIn } = useMessages().accounts;
  const { from, demo } = useLoaderData<typeof loader>();
  const [form, fields] = useServerForm<typeof SignInForm>();
  return (
    <Page title={signIn.title} lead={signIn.lead} narrow>
      <Form form={form}>
        <Hidden name="from" value={from} />
        <TextField field={fields.account} label={signIn.account} autoComplete="username" />
        <TextField
          field={fields.password}
          label={signIn.password}
          type="password"
          autoComplete="current-password"
        />
        <SubmitButton>{signIn.submit}</SubmitButton>
      </Form>
      <p>{signIn.forgotten}</p>
      {demo && <DemoAccounts people={demo} from={from} />}
      <Section title={signIn.register} note={signIn.registerNote}>
        <Actions>
          <LinkButton to={paths.register}>{signIn.register}</LinkButton>
        </Actions>
      </Section>
    </Page>
  );
}

type Person = Awaited<ReturnType<typeof listDemoAccounts>>[number];

function DemoAccounts({ people, from }: { people: Person[]; from: string }) {
  const { demo, roles } = useMessages().accounts;
  const { list } = useFormat();
  const enter = (person: Person) => (
    <PostButton
      action={paths.signIn()}
      values={{ account: person.account, password: DEMO_PASSWORD, from }}
      label={demo.enterAs(person.name)}
    >
      {demo.enter}
    </PostButton>
  );
  return (
    <Section title={demo.title} note={demo.lead(DEMO_PASSWORD)}>
      <p>{demo.passphrase(DEMO_PASSPHRASE)}</p>
      <DataTable
        caption={demo.title}
        rows={people}
        rowKey={(person) => person.account}
        columns={[
          { key: "who", label: demo.who, main: true, cell: (person) => person.name },
          {
            key: "roles",
            label: demo.roles,
            cell: (person) => list(person.roles.map((role) => roles[role])),
          },
          { key: "account", label: demo.account, cell: (person) => person.account },
          { key: "enter", label: demo.enter, act: true, cell: enter },
        ]}
        empty={<EmptyState>{demo.empty}</EmptyState>}
      />
    </Section>
  );
}
