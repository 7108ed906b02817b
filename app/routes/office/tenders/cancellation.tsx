import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { RadioGroup } from "#app/components/choices.tsx";
import { TextArea } from "#app/components/fields.tsx";
import { Form, SubmitButton, useServerForm } from "#app/components/form.tsx";
import { Page } from "#app/components/page.tsx";
import { cancelTender } from "#app/domain/tenders/cancel.server.ts";
import { findProblems } from "#app/domain/tenders/office-queries.server.ts";
import { cancellationCodes } from "#app/domain/tenders/tender.ts";
import { submit } from "#app/http/forms.server.ts";
import { idParam, notFound } from "#app/http/params.server.ts";
import { requireOffice } from "#app/http/session.server.ts";
import { useMessages } from "#app/i18n/messages.ts";
import { titled } from "#app/i18n/titled.ts";
import { paths } from "#app/paths.ts";

const CancellationForm = z.object({
  code: z.enum(cancellationCodes),
  reason: z.string().trim().min(5).max(1000),
});

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { by } = await requireOffice(request, "approver", "officer");
  const tenderId = idParam<"tender">(params.tenderId);
  const { title, status } = (await findProblems(by, tenderId)) ?? notFound();
  return { id: tenderId, title, draft: status === "draft" };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const act = await requireOffice(request, "approver", "officer");
  const tenderId = idParam<"tender">(params.tenderId);
  return submit(request, CancellationForm, async (why) => {
    await cancelTender(act, { tenderId, ...why });
    return redirect(paths.office.tender(tenderId), 303);
  });
}

export const meta: MetaFunction = (args) => titled(args, ({ office }) => office.cancellation.title);

export default function Cancellation() {
  const { office, endCodes } = useMessages();
  const { cancellation: words, tender } = office;
  const { id, title, draft } = useLoaderData<typeof loader>();
  const [form, fields] = useServerForm<typeof CancellationForm>();
  return (
    <Page
      title={draft ? tender.drop : words.title}
      lead={words.lead(title)}
      back={{ to: paths.office.tender(id) }}
      narrow
    >
      <p>{draft ? words.draftEffect : words.effect}</p>
      <Form form={form}>
        <RadioGroup
          field={fields.code}
          label={words.ground}
          options={cancellationCodes.map((value) => ({ value, label: endCodes[value] }))}
        />
        <TextArea field={fields.reason} label={words.reason} minLength={5} maxLength={1000} />
        <SubmitButton kind="danger">{words.submit}</SubmitButton>
      </Form>
    </Page>
  );
}
