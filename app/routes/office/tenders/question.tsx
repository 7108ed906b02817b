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
import { Page, Prose, Section } from "#app/components/page.tsx";
import { answerQuestion } from "#app/domain/tenders/answer.server.ts";
import { findQuestion } from "#app/domain/tenders/office-queries.server.ts";
import { submit } from "#app/http/forms.server.ts";
import { idParam, notFound } from "#app/http/params.server.ts";
import { requireOffice } from "#app/http/session.server.ts";
import { useMessages } from "#app/i18n/messages.ts";
import { titled } from "#app/i18n/titled.ts";
import { paths } from "#app/paths.ts";

const AnswerForm = z.object({ answer: z.string().trim().min(2).max(2000) });

type Params = LoaderFunctionArgs["params"];

const idsOf = ({ tenderId, questionId }: Params) => ({
  tenderId: idParam<"tender">(tenderId),
  questionId: idParam<"question">(questionId),
});

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { by } = await requireOffice(request, "officer");
  const ids = idsOf(params);
  return { ...((await findQuestion(by, ids)) ?? notFound()), tenderId: ids.tenderId };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const act = await requireOffice(request, "officer");
  const ids = idsOf(params);
  return submit(request, AnswerForm, async ({ answer }) => {
    await answerQuestion(act, { ...ids, answer });
    return redirect(paths.office.tender(ids.tenderId), 303);
  });
}

export const meta: MetaFunction = (args) => titled(args, ({ office }) => office.question.title);

export default function Question() {
  const { question: words } = useMessages().office;
  const { tenderId, title, text, answer } = useLoaderData<typeof loader>();
  const [form, fields] = useServerForm<typeof AnswerForm>();
  return (
    <Page
      title={words.title}
      lead={words.lead(title)}
      back={{ to: paths.office.tender(tenderId) }}
      narrow
    >
      <Section title={words.asked}>
        <Prose>{text}</Prose>
      </Section>
      {answer ? (
        <Notice kind="info" title={words.answered}>
          <Prose>{answer}</Prose>
        </Notice>
      ) : (
        <Form form={form}>
          <TextArea field={fields.answer} label={words.answer} maxLength={2000} />
          <SubmitButton>{words.submit}</SubmitButton>
        </Form>
      )}
    </Page>
  );
}
