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
import { Page, Section } from "#app/components/page.tsx";
import { answerReview } from "#app/domain/reviews/answer.server.ts";
import { findOrganizationReview } from "#app/domain/reviews/queries.server.ts";
import { submit } from "#app/http/forms.server.ts";
import { idParam, notFound } from "#app/http/params.server.ts";
import { requireManager } from "#app/http/session.server.ts";
import { useMessages } from "#app/i18n/messages.ts";
import { titled } from "#app/i18n/titled.ts";
import { paths } from "#app/paths.ts";
import { ReviewText } from "./review-text.tsx";

const AnswerForm = z.object({ reply: z.string().trim().min(2).max(500) });

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { by } = await requireManager(request);
  return (await findOrganizationReview(by, idParam(params.reviewId))) ?? notFound();
}

export async function action({ request, params }: ActionFunctionArgs) {
  const act = await requireManager(request);
  const reviewId = idParam<"review">(params.reviewId);
  return submit(request, AnswerForm, async ({ reply }) => {
    await answerReview(act, { reviewId, reply });
    return redirect(paths.organization.reviews, 303);
  });
}

export const meta: MetaFunction = (args) => titled(args, ({ delivery }) => delivery.answer.title);

export default function AnswerReview() {
  const { answer } = useMessages().delivery;
  const review = useLoaderData<typeof loader>();
  const [form, fields] = useServerForm<typeof AnswerForm>();
  return (
    <Page title={answer.title} lead={answer.lead} back={{ to: paths.organization.reviews }} narrow>
      <Section title={answer.review}>
        <ReviewText review={review} />
      </Section>
      {review.reply === null ? (
        <Form form={form}>
          <TextArea field={fields.reply} label={answer.reply} hint={answer.hint} maxLength={500} />
          <SubmitButton>{answer.submit}</SubmitButton>
        </Form>
      ) : (
        <Notice kind="info">{answer.done}</Notice>
      )}
    </Page>
  );
}
