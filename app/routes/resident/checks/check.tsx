import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { RadioGroup } from "#app/components/choices.tsx";
import { KeyFacts, Moment } from "#app/components/facts.tsx";
import { TextArea } from "#app/components/fields.tsx";
import { Form, SubmitButton, useServerForm } from "#app/components/form.tsx";
import { Notice } from "#app/components/notice.tsx";
import { Page } from "#app/components/page.tsx";
import { useRefusal } from "#app/components/refused.tsx";
import { answerCheck } from "#app/domain/milestones/answer-check.server.ts";
import { findCheck } from "#app/domain/milestones/queries.server.ts";
import { submit } from "#app/http/forms.server.ts";
import { idParam, notFound } from "#app/http/params.server.ts";
import { requireResident } from "#app/http/session.server.ts";
import { useMessages } from "#app/i18n/messages.ts";
import { titled } from "#app/i18n/titled.ts";
import { paths } from "#app/paths.ts";

const CheckForm = z
  .object({
    confirmed: z.enum(["yes", "no"]),
    note: z.string().trim().max(1000).default(""),
  })
  .refine(({ confirmed, note }) => confirmed === "yes" || note.length > 0, {
    path: ["note"],
    error: "check_note",
  });

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { by } = await requireResident(request);
  return (
    (await findCheck(by, idParam(params.milestoneId), idParam(params.bookingId))) ?? notFound()
  );
}

export async function action({ request, params }: ActionFunctionArgs) {
  const act = await requireResident(request);
  const milestoneId = idParam<"milestone">(params.milestoneId);
  const bookingId = idParam<"booking">(params.bookingId);
  return submit(request, CheckForm, async ({ confirmed, note }) => {
    await answerCheck(act, { milestoneId, bookingId, confirmed: confirmed === "yes", note });
    return redirect(paths.resident.check(milestoneId, bookingId), 303);
  });
}

export const meta: MetaFunction = (args) => titled(args, ({ delivery }) => delivery.check.title);

export default function Check() {
  const { check: words, facts } = useMessages().delivery;
  const check = useLoaderData<typeof loader>();
  const refused = useRefusal().length > 0;
  const { answeredAt, confirmed, milestoneState, organization } = check;
  const answered = answeredAt && words.answered(confirmed ? words.yes : words.no);
  return (
    <Page
      title={words.title}
      lead={words.lead(organization)}
      back={{ to: paths.resident.home }}
      narrow
    >
      <KeyFacts
        facts={[
          { label: facts.service, value: check.offer },
          {
            label: facts.time,
            value: <Moment at={check.startsAt} as="range" until={check.endsAt} />,
          },
        ]}
      />
      {answered && <Notice kind="success">{answered}</Notice>}
      {!answered && milestoneState !== "claimed" && <Notice kind="info">{words.over}</Notice>}
      {((!answered && milestoneState === "claimed") || refused) && <AnswerForm />}
      <p className="note">{words.sample}</p>
    </Page>
  );
}

function AnswerForm() {
  const { check } = useMessages().delivery;
  const [form, fields] = useServerForm<typeof CheckForm>();
  return (
    <Form form={form}>
      <RadioGroup
        field={fields.confirmed}
        label={check.question}
        options={[
          { value: "yes", label: check.yes },
          { value: "no", label: check.no, hint: check.noHint },
        ]}
      />
      <TextArea field={fields.note} label={check.note} rows={3} optional />
      <SubmitButton>{check.submit}</SubmitButton>
    </Form>
  );
}
