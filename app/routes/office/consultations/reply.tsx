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
import { findDraftComment } from "#app/domain/consultations/queries.server.ts";
import { replyToComment } from "#app/domain/consultations/reply.server.ts";
import { submit } from "#app/http/forms.server.ts";
import { idParam, notFound } from "#app/http/params.server.ts";
import { requireOffice } from "#app/http/session.server.ts";
import { useMessages } from "#app/i18n/messages.ts";
import { titled } from "#app/i18n/titled.ts";
import { paths } from "#app/paths.ts";

const ReplyForm = z.object({ reply: z.string().trim().min(2).max(2000) });

const idsOf = ({ tenderId, commentId }: LoaderFunctionArgs["params"]) => ({
  tenderId: idParam<"tender">(tenderId),
  commentId: idParam<"draft_comment">(commentId),
});

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { by } = await requireOffice(request, "officer");
  const { tenderId, commentId } = idsOf(params);
  return { ...((await findDraftComment(by, tenderId, commentId)) ?? notFound()), tenderId };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const act = await requireOffice(request, "officer");
  const ids = idsOf(params);
  return submit(request, ReplyForm, async ({ reply }) => {
    await replyToComment(act, { ...ids, reply });
    return redirect(paths.office.tender(ids.tenderId), 303);
  });
}

export const meta: MetaFunction = (args) =>
  titled(args, ({ consultation }) => consultation.office.replyTitle);

export default function Reply() {
  const { office: words } = useMessages().consultation;
  const { tenderId, title, text, reply } = useLoaderData<typeof loader>();
  const [form, fields] = useServerForm<typeof ReplyForm>();
  return (
    <Page
      title={words.replyTitle}
      lead={words.replyLead(title)}
      back={{ to: paths.office.tender(tenderId) }}
      narrow
    >
      <Section title={words.theComment}>
        <Prose>{text}</Prose>
      </Section>
      <Form form={form}>
        {reply === null ? (
          <>
            <TextArea
              field={fields.reply}
              label={words.reply}
              hint={words.replyHint}
              minLength={2}
              maxLength={2000}
            />
            <SubmitButton>{words.replySubmit}</SubmitButton>
          </>
        ) : (
          <Notice kind="info" title={words.replied}>
            <Prose>{reply}</Prose>
          </Notice>
        )}
      </Form>
    </Page>
  );
}
