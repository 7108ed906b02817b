import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { CodeField } from "#app/components/accounts/code-field.tsx";
import { RecoveryCodeList } from "#app/components/accounts/recovery-code-list.tsx";
import { Form, SubmitButton, useServerForm } from "#app/components/form.tsx";
import { Page } from "#app/components/page.tsx";
import { renewRecoveryCodes } from "#app/domain/accounts/renew-recovery-codes.server.ts";
import { findDemoCode } from "#app/domain/accounts/second-factor-queries.server.ts";
import { submit } from "#app/http/forms.server.ts";
import { requireHolder } from "#app/http/session.server.ts";
import { useMessages } from "#app/i18n/messages.ts";
import { titled } from "#app/i18n/titled.ts";
import { paths } from "#app/paths.ts";

const RenewalForm = z.object({ code: z.string().trim().min(6).max(40) });

export async function loader({ request }: LoaderFunctionArgs) {
  const { by } = await requireHolder(request);
  return { demo: await findDemoCode(by.userId) };
}

export async function action({ request }: ActionFunctionArgs) {
  const act = await requireHolder(request);
  return submit(request, RenewalForm, async (proof) =>
    data({ codes: await renewRecoveryCodes(act, proof) }),
  );
}

export const meta: MetaFunction = (args) =>
  titled(args, ({ secondFactor }) => secondFactor.codes.title);

export default function RecoveryCodes() {
  const answer = useActionData<typeof action>();
  return answer && "codes" in answer ? <RecoveryCodeList codes={answer.codes} /> : <Renewal />;
}

function Renewal() {
  const { secondFactor: words } = useMessages();
  const { demo } = useLoaderData<typeof loader>();
  const [form, fields] = useServerForm<typeof RenewalForm>();
  const { title, renewLead, submit: go } = words.codes;
  return (
    <Page title={title} lead={renewLead} back={{ to: paths.secondFactor }} narrow>
      <Form form={form}>
        <CodeField field={fields.code} label={words.code} demo={demo} />
        <SubmitButton>{go}</SubmitButton>
      </Form>
    </Page>
  );
}
