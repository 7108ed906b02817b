import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { DateTimeField, TextArea } from "#app/components/fields.tsx";
import { Form, SubmitButton, useServerForm } from "#app/components/form.tsx";
import { WhileOpen } from "#app/components/moved-on.tsx";
import { Page } from "#app/components/page.tsx";
import { proposeFinalCall } from "#app/domain/tenders/final-call.server.ts";
import { findTalks } from "#app/domain/tenders/talks-queries.server.ts";
import { wallTime } from "#app/http/fields.server.ts";
import { submit } from "#app/http/forms.server.ts";
import { idParam, notFound } from "#app/http/params.server.ts";
import { requireOffice } from "#app/http/session.server.ts";
import { useFormat, useMessages } from "#app/i18n/messages.ts";
import { titled } from "#app/i18n/titled.ts";
import { paths } from "#app/paths.ts";
import { wallTimeText } from "#app/values/time.ts";

const FinalCallForm = z.object({
  deadline: wallTime(),
  changes: z.string().trim().min(2).max(5000),
});

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { by } = await requireOffice(request, "officer");
  const found = (await findTalks(by, idParam(params.tenderId))) ?? notFound();
  const { tender, call, talking, workingDays, earliest } = found;
  const values = call && { changes: call.changes, deadline: wallTimeText(call.deadline) };
  return { tender, values, talking, workingDays, earliest };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const act = await requireOffice(request, "officer");
  const tenderId = idParam<"tender">(params.tenderId);
  return submit(request, FinalCallForm, async (call) => {
    await proposeFinalCall(act, { tenderId, ...call });
    return redirect(paths.office.talks(tenderId), 303);
  });
}

export const meta: MetaFunction = (args) => titled(args, ({ talks }) => talks.propose.title);

export default function FinalCall() {
  const { propose: words } = useMessages().talks;
  const format = useFormat();
  const { tender, values, talking, workingDays, earliest } = useLoaderData<typeof loader>();
  const [form, fields] = useServerForm<typeof FinalCallForm>({ defaultValue: values });
  return (
    <Page
      title={words.title}
      lead={words.lead(tender.title)}
      back={{ to: paths.office.talks(tender.id) }}
      narrow
    >
      <WhileOpen open={talking} to={paths.office.talks(tender.id)}>
        <Form form={form}>
          <DateTimeField
            field={fields.deadline}
            label={words.deadline}
            hint={words.deadlineHint(
              format.count(workingDays, "workingDay"),
              format.instant(earliest),
            )}
          />
          <TextArea
            field={fields.changes}
            label={words.changes}
            hint={words.changesHint}
            maxLength={5000}
          />
          <SubmitButton>{words.submit}</SubmitButton>
        </Form>
      </WhileOpen>
    </Page>
  );
}
