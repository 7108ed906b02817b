import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { Form, Hidden, SubmitButton, useServerForm } from "#app/components/form.tsx";
import { Notice } from "#app/components/notice.tsx";
import { LinkList, Page } from "#app/components/page.tsx";
import { AmendmentHistory } from "#app/components/tenders/amendment-history.tsx";
import { confirmBid } from "#app/domain/bids/confirm.server.ts";
import { findTenderForBidder } from "#app/domain/bids/queries.server.ts";
import { listTenderAmendments } from "#app/domain/tender-amendments/queries.server.ts";
import { submit } from "#app/http/forms.server.ts";
import { idParam, notFound } from "#app/http/params.server.ts";
import { requireManager } from "#app/http/session.server.ts";
import { useMessages } from "#app/i18n/messages.ts";
import { titled } from "#app/i18n/titled.ts";
import { paths } from "#app/paths.ts";

const ConfirmationForm = z.object({ deadlineVersion: z.number().int().positive() });

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { by } = await requireManager(request);
  const tender = (await findTenderForBidder(by, idParam(params.tenderId))) ?? notFound();
  const { id, title, deadlineVersion, bid, status } = tender;
  const waits = bid?.state === "needs_confirm" && status === "open";
  return { id, title, deadlineVersion, waits, amendments: await listTenderAmendments(id) };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const act = await requireManager(request);
  const tenderId = idParam<"tender">(params.tenderId);
  return submit(request, ConfirmationForm, async ({ deadlineVersion }) => {
    const receiptId = await confirmBid(act, { tenderId, deadlineVersion });
    return redirect(paths.organization.receipt(receiptId), 303);
  });
}

export const meta: MetaFunction = (args) =>
  titled(args, ({ tenderAmendments }) => tenderAmendments.confirm.title);

export default function ConfirmBid() {
  const { confirm: words } = useMessages().tenderAmendments;
  const { tender: bidWords } = useMessages().bids;
  const { id, title, deadlineVersion, waits, amendments } = useLoaderData<typeof loader>();
  const [form] = useServerForm<typeof ConfirmationForm>();
  const { organization: to } = paths;
  return (
    <Page title={words.title} lead={words.lead(title)} back={{ to: to.tender(id) }} narrow>
      <AmendmentHistory amendments={amendments} />
      <Form form={form}>
        {waits ? (
          <>
            <Notice kind="waiting">{words.words}</Notice>
            <Hidden name="deadlineVersion" value={String(deadlineVersion)} />
            <SubmitButton>{words.submit}</SubmitButton>
          </>
        ) : (
          <Notice kind="info">{words.notNow}</Notice>
        )}
      </Form>
      {waits && (
        <LinkList
          links={[
            { to: to.bid(id), label: bidWords.replace },
            { to: to.withdrawal(id), label: bidWords.withdraw },
          ]}
        />
      )}
    </Page>
  );
}
