import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { Checkbox } from "#app/components/choices.tsx";
import { Form, Hidden, SubmitButton, useServerForm } from "#app/components/form.tsx";
import { Calculation } from "#app/components/milestones/calculation.tsx";
import { SampleAnswers } from "#app/components/milestones/sample-answers.tsx";
import { Page, Section } from "#app/components/page.tsx";
import { acceptMilestone } from "#app/domain/milestones/accept.server.ts";
import { findOfficeMilestone } from "#app/domain/milestones/queries.server.ts";
import { submit } from "#app/http/forms.server.ts";
import { idParam, notFound } from "#app/http/params.server.ts";
import { requireOffice } from "#app/http/session.server.ts";
import { useFormat, useMessages } from "#app/i18n/messages.ts";
import { titled } from "#app/i18n/titled.ts";
import { paths } from "#app/paths.ts";
import { fen } from "#app/values/money.ts";

const AcceptanceForm = z.object({
  understood: z.literal("on"),
  /** The pay in fen that stood on the page: what is accepted is what was read. */
  pay: z.coerce.number().int().min(0).transform(fen),
});

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { by } = await requireOffice(request, "officer");
  return (await findOfficeMilestone(by, idParam(params.milestoneId))) ?? notFound();
}

export async function action({ request, params }: ActionFunctionArgs) {
  const act = await requireOffice(request, "officer");
  const milestoneId = idParam<"milestone">(params.milestoneId);
  return submit(request, AcceptanceForm, async ({ pay }) => {
    await acceptMilestone(act, { milestoneId, expectedPay: pay });
    return redirect(paths.office.milestone(milestoneId), 303);
  });
}

export const meta: MetaFunction = (args) =>
  titled(args, ({ milestones }) => milestones.accept.title);

export default function AcceptMilestone() {
  const { accept, sample, why, one } = useMessages().milestones;
  const format = useFormat();
  const { id, contract, name, outcome } = useLoaderData<typeof loader>();
  const [form, fields] = useServerForm<typeof AcceptanceForm>();
  return (
    <Page
      title={accept.title}
      lead={accept.lead}
      back={{ to: paths.office.milestone(id), label: one(contract, name) }}
      narrow
    >
      <Section title={sample.title}>
        <SampleAnswers sample={outcome.sample} />
      </Section>
      <Section title={why.title}>
        <Calculation calculation={outcome} />
      </Section>
      <Form form={form}>
        <p>
          <strong>{accept.pay(format.money(outcome.result.pay))}</strong>
        </p>
        <Hidden name="pay" value={String(outcome.result.pay)} />
        <Checkbox field={fields.understood} label={accept.understood} />
        <SubmitButton>{accept.submit}</SubmitButton>
      </Form>
    </Page>
  );
}
