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
import { findOfficeTender } from "#app/domain/tenders/office-queries.server.ts";
import { suspendTender } from "#app/domain/tenders/suspend.server.ts";
import { submit } from "#app/http/forms.server.ts";
import { idParam, notFound } from "#app/http/params.server.ts";
import { requireOffice } from "#app/http/session.server.ts";
import { useMessages } from "#app/i18n/messages.ts";
import { titled } from "#app/i18n/titled.ts";
import { paths } from "#app/paths.ts";

const SuspensionForm = z.object({ reason: z.string().trim().min(5).max(1000) });

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { by } = await requireOffice(request, "supervisor", "approver");
  const { tender } = (await findOfficeTender(by, idParam(params.tenderId))) ?? notFound();
  return { id: tender.id, title: tender.title };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const act = await requireOffice(request, "supervisor", "approver");
  const tenderId = idParam<"tender">(params.tenderId);
  return submit(request, SuspensionForm, async ({ reason }) => {
    await suspendTender(act, { tenderId, reason });
    return redirect(paths.office.tender(tenderId), 303);
  });
}

export const meta: MetaFunction = (args) =>
  titled(args, ({ challenges }) => challenges.suspension.suspendTitle);

export default function Suspension() {
  const { suspension: words } = useMessages().challenges;
  const { id, title } = useLoaderData<typeof loader>();
  const [form, fields] = useServerForm<typeof SuspensionForm>();
  return (
    <Page
      title={words.suspendTitle}
      lead={words.suspendLead(title)}
      back={{ to: paths.office.tender(id) }}
      narrow
    >
      <Form form={form}>
        <TextArea
          field={fields.reason}
          label={words.reason}
          hint={words.reasonHint}
          minLength={5}
          maxLength={1000}
        />
        <SubmitButton kind="danger">{words.suspend}</SubmitButton>
      </Form>
    </Page>
  );
}
