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
import { Notice } from "#app/components/notice.tsx";
import { Page, Prose, Section } from "#app/components/page.tsx";
import { decideObjection } from "#app/domain/objections/decide.server.ts";
import { findObjection } from "#app/domain/objections/queries.server.ts";
import { submit } from "#app/http/forms.server.ts";
import { idParam, notFound } from "#app/http/params.server.ts";
import { requireOffice } from "#app/http/session.server.ts";
import { useMessages } from "#app/i18n/messages.ts";
import { titled } from "#app/i18n/titled.ts";
import { paths } from "#app/paths.ts";

const DecisionForm = z.object({
  verdict: z.enum(["uphold", "dismiss"]),
  reason: z.string().trim().min(5).max(2000),
});

const idsOf = ({ tenderId, objectionId }: LoaderFunctionArgs["params"]) => ({
  tenderId: idParam<"tender">(tenderId),
  objectionId: idParam<"objection">(objectionId),
});

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { by } = await requireOffice(request, "approver");
  const { tenderId, objectionId } = idsOf(params);
  const found = (await findObjection(by, tenderId, objectionId)) ?? notFound();
  const { recommendedBy, ...objection } = found;
  return { ...objection, tenderId, mine: recommendedBy === by.userId };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const act = await requireOffice(request, "approver");
  const ids = idsOf(params);
  return submit(request, DecisionForm, async ({ verdict, reason }) => {
    await decideObjection(act, { ...ids, upheld: verdict === "uphold", reason });
    return redirect(paths.office.tender(ids.tenderId), 303);
  });
}

export const meta: MetaFunction = (args) =>
  titled(args, ({ objections }) => objections.decision.title);

export default function DecideObjection() {
  const { tenderId, title, text } = useLoaderData<typeof loader>();
  const { decision: words } = useMessages().objections;
  return (
    <Page title={words.title} lead={title} back={{ to: paths.office.tender(tenderId) }} narrow>
      <Section title={words.theObjection}>
        <Prose>{text}</Prose>
      </Section>
      <Decision />
    </Page>
  );
}

function Decision() {
  const { decision: words, decisionOf } = useMessages().objections;
  const { upheld, reason, mine } = useLoaderData<typeof loader>();
  const [form, fields] = useServerForm<typeof DecisionForm>();
  const sent = form.status !== undefined;
  if (upheld !== null && !sent) {
    return (
      <Notice kind="info" title={decisionOf(upheld)}>
        <Prose>{reason}</Prose>
      </Notice>
    );
  }
  if (mine && !sent) return <Notice kind="info">{words.notYours}</Notice>;
  return (
    <Form form={form}>
      <RadioGroup
        field={fields.verdict}
        label={words.choice}
        options={[
          { value: "uphold", label: words.uphold, hint: words.upholdHint },
          { value: "dismiss", label: words.dismiss, hint: words.dismissHint },
        ]}
      />
      <TextArea
        field={fields.reason}
        label={words.reason}
        hint={words.reasonHint}
        minLength={5}
        maxLength={2000}
      />
      <SubmitButton>{words.submit}</SubmitButton>
    </Form>
  );
}
