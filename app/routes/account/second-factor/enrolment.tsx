import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { RecoveryCodeList } from "#app/components/accounts/recovery-code-list.tsx";
import { KeyFacts } from "#app/components/facts.tsx";
import { TextField } from "#app/components/fields.tsx";
import { Form, SubmitButton, useServerForm } from "#app/components/form.tsx";
import { Page } from "#app/components/page.tsx";
import { QrCode } from "#app/components/qr-code.tsx";
import { qrPattern } from "#app/domain/accounts/qr-pattern.server.ts";
import { findKey } from "#app/domain/accounts/second-factor-queries.server.ts";
import { setUpSecondFactor } from "#app/domain/accounts/set-up-second-factor.server.ts";
import { submit } from "#app/http/forms.server.ts";
import { requireHolder } from "#app/http/session.server.ts";
import { useMessages } from "#app/i18n/messages.ts";
import { titled } from "#app/i18n/titled.ts";
import { paths } from "#app/paths.ts";

const FirstCodeForm = z.object({ code: z.string().trim().min(6).max(10) });

export async function loader({ request }: LoaderFunctionArgs) {
  const { by } = await requireHolder(request);
  const key = await findKey(by.userId);
  if (!key) return redirect(paths.authenticatorKey);
  return { secret: key.secret, pattern: qrPattern(key.uri) };
}

export async function action({ request }: ActionFunctionArgs) {
  const act = await requireHolder(request);
  return submit(request, FirstCodeForm, async (proof) =>
    data({ codes: await setUpSecondFactor(act, proof) }),
  );
}

export const meta: MetaFunction = (args) =>
  titled(args, ({ secondFactor }) => secondFactor.enrolment.title);

export default function Enrolment() {
  const answer = useActionData<typeof action>();
  return answer && "codes" in answer ? <RecoveryCodeList codes={answer.codes} /> : <Scan />;
}

function Scan() {
  const { enrolment: words } = useMessages().secondFactor;
  const key = useLoaderData<typeof loader>();
  const [form, fields] = useServerForm<typeof FirstCodeForm>();
  return (
    <Page title={words.title} lead={words.lead} back={{ to: paths.authenticatorKey }} narrow>
      {key && <QrCode pattern={key.pattern} label={words.picture} />}
      <KeyFacts facts={[{ label: words.text, value: key && <code>{key.secret}</code> }]} />
      <Form form={form}>
        <TextField
          field={fields.code}
          label={words.first}
          hint={words.firstHint}
          autoComplete="one-time-code"
          inputMode="numeric"
          maxLength={10}
          width="short"
        />
        <SubmitButton>{words.submit}</SubmitButton>
      </Form>
    </Page>
  );
}
