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
import { findTenderForBidder } from "#app/domain/bids/queries.server.ts";
import { askQuestion } from "#app/domain/tenders/ask.server.ts";
import { submit } from "#app/http/forms.server.ts";
import { idParam, notFound } from "#app/http/params.server.ts";
import { requireManager } from "#app/http/session.server.ts";
import { useMessages } from "#app/i18n/messages.ts";
import { titled } from "#app/i18n/titled.ts";
import { paths } from "#app/paths.ts";

const QuestionForm = z.object({ text: z.string().trim().min(5).max(1000) });

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { by } = await requireManager(request);
  const tender = (await findTenderForBidder(by, idParam(params.tenderId))) ?? notFound();
  return { id: tender.id, title: tender.title };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const act = await requireManager(request);
  const tenderId = idParam<"tender">(params.tenderId);
  return submit(request, QuestionForm, async ({ text }) => {
    await askQuestion(act, { tenderId, text });
    return redirect(paths.organization.tender(tenderId), 303);
  });
}

export const meta: MetaFunction = (args) => titled(args, ({ bids }) => bids.question.title);

export default function AskQuestion() {
  const { question } = useMessages().bids;
  const { id, title } = useLoaderData<typeof loader>();
  const [form, fields] = useServerForm<typeof QuestionForm>();
  return (
    <Page
      title={question.title}
      lead={question.lead(title)}
      back={{ to: paths.organization.tender(id) }}
      narrow
    >
      <Form form={form}>
        <TextArea field={fields.text} label={question.text} hint={question.hint} maxLength={1000} />
        <SubmitButton>{question.submit}</SubmitButton>
      </Form>
    </Page>
  );
}
