import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { MoneyField, TextArea, TextField } from "#app/components/fields.tsx";
import { Form, Hidden, SubmitButton, useServerForm } from "#app/components/form.tsx";
import { Page } from "#app/components/page.tsx";
import { clawBack } from "#app/domain/milestones/claw-back.server.ts";
import { findOfficeMilestone } from "#app/domain/milestones/queries.server.ts";
import { amount } from "#app/http/fields.server.ts";
import { submit } from "#app/http/forms.server.ts";
import { id, idParam, notFound } from "#app/http/params.server.ts";
import { requireOffice } from "#app/http/session.server.ts";
import { useFormat, useMessages } from "#app/i18n/messages.ts";
import { titled } from "#app/i18n/titled.ts";
import { paths } from "#app/paths.ts";
import { newId } from "#app/values/id.ts";

const ClawBackForm = z.object({
  clawBackId: id<"claw_back">(),
  amount: amount(),
  reason: z.string().trim().min(4).max(200),
  bankReference: z.string().trim().min(3).max(60),
});

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { by } = await requireOffice(request, "finance");
  const milestone = (await findOfficeMilestone(by, idParam(params.milestoneId))) ?? notFound();
  return { milestone, clawBackId: newId() };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const act = await requireOffice(request, "finance");
  const milestoneId = idParam<"milestone">(params.milestoneId);
  return submit(request, ClawBackForm, async (wish) => {
    await clawBack(act, { milestoneId, ...wish });
    return redirect(paths.office.milestone(milestoneId), 303);
  });
}

export const meta: MetaFunction = (args) =>
  titled(args, ({ milestones }) => milestones.clawBack.title);

export default function ClawBack() {
  const { clawBack: words, one } = useMessages().milestones;
  const { money } = useFormat();
  const { milestone, clawBackId } = useLoaderData<typeof loader>();
  const { contract, name, organization, outcome } = milestone;
  const [form, fields] = useServerForm<typeof ClawBackForm>({ defaultValue: { clawBackId } });
  return (
    <Page
      title={words.title}
      lead={words.lead(organization, money(outcome.result.pay))}
      back={{ to: paths.office.milestone(milestone.id), label: one(contract, name) }}
      narrow
    >
      <Form form={form}>
        <Hidden name="clawBackId" value={fields.clawBackId.initialValue ?? clawBackId} />
        <MoneyField field={fields.amount} label={words.amount} />
        <TextArea
          field={fields.reason}
          label={words.reason}
          hint={words.reasonHint}
          rows={3}
          maxLength={200}
        />
        <TextField
          field={fields.bankReference}
          label={words.reference}
          hint={words.referenceHint}
          maxLength={60}
          width="medium"
          autoComplete="off"
        />
        <SubmitButton>{words.submit}</SubmitButton>
      </Form>
    </Page>
  );
}
