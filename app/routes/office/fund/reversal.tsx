import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { KeyFacts, Moment, Money } from "#app/components/facts.tsx";
import { TextArea } from "#app/components/fields.tsx";
import { Form, SubmitButton, useServerForm } from "#app/components/form.tsx";
import { Notice } from "#app/components/notice.tsx";
import { Page } from "#app/components/page.tsx";
import { findMovement } from "#app/domain/fund/movements.server.ts";
import { reverseMovement } from "#app/domain/fund/reverse.server.ts";
import { submit } from "#app/http/forms.server.ts";
import { idParam, notFound } from "#app/http/params.server.ts";
import { requireOffice } from "#app/http/session.server.ts";
import { useMessages } from "#app/i18n/messages.ts";
import { titled } from "#app/i18n/titled.ts";
import { paths } from "#app/paths.ts";
import { moved } from "./moved.ts";

const ReversalForm = z.object({ reason: z.string().trim().min(4).max(200) });

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { by } = await requireOffice(request, "finance", "approver");
  const movement = (await findMovement(by, idParam(params.movementId))) ?? notFound();
  return { movement, own: movement.byUserId === by.userId };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const act = await requireOffice(request, "finance", "approver");
  const transactionId = idParam<"fund_transaction">(params.movementId);
  const { fundId } = (await findMovement(act.by, transactionId)) ?? notFound();
  return submit(request, ReversalForm, async ({ reason }) => {
    await reverseMovement(act, { transactionId, reason });
    return redirect(paths.office.fund(fundId), 303);
  });
}

export const meta: MetaFunction = (args) => titled(args, ({ fund }) => fund.reversal.title);

export default function Reversal() {
  const { reversal, movements: words, events } = useMessages().fund;
  const { movement, own } = useLoaderData<typeof loader>();
  const { fundId, kind, at, who, memo, lines } = movement;
  return (
    <Page
      title={reversal.title}
      lead={reversal.lead}
      back={{ to: paths.office.fund(fundId) }}
      narrow
    >
      <KeyFacts
        facts={[
          { label: reversal.original, value: events[kind] },
          { label: words.amount, value: <Money fen={moved(lines).amount} /> },
          { label: words.at, value: <Moment at={at} as="stamp" /> },
          { label: words.who, value: who },
          { label: words.memo, value: memo },
        ]}
      />
      {own ? <Notice kind="refusal">{reversal.own}</Notice> : <ReasonForm />}
    </Page>
  );
}

function ReasonForm() {
  const { reversal } = useMessages().fund;
  const [form, fields] = useServerForm<typeof ReversalForm>();
  return (
    <Form form={form}>
      <TextArea
        field={fields.reason}
        label={reversal.reason}
        hint={reversal.reasonHint}
        rows={3}
        maxLength={200}
      />
      <SubmitButton kind="danger">{reversal.submit}</SubmitButton>
    </Form>
  );
}
