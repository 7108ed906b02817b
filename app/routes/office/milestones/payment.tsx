import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { TextField } from "#app/components/fields.tsx";
import { Form, SubmitButton, useServerForm } from "#app/components/form.tsx";
import { Calculation } from "#app/components/milestones/calculation.tsx";
import { Notice } from "#app/components/notice.tsx";
import { More, Page } from "#app/components/page.tsx";
import { payMilestone } from "#app/domain/milestones/pay.server.ts";
import { findOfficeMilestone } from "#app/domain/milestones/queries.server.ts";
import { submit } from "#app/http/forms.server.ts";
import { idParam, notFound } from "#app/http/params.server.ts";
import { requireOffice } from "#app/http/session.server.ts";
import { useFormat, useMessages } from "#app/i18n/messages.ts";
import { titled } from "#app/i18n/titled.ts";
import { paths } from "#app/paths.ts";

const PaymentForm = z.object({ reference: z.string().trim().min(3).max(60) });

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { by } = await requireOffice(request, "finance");
  const milestone = (await findOfficeMilestone(by, idParam(params.milestoneId))) ?? notFound();
  return { milestone, own: milestone.acceptedById === by.userId };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const act = await requireOffice(request, "finance");
  const milestoneId = idParam<"milestone">(params.milestoneId);
  return submit(request, PaymentForm, async ({ reference }) => {
    await payMilestone(act, { milestoneId, reference });
    return redirect(paths.office.milestone(milestoneId), 303);
  });
}

export const meta: MetaFunction = (args) => titled(args, ({ milestones }) => milestones.pay.title);

export default function PayMilestone() {
  const { pay, why, one, next } = useMessages().milestones;
  const format = useFormat();
  const { milestone, own } = useLoaderData<typeof loader>();
  const { id, contract, name, organization, state, outcome } = milestone;
  const money = format.money(outcome.result.pay);
  return (
    <Page
      title={pay.title}
      lead={pay.lead(money, organization)}
      back={{ to: paths.office.milestone(id), label: one(contract, name) }}
      narrow
    >
      {state === "paid" && <Notice kind="info">{next.paid}</Notice>}
      {state === "accepted" && own && <Notice kind="refusal">{pay.own}</Notice>}
      {state === "accepted" && !own && <ReferenceForm />}
      <More label={why.summary(money)}>
        <Calculation calculation={outcome} />
      </More>
    </Page>
  );
}

function ReferenceForm() {
  const { pay } = useMessages().milestones;
  const [form, fields] = useServerForm<typeof PaymentForm>();
  return (
    <Form form={form}>
      <TextField
        field={fields.reference}
        label={pay.reference}
        hint={pay.hint}
        maxLength={60}
        width="medium"
        autoComplete="off"
      />
      <SubmitButton>{pay.submit}</SubmitButton>
    </Form>
  );
}
