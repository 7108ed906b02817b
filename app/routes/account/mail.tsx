import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { RadioGroup } from "#app/components/choices.tsx";
import { TextField } from "#app/components/fields.tsx";
import { Form, SubmitButton, useServerForm } from "#app/components/form.tsx";
import { Notice } from "#app/components/notice.tsx";
import { Page } from "#app/components/page.tsx";
import { findMailWish, setMailAddress } from "#app/domain/mail/set-address.server.ts";
import { submit } from "#app/http/forms.server.ts";
import { askedOf, notFound } from "#app/http/params.server.ts";
import { requirePerson } from "#app/http/session.server.ts";
import { useMessages } from "#app/i18n/messages.ts";
import { titled } from "#app/i18n/titled.ts";
import { paths } from "#app/paths.ts";

const MailForm = z.object({
  email: z.email().max(200).optional(),
  mailLanguage: z.enum(["zh", "en"]),
});

export async function loader({ request }: LoaderFunctionArgs) {
  const { userId } = await requirePerson(request);
  const wish = (await findMailWish(userId)) ?? notFound();
  return { ...wish, saved: askedOf(request).has("saved") };
}

export async function action({ request }: ActionFunctionArgs) {
  const { userId } = await requirePerson(request);
  return submit(request, MailForm, async ({ email = null, mailLanguage }) => {
    await setMailAddress(userId, { email, mailLanguage });
    return redirect(`${paths.mail}?saved=1`, 303);
  });
}

export const meta: MetaFunction = (args) => titled(args, ({ mail }) => mail.own.title);

export default function MailSettings() {
  const { own } = useMessages().mail;
  const { email, mailLanguage, saved } = useLoaderData<typeof loader>();
  const [form, fields] = useServerForm<typeof MailForm>({
    defaultValue: { email: email ?? "", mailLanguage },
  });
  return (
    <Page title={own.title} lead={own.lead} back={{ to: paths.my }} narrow>
      {saved && <Notice kind="success">{own.saved}</Notice>}
      <Form form={form}>
        <TextField
          field={fields.email}
          label={own.address}
          hint={own.addressHint}
          type="email"
          autoComplete="email"
          maxLength={200}
          optional
        />
        <RadioGroup
          field={fields.mailLanguage}
          label={own.language}
          options={Object.entries(own.languages).map(([value, label]) => ({ value, label }))}
        />
        <SubmitButton>{own.save}</SubmitButton>
      </Form>
    </Page>
  );
}
