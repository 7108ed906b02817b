import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { DateTimeField, TextArea, TextField } from "#app/components/fields.tsx";
import { Form, SubmitButton, useServerForm } from "#app/components/form.tsx";
import { WhileOpen } from "#app/components/moved-on.tsx";
import { Page } from "#app/components/page.tsx";
import { recordTalks } from "#app/domain/tenders/record-talks.server.ts";
import { findTalks } from "#app/domain/tenders/talks-queries.server.ts";
import { wallTime } from "#app/http/fields.server.ts";
import { submit } from "#app/http/forms.server.ts";
import { idParam, notFound } from "#app/http/params.server.ts";
import { requireOffice } from "#app/http/session.server.ts";
import { useMessages } from "#app/i18n/messages.ts";
import { titled } from "#app/i18n/titled.ts";
import { paths } from "#app/paths.ts";
import { wallTimeText } from "#app/values/time.ts";

const RecordForm = z.object({
  heldAt: wallTime(),
  bidderSide: z.string().trim().min(2).max(200),
  agreed: z.string().trim().min(5).max(5000),
  confidential: z.string().trim().max(5000).default(""),
});

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { by } = await requireOffice(request, "panel");
  const found = (await findTalks(by, idParam(params.tenderId))) ?? notFound();
  const bidder = found.bidders.find(({ bidId }) => bidId === params.bidId) ?? notFound();
  const { talk, organization, state } = bidder;
  const values = talk && { ...talk, heldAt: wallTimeText(talk.heldAt) };
  const open = found.talking && state === "opened";
  return { tenderId: found.tender.id, organization, values, open };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const act = await requireOffice(request, "panel");
  const tenderId = idParam<"tender">(params.tenderId);
  const bidId = idParam<"bid">(params.bidId);
  return submit(request, RecordForm, async (said) => {
    await recordTalks(act, { tenderId, bidId, ...said });
    return redirect(paths.office.talks(tenderId), 303);
  });
}

export const meta: MetaFunction = (args) => titled(args, ({ talks }) => talks.record.title);

export default function TalksRecord() {
  const { record: words } = useMessages().talks;
  const { tenderId, organization, values, open } = useLoaderData<typeof loader>();
  const [form, fields] = useServerForm<typeof RecordForm>({ defaultValue: values });
  return (
    <Page
      title={words.title}
      lead={words.lead(organization)}
      back={{ to: paths.office.talks(tenderId) }}
      narrow
    >
      <WhileOpen open={open} to={paths.office.talks(tenderId)}>
        <Form form={form}>
          <DateTimeField field={fields.heldAt} label={words.heldAt} />
          <TextField
            field={fields.bidderSide}
            label={words.bidderSide}
            hint={words.bidderSideHint}
            maxLength={200}
          />
          <TextArea
            field={fields.agreed}
            label={words.agreed}
            hint={words.agreedHint}
            minLength={5}
            maxLength={5000}
          />
          <TextArea
            field={fields.confidential}
            label={words.confidential}
            hint={words.confidentialHint}
            rows={3}
            maxLength={5000}
            optional
          />
          <SubmitButton>{words.submit}</SubmitButton>
        </Form>
      </WhileOpen>
    </Page>
  );
}
