import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { Form, SubmitButton, useServerForm } from "#app/components/form.tsx";
import { MovedOn } from "#app/components/moved-on.tsx";
import { Notice } from "#app/components/notice.tsx";
import { Page } from "#app/components/page.tsx";
import { findTenderForBidder } from "#app/domain/bids/queries.server.ts";
import { withdrawBid } from "#app/domain/bids/withdraw.server.ts";
import { submit } from "#app/http/forms.server.ts";
import { idParam, notFound } from "#app/http/params.server.ts";
import { requireManager } from "#app/http/session.server.ts";
import { useMessages } from "#app/i18n/messages.ts";
import { titled } from "#app/i18n/titled.ts";
import { paths } from "#app/paths.ts";

const WithdrawalForm = z.object({});

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { by } = await requireManager(request);
  const tender = (await findTenderForBidder(by, idParam(params.tenderId))) ?? notFound();
  const { id, title, bid } = tender;
  const open = bid?.state === "submitted" || bid?.state === "needs_confirm";
  return { id, title, open };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const act = await requireManager(request);
  const tenderId = idParam<"tender">(params.tenderId);
  return submit(request, WithdrawalForm, async () => {
    await withdrawBid(act, tenderId);
    return redirect(paths.organization.tender(tenderId), 303);
  });
}

export const meta: MetaFunction = (args) => titled(args, ({ bids }) => bids.withdrawal.title);

export default function WithdrawBid() {
  const { withdrawal } = useMessages().bids;
  const { id, title, open } = useLoaderData<typeof loader>();
  const [form] = useServerForm<typeof WithdrawalForm>();
  return (
    <Page title={withdrawal.title} lead={title} back={{ to: paths.organization.tender(id) }} narrow>
      {open ? (
        <Form form={form}>
          <Notice kind="waiting">
            <p>{withdrawal.words}</p>
          </Notice>
          <SubmitButton kind="danger">{withdrawal.submit}</SubmitButton>
        </Form>
      ) : (
        <MovedOn to={paths.organization.tender(id)} />
      )}
    </Page>
  );
}
