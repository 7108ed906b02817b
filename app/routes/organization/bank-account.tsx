import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { TextField } from "#app/components/fields.tsx";
import { Form, SubmitButton, useServerForm } from "#app/components/form.tsx";
import { Notice } from "#app/components/notice.tsx";
import { Page } from "#app/components/page.tsx";
import {
  changeBankAccount,
  findBankAccount,
} from "#app/domain/payment-batches/bank-account.server.ts";
import { submit } from "#app/http/forms.server.ts";
import { notFound } from "#app/http/params.server.ts";
import { requireManager } from "#app/http/session.server.ts";
import { useFormat, useMessages } from "#app/i18n/messages.ts";
import { titled } from "#app/i18n/titled.ts";
import { paths } from "#app/paths.ts";

const AccountForm = z.object({
  name: z.string().trim().min(2).max(60),
  number: z
    .string()
    .transform((text) => text.replaceAll(/[\s-]/g, ""))
    .pipe(z.string().regex(/^\d{8,30}$/)),
  bank: z.string().trim().min(4).max(60),
});

export async function loader({ request }: LoaderFunctionArgs) {
  const { by } = await requireManager(request);
  return (await findBankAccount(by)) ?? notFound();
}

export async function action({ request }: ActionFunctionArgs) {
  const act = await requireManager(request);
  return submit(request, AccountForm, async (account) => {
    await changeBankAccount(act, account);
    return redirect(paths.organization.bankAccount, 303);
  });
}

export const meta: MetaFunction = (args) => titled(args, ({ payments }) => payments.account.title);

export default function BankAccount() {
  const { account: words } = useMessages().payments;
  const { stamp } = useFormat();
  const { organization, name, bank, numberEnd, changedAt } = useLoaderData<typeof loader>();
  const [form, fields] = useServerForm<typeof AccountForm>({
    defaultValue: { name: name ?? organization, ...(bank && { bank }) },
  });
  return (
    <Page title={words.title} lead={words.lead} back={{ to: paths.organization.home }} narrow>
      {name && bank && numberEnd && changedAt ? (
        <Notice kind="info">{words.now(name, bank, numberEnd, stamp(changedAt))}</Notice>
      ) : (
        <Notice kind="waiting">{words.none}</Notice>
      )}
      <Form form={form}>
        <TextField field={fields.name} label={words.name} maxLength={60} />
        <TextField
          field={fields.number}
          label={words.number}
          hint={words.numberHint}
          inputMode="numeric"
          autoComplete="off"
          maxLength={40}
          width="medium"
        />
        <TextField field={fields.bank} label={words.bank} hint={words.bankHint} maxLength={60} />
        <SubmitButton>{words.submit}</SubmitButton>
      </Form>
      <p className="note">{words.changed}</p>
    </Page>
  );
}
