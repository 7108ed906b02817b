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
import { Page } from "#app/components/page.tsx";
import { dropTenderAmendment } from "#app/domain/tender-amendments/drop.server.ts";
import { findTenderAmendment } from "#app/domain/tender-amendments/queries.server.ts";
import { submit } from "#app/http/forms.server.ts";
import { idParam, notFound } from "#app/http/params.server.ts";
import { requireOffice } from "#app/http/session.server.ts";
import { useMessages } from "#app/i18n/messages.ts";
import { titled } from "#app/i18n/titled.ts";
import { paths } from "#app/paths.ts";

const WithdrawalForm = z.object({});

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { by } = await requireOffice(request, "officer", "approver");
  const tenderId = idParam<"tender">(params.tenderId);
  const amendmentId = idParam<"tender_amendment">(params.amendmentId);
  const found = (await findTenderAmendment(by, tenderId, amendmentId)) ?? notFound();
  const here = paths.office.tenderAmendment(tenderId, amendmentId);
  return { here, open: found.amendment.state === "proposed" };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const act = await requireOffice(request, "officer", "approver");
  const tenderId = idParam<"tender">(params.tenderId);
  const amendmentId = idParam<"tender_amendment">(params.amendmentId);
  return submit(request, WithdrawalForm, async () => {
    await dropTenderAmendment(act, { tenderId, amendmentId });
    return redirect(paths.office.tender(tenderId), 303);
  });
}

export const meta: MetaFunction = (args) =>
  titled(args, ({ tenderAmendments }) => tenderAmendments.decide.dropTitle);

export default function AmendmentWithdrawal() {
  const { decide: words } = useMessages().tenderAmendments;
  const { here, open } = useLoaderData<typeof loader>();
  const [form] = useServerForm<typeof WithdrawalForm>();
  return (
    <Page title={words.dropTitle} lead={words.dropLead} back={{ to: here }} narrow>
      {open ? (
        <Form form={form}>
          <SubmitButton kind="danger">{words.dropSubmit}</SubmitButton>
        </Form>
      ) : (
        <MovedOn to={here} />
      )}
    </Page>
  );
}
