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
import { findOfficeMilestone } from "#app/domain/milestones/queries.server.ts";
import { sendBackMilestone } from "#app/domain/milestones/send-back.server.ts";
import { submit } from "#app/http/forms.server.ts";
import { idParam, notFound } from "#app/http/params.server.ts";
import { requireOffice } from "#app/http/session.server.ts";
import { useMessages } from "#app/i18n/messages.ts";
import { titled } from "#app/i18n/titled.ts";
import { paths } from "#app/paths.ts";

const ReturnForm = z.object({ reason: z.string().trim().min(5).max(500) });

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { by } = await requireOffice(request, "officer");
  return (await findOfficeMilestone(by, idParam(params.milestoneId))) ?? notFound();
}

export async function action({ request, params }: ActionFunctionArgs) {
  const act = await requireOffice(request, "officer");
  const milestoneId = idParam<"milestone">(params.milestoneId);
  return submit(request, ReturnForm, async ({ reason }) => {
    await sendBackMilestone(act, { milestoneId, reason });
    return redirect(paths.office.milestone(milestoneId), 303);
  });
}

export const meta: MetaFunction = (args) =>
  titled(args, ({ milestones }) => milestones.sendBack.title);

export default function ReturnMilestone() {
  const { sendBack, one } = useMessages().milestones;
  const { id, contract, name } = useLoaderData<typeof loader>();
  const [form, fields] = useServerForm<typeof ReturnForm>();
  return (
    <Page
      title={sendBack.title}
      lead={sendBack.lead}
      back={{ to: paths.office.milestone(id), label: one(contract, name) }}
      narrow
    >
      <Form form={form}>
        <TextArea
          field={fields.reason}
          label={sendBack.reason}
          hint={sendBack.hint}
          minLength={5}
          maxLength={500}
        />
        <SubmitButton>{sendBack.submit}</SubmitButton>
      </Form>
    </Page>
  );
}
