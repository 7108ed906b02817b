import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { DateField } from "#app/components/fields.tsx";
import { Form, SubmitButton, useServerForm } from "#app/components/form.tsx";
import { Page } from "#app/components/page.tsx";
import { openConsultation } from "#app/domain/consultations/open.server.ts";
import { findDraft } from "#app/domain/projects/form-choices.server.ts";
import { calendarDay } from "#app/http/fields.server.ts";
import { submit } from "#app/http/forms.server.ts";
import { idParam, notFound } from "#app/http/params.server.ts";
import { requireOffice } from "#app/http/session.server.ts";
import { useFormat, useMessages } from "#app/i18n/messages.ts";
import { titled } from "#app/i18n/titled.ts";
import { paths } from "#app/paths.ts";

const OpeningForm = z.object({ lastDay: calendarDay().nullable().default(null) });

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { by } = await requireOffice(request, "officer");
  const { tender, rules } = (await findDraft(by, idParam(params.tenderId))) ?? notFound();
  return { id: tender.id, title: tender.title, workingDays: rules.consultingWorkingDays };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const act = await requireOffice(request, "officer");
  const tenderId = idParam<"tender">(params.tenderId);
  return submit(request, OpeningForm, async ({ lastDay }) => {
    await openConsultation(act, { tenderId, lastDay });
    return redirect(paths.office.tender(tenderId), 303);
  });
}

export const meta: MetaFunction = (args) =>
  titled(args, ({ consultation }) => consultation.office.title);

export default function ConsultationOpening() {
  const { office: words } = useMessages().consultation;
  const { count } = useFormat();
  const { id, title, workingDays } = useLoaderData<typeof loader>();
  const [form, fields] = useServerForm<typeof OpeningForm>();
  return (
    <Page
      title={words.title}
      lead={words.lead(title)}
      back={{ to: paths.office.tender(id) }}
      narrow
    >
      <Form form={form}>
        <DateField
          field={fields.lastDay}
          label={words.lastDay}
          hint={words.lastDayHint(count(workingDays, "workingDay"))}
          optional
        />
        <SubmitButton>{words.submit}</SubmitButton>
      </Form>
    </Page>
  );
}
