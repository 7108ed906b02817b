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
import { EmptyState } from "#app/components/notice.tsx";
import { Page } from "#app/components/page.tsx";
import { findTenderForBidder } from "#app/domain/bids/queries.server.ts";
import { challengeSubjects } from "#app/domain/challenges/challenge.ts";
import { fileChallenge } from "#app/domain/challenges/file.server.ts";
import { findOwnChallenges } from "#app/domain/challenges/own-queries.server.ts";
import { submit } from "#app/http/forms.server.ts";
import { idParam, notFound } from "#app/http/params.server.ts";
import { requireManager } from "#app/http/session.server.ts";
import { useFormat, useMessages } from "#app/i18n/messages.ts";
import { titled } from "#app/i18n/titled.ts";
import { paths } from "#app/paths.ts";

const FilingForm = z.object({
  subject: z.enum(challengeSubjects),
  text: z.string().trim().min(10).max(3000),
});

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { by } = await requireManager(request);
  const tender = (await findTenderForBidder(by, idParam(params.tenderId))) ?? notFound();
  const { mayFile } = await findOwnChallenges(by, tender.id);
  return { id: tender.id, title: tender.title, mayFile };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const act = await requireManager(request);
  const tenderId = idParam<"tender">(params.tenderId);
  return submit(request, FilingForm, async (filing) => {
    const challengeId = await fileChallenge(act, { tenderId, ...filing });
    return redirect(paths.organization.challenge(challengeId), 303);
  });
}

export const meta: MetaFunction = (args) =>
  titled(args, ({ challenges }) => challenges.filing.title);

export default function FileChallenge() {
  const { filing: words, subjects, own } = useMessages().challenges;
  const format = useFormat();
  const { id, title, mayFile } = useLoaderData<typeof loader>();
  const [form, fields] = useServerForm<typeof FilingForm>();
  return (
    <Page title={words.title} lead={title} back={{ to: paths.organization.tender(id) }} narrow>
      {mayFile.length === 0 && <EmptyState>{words.nothing}</EmptyState>}
      {mayFile.length > 0 && (
        <Form form={form}>
          <RadioGroup
            field={fields.subject}
            label={words.subject}
            options={mayFile.map(({ subject, until }) => ({
              value: subject,
              label: subjects[subject],
              hint: own.until(subjects[subject], format.deadline(until)),
            }))}
          />
          <TextArea
            field={fields.text}
            label={words.text}
            hint={words.textHint}
            rows={8}
            minLength={10}
            maxLength={3000}
          />
          <SubmitButton>{words.submit}</SubmitButton>
        </Form>
      )}
    </Page>
  );
}
