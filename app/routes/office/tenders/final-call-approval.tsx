import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { KeyFacts, Moment } from "#app/components/facts.tsx";
import { Form, SubmitButton, useServerForm } from "#app/components/form.tsx";
import { WhileOpen } from "#app/components/moved-on.tsx";
import { Notice } from "#app/components/notice.tsx";
import { Page, Prose } from "#app/components/page.tsx";
import { callFinalOffers } from "#app/domain/tenders/final-call.server.ts";
import { findTalks } from "#app/domain/tenders/talks-queries.server.ts";
import { submit } from "#app/http/forms.server.ts";
import { idParam, notFound } from "#app/http/params.server.ts";
import { requireOffice } from "#app/http/session.server.ts";
import { useMessages } from "#app/i18n/messages.ts";
import { titled } from "#app/i18n/titled.ts";
import { paths } from "#app/paths.ts";

const ApprovalForm = z.object({});

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { by } = await requireOffice(request, "approver");
  const { tender, call, talking } = (await findTalks(by, idParam(params.tenderId))) ?? notFound();
  return { tender, talking, call: call ?? notFound(), own: call?.proposedBy === by.userId };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const act = await requireOffice(request, "approver");
  const tenderId = idParam<"tender">(params.tenderId);
  return submit(request, ApprovalForm, async () => {
    await callFinalOffers(act, tenderId);
    return redirect(paths.office.tender(tenderId), 303);
  });
}

export const meta: MetaFunction = (args) => titled(args, ({ talks }) => talks.approve.title);

export default function FinalCallApproval() {
  const { approve: words, office } = useMessages().talks;
  const { tender, talking, call, own } = useLoaderData<typeof loader>();
  const [form] = useServerForm<typeof ApprovalForm>();
  return (
    <Page
      title={words.title}
      lead={words.lead(tender.title)}
      back={{ to: paths.office.talks(tender.id) }}
      narrow
    >
      <KeyFacts
        facts={[
          { label: office.deadline, value: <Moment at={call.deadline} as="deadline" /> },
          { label: office.changes, value: <Prose>{call.changes}</Prose> },
          { label: office.proposer, value: call.proposer },
        ]}
      />
      {own ? (
        <Notice kind="waiting" title={words.own} />
      ) : (
        <WhileOpen open={talking} to={paths.office.talks(tender.id)}>
          <Form form={form}>
            <p>{words.effect}</p>
            <SubmitButton>{words.submit}</SubmitButton>
          </Form>
        </WhileOpen>
      )}
    </Page>
  );
}
