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
import { Notice } from "#app/components/notice.tsx";
import { LinkList, Page } from "#app/components/page.tsx";
import { type StatusKind, StatusTag } from "#app/components/status-tag.tsx";
import { TermChanges } from "#app/components/tenders/term-changes.tsx";
import type { TenderAmendmentState } from "#app/domain/tender-amendments/amendment.ts";
import { approveTenderAmendment } from "#app/domain/tender-amendments/approve.server.ts";
import { findTenderAmendment } from "#app/domain/tender-amendments/queries.server.ts";
import { submit } from "#app/http/forms.server.ts";
import { idParam, notFound } from "#app/http/params.server.ts";
import { requireOffice } from "#app/http/session.server.ts";
import { useMessages } from "#app/i18n/messages.ts";
import { titled } from "#app/i18n/titled.ts";
import { paths } from "#app/paths.ts";

const ApprovalForm = z.object({});

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { by } = await requireOffice(request, "approver", "officer");
  const tenderId = idParam<"tender">(params.tenderId);
  const amendmentId = idParam<"tender_amendment">(params.amendmentId);
  const found = (await findTenderAmendment(by, tenderId, amendmentId)) ?? notFound();
  const own = found.amendment.proposedBy === by.userId;
  const waits = found.amendment.state === "proposed" && found.status === "open";
  const decides = by.role === "approver" && waits;
  return { ...found, tenderId, own: decides && own, mine: decides && !own };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const act = await requireOffice(request, "approver");
  const tenderId = idParam<"tender">(params.tenderId);
  const amendmentId = idParam<"tender_amendment">(params.amendmentId);
  return submit(request, ApprovalForm, async () => {
    await approveTenderAmendment(act, { tenderId, amendmentId });
    return redirect(paths.office.tender(tenderId), 303);
  });
}

export const meta: MetaFunction = (args) =>
  titled(args, ({ tenderAmendments }) => tenderAmendments.decide.title);

const kinds: Record<TenderAmendmentState, StatusKind> = {
  proposed: "waiting",
  approved: "done",
  dropped: "neutral",
};

export default function Amendment() {
  const { decide: words } = useMessages().tenderAmendments;
  const { title, tenderId, amendment, own, mine } = useLoaderData<typeof loader>();
  const [form] = useServerForm<typeof ApprovalForm>();
  const { state } = amendment;
  const drop = paths.office.tenderAmendmentDrop(tenderId, amendment.id);
  return (
    <Page
      title={words.title}
      lead={words.lead(title)}
      back={{ to: paths.office.tender(tenderId) }}
      status={<StatusTag kind={kinds[state]}>{words.states[state]}</StatusTag>}
      aside={<Facts />}
    >
      <TermChanges caption={words.title} changes={amendment.changes} />
      {own && <Notice kind="refusal">{words.own}</Notice>}
      <Form form={form}>
        {mine && (
          <>
            <p>{words.effect}</p>
            <SubmitButton>{words.submit}</SubmitButton>
          </>
        )}
      </Form>
      {state === "proposed" && <LinkList links={[{ to: drop, label: words.drop }]} />}
    </Page>
  );
}

function Facts() {
  const { decide: words, propose } = useMessages().tenderAmendments;
  const { amendment, proposer } = useLoaderData<typeof loader>();
  const kind = propose.kinds[amendment.slip ? "slip" : "material"];
  return (
    <KeyFacts
      facts={[
        { label: words.proposer, value: proposer },
        { label: words.proposedAt, value: <Moment at={amendment.proposedAt} as="stamp" /> },
        { label: words.kind, value: kind },
        { label: words.reason, value: amendment.reason },
      ]}
    />
  );
}
