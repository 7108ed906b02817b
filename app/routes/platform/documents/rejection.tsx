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
import { rejectDocument } from "#app/domain/organizations/check-document.server.ts";
import { submit } from "#app/http/forms.server.ts";
import { requireOperator } from "#app/http/session.server.ts";
import { useMessages } from "#app/i18n/messages.ts";
import { titled } from "#app/i18n/titled.ts";
import { paths } from "#app/paths.ts";
import { documentIn, findCheckedDocument } from "./find-document.server.ts";

const RejectionForm = z.object({ reason: z.string().trim().min(5).max(500) });

export async function loader({ request, params }: LoaderFunctionArgs) {
  const act = await requireOperator(request);
  return await findCheckedDocument(act, params);
}

export async function action({ request, params }: ActionFunctionArgs) {
  const act = await requireOperator(request);
  const of = documentIn(params);
  return submit(request, RejectionForm, async ({ reason }) => {
    await rejectDocument(act, of, reason);
    return redirect(paths.platform.organization(of.organizationId), 303);
  });
}

export const meta: MetaFunction = (args) =>
  titled(args, ({ certificates }) => certificates.platform.reject);

export default function RejectDocument() {
  const { platform, kinds } = useMessages().certificates;
  const { id, organizationId, organization, kind } = useLoaderData<typeof loader>();
  const [form, fields] = useServerForm<typeof RejectionForm>();
  return (
    <Page
      title={platform.rejectTitle(kinds[kind])}
      lead={organization}
      back={{ to: paths.platform.document(organizationId, id) }}
      narrow
    >
      <Form form={form}>
        <TextArea
          field={fields.reason}
          label={platform.reason}
          hint={platform.reasonHint}
          maxLength={500}
        />
        <SubmitButton kind="danger">{platform.rejectSubmit}</SubmitButton>
      </Form>
    </Page>
  );
}
