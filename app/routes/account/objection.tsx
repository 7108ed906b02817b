import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { TextArea } from "#app/components/fields.tsx";
import { Form, SubmitButton, useServerForm } from "#app/components/form.tsx";
import { Notice } from "#app/components/notice.tsx";
import { Page } from "#app/components/page.tsx";
import { objectToTender } from "#app/domain/objections/object.server.ts";
import { findObjectable } from "#app/domain/objections/queries.server.ts";
import { methodSettings } from "#app/domain/tenders/method.ts";
import { submit } from "#app/http/forms.server.ts";
import { idParam, notFound } from "#app/http/params.server.ts";
import { requireManagerOrResident } from "#app/http/session.server.ts";
import { useMessages } from "#app/i18n/messages.ts";
import { titled } from "#app/i18n/titled.ts";
import { paths } from "#app/paths.ts";

const ObjectionForm = z.object({ text: z.string().trim().min(5).max(1000) });

export async function loader({ request, params }: LoaderFunctionArgs) {
  await requireManagerOrResident(request);
  const tender = (await findObjectable(idParam(params.tenderId))) ?? notFound();
  return methodSettings[tender.method].objections ? tender : notFound();
}

export async function action({ request, params }: ActionFunctionArgs) {
  const act = await requireManagerOrResident(request);
  const tenderId = idParam<"tender">(params.tenderId);
  return submit(request, ObjectionForm, async ({ text }) => {
    await objectToTender(act, { tenderId, text });
    return redirect(paths.tender(tenderId), 303);
  });
}

export const meta: MetaFunction = (args) => titled(args, ({ objections }) => objections.form.title);

export default function Objection() {
  const { form: words } = useMessages().objections;
  const { id, title, open } = useLoaderData<typeof loader>();
  const [form, fields] = useServerForm<typeof ObjectionForm>();
  return (
    <Page title={words.title} lead={words.lead(title)} back={{ to: paths.tender(id) }} narrow>
      {open || form.status ? (
        <Form form={form}>
          <TextArea
            field={fields.text}
            label={words.text}
            hint={words.hint}
            minLength={5}
            maxLength={1000}
          />
          <SubmitButton>{words.submit}</SubmitButton>
        </Form>
      ) : (
        <Notice kind="info">{words.over}</Notice>
      )}
    </Page>
  );
}
