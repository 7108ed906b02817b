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
import { Page } from "#app/components/page.tsx";
import { commentOnDraft } from "#app/domain/consultations/comment.server.ts";
import { findPublicDraft } from "#app/domain/consultations/queries.server.ts";
import { submit } from "#app/http/forms.server.ts";
import { idParam, notFound } from "#app/http/params.server.ts";
import { requireManagerOrResident } from "#app/http/session.server.ts";
import { useMessages } from "#app/i18n/messages.ts";
import { titled } from "#app/i18n/titled.ts";
import { paths } from "#app/paths.ts";

const CommentForm = z.object({ text: z.string().trim().min(5).max(1000) });

export async function loader({ request, params }: LoaderFunctionArgs) {
  await requireManagerOrResident(request);
  const { id, title, open } = (await findPublicDraft(idParam(params.tenderId))) ?? notFound();
  return { id, title, open };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const act = await requireManagerOrResident(request);
  const tenderId = idParam<"tender">(params.tenderId);
  return submit(request, CommentForm, async ({ text }) => {
    await commentOnDraft(act, { tenderId, text });
    return redirect(paths.draft(tenderId), 303);
  });
}

export const meta: MetaFunction = (args) =>
  titled(args, ({ consultation }) => consultation.comment.title);

export default function DraftComment() {
  const { comment: words } = useMessages().consultation;
  const { id, title, open } = useLoaderData<typeof loader>();
  const [form, fields] = useServerForm<typeof CommentForm>();
  return (
    <Page title={words.title} lead={words.lead(title)} back={{ to: paths.draft(id) }} narrow>
      <Form form={form}>
        {open ? (
          <>
            <TextArea
              field={fields.text}
              label={words.text}
              hint={words.hint}
              minLength={5}
              maxLength={1000}
            />
            <SubmitButton>{words.submit}</SubmitButton>
          </>
        ) : (
          <Notice kind="info">{words.over}</Notice>
        )}
      </Form>
    </Page>
  );
}
