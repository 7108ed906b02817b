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
import { Page } from "#app/components/page.tsx";
import { findProblems } from "#app/domain/tenders/office-queries.server.ts";
import { sendBackTender } from "#app/domain/tenders/send-back.server.ts";
import { submit } from "#app/http/forms.server.ts";
import { idParam, notFound } from "#app/http/params.server.ts";
import { requireOffice } from "#app/http/session.server.ts";
import { useMessages } from "#app/i18n/messages.ts";
import { titled } from "#app/i18n/titled.ts";
import { paths } from "#app/paths.ts";

const ReturnForm = z.object({ reason: z.string().trim().min(5).max(1000) });

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { by } = await requireOffice(request, "approver");
  const tenderId = idParam<"tender">(params.tenderId);
  const { title } = (await findProblems(by, tenderId)) ?? notFound();
  return { id: tenderId, title };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const act = await requireOffice(request, "approver");
  const tenderId = idParam<"tender">(params.tenderId);
  return submit(request, ReturnForm, async ({ reason }) => {
    await sendBackTender(act, { tenderId, reason });
    return redirect(paths.office.tender(tenderId), 303);
  });
}

export const meta: MetaFunction = (args) => titled(args, ({ office }) => office.return.title);

export default function ReturnTender() {
  const { return: words } = useMessages().office;
  const { id, title } = useLoaderData<typeof loader>();
  const [form, fields] = useServerForm<typeof ReturnForm>();
  return (
    <Page
      title={words.title}
      lead={words.lead(title)}
      back={{ to: paths.office.tender(id) }}
      narrow
    >
      <Form form={form}>
        <TextArea field={fields.reason} label={words.reason} minLength={5} maxLength={1000} />
        <SubmitButton>{words.submit}</SubmitButton>
      </Form>
    </Page>
  );
}
