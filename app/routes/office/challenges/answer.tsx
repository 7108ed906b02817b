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
import { Page, Prose, Section } from "#app/components/page.tsx";
import { answerChallenge } from "#app/domain/challenges/answer.server.ts";
import { findChallenge } from "#app/domain/challenges/office-queries.server.ts";
import { withoutPersonalData } from "#app/domain/challenges/personal-data.ts";
import { submit } from "#app/http/forms.server.ts";
import { idParam, notFound } from "#app/http/params.server.ts";
import { requireOffice } from "#app/http/session.server.ts";
import { useMessages } from "#app/i18n/messages.ts";
import { titled } from "#app/i18n/titled.ts";
import { paths } from "#app/paths.ts";

const AnswerForm = z.object({
  publishedText: z.string().trim().min(5).max(3000),
  answer: z.string().trim().min(5).max(3000),
});

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { by } = await requireOffice(request, "officer");
  const { id, title, text, publishedText, answer } =
    (await findChallenge(by, idParam(params.challengeId))) ?? notFound();
  const begun = { publishedText: publishedText ?? withoutPersonalData(text), answer: answer ?? "" };
  return { id, title, text, begun };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const act = await requireOffice(request, "officer");
  const challengeId = idParam<"challenge">(params.challengeId);
  return submit(request, AnswerForm, async (said) => {
    await answerChallenge(act, { challengeId, ...said });
    return redirect(paths.office.challenge(challengeId), 303);
  });
}

export const meta: MetaFunction = (args) =>
  titled(args, ({ challenges }) => challenges.office.answer.title);

export default function AnswerChallenge() {
  const { office: words } = useMessages().challenges;
  const { id, title, text, begun } = useLoaderData<typeof loader>();
  const [form, fields] = useServerForm<typeof AnswerForm>({ defaultValue: begun });
  return (
    <Page title={words.answer.title} lead={title} back={{ to: paths.office.challenge(id) }} narrow>
      <Section title={words.written}>
        <Prose>{text}</Prose>
      </Section>
      <Form form={form}>
        <TextArea
          field={fields.publishedText}
          label={words.answer.publishedText}
          hint={words.answer.publishedHint}
          minLength={5}
          maxLength={3000}
        />
        <TextArea
          field={fields.answer}
          label={words.answer.answer}
          hint={words.answer.answerHint}
          rows={8}
          minLength={5}
          maxLength={3000}
        />
        <SubmitButton>{words.answer.submit}</SubmitButton>
      </Form>
    </Page>
  );
}
