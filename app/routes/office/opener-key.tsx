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
import { isCommonPassword } from "#app/domain/accounts/common-passwords.ts";
import { makeOwnOpenerKey } from "#app/domain/tenders/make-opener-key.server.ts";
import { PASSPHRASE_LENGTH } from "#app/domain/tenders/opening.ts";
import { findOwnOpenerKey } from "#app/domain/tenders/opening-queries.server.ts";
import { submit } from "#app/http/forms.server.ts";
import { requireOffice } from "#app/http/session.server.ts";
import { useFormat, useMessages } from "#app/i18n/messages.ts";
import { titled } from "#app/i18n/titled.ts";
import { paths } from "#app/paths.ts";

const KeyForm = z
  .object({
    passphrase: z
      .string()
      .min(PASSPHRASE_LENGTH)
      .max(200)
      .refine((words) => !isCommonPassword(words), { error: "common_password" }),
    again: z.string().min(1).max(200),
  })
  .refine(({ passphrase, again }) => passphrase === again, {
    path: ["again"],
    error: "passphrases_differ",
  });

export async function loader({ request }: LoaderFunctionArgs) {
  const { by } = await requireOffice(request, "opener");
  return { madeAt: (await findOwnOpenerKey(by))?.createdAt };
}

export async function action({ request }: ActionFunctionArgs) {
  const act = await requireOffice(request, "opener");
  return submit(request, KeyForm, async ({ passphrase }) => {
    await makeOwnOpenerKey(act, passphrase);
    return redirect(paths.office.openerKey, 303);
  });
}

export const meta: MetaFunction = (args) => titled(args, ({ openings }) => openings.key.title);

export default function OpenerKey() {
  const { key } = useMessages().openings;
  const format = useFormat();
  const { madeAt } = useLoaderData<typeof loader>();
  const [form, fields] = useServerForm<typeof KeyForm>();
  return (
    <Page title={key.title} lead={key.lead} back={{ to: paths.office.home }} narrow>
      <Notice kind={madeAt ? "success" : "waiting"}>
        <p>{madeAt ? key.made(format.instant(madeAt)) : key.none}</p>
        {madeAt && <p>{key.replaceNote}</p>}
      </Notice>
      <Form form={form}>
        <Notice kind="waiting" title={key.warning}>
          <p>{key.warningWords}</p>
        </Notice>
        <TextField
          field={fields.passphrase}
          label={key.passphrase}
          hint={key.passphraseHint}
          type="password"
          autoComplete="new-password"
          minLength={PASSPHRASE_LENGTH}
        />
        <TextField
          field={fields.again}
          label={key.again}
          type="password"
          autoComplete="new-password"
        />
        <SubmitButton kind={madeAt ? "plain" : "main"}>
          {madeAt ? key.replace : key.submit}
        </SubmitButton>
      </Form>
    </Page>
  );
}
