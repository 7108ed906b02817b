import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { Form, SubmitButton, useServerForm } from "#app/components/form.tsx";
import { Page } from "#app/components/page.tsx";
import { findAmendment } from "#app/domain/contracts/changes.server.ts";
import { dropAmendment } from "#app/domain/contracts/drop-amendment.server.ts";
import { findOwnContract } from "#app/domain/contracts/queries.server.ts";
import { submit } from "#app/http/forms.server.ts";
import { idParam, notFound } from "#app/http/params.server.ts";
import { requireOffice } from "#app/http/session.server.ts";
import { useMessages } from "#app/i18n/messages.ts";
import { titled } from "#app/i18n/titled.ts";
import { paths } from "#app/paths.ts";

const DropForm = z.object({});

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { by } = await requireOffice(request, "officer", "approver");
  const contract = (await findOwnContract(by, idParam(params.contractId))) ?? notFound();
  const id = idParam<"contract_amendment">(params.amendmentId);
  const amendment = (await findAmendment(contract.id, id, { all: true })) ?? notFound();
  return { contractId: contract.id, amendmentId: amendment.id };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const act = await requireOffice(request, "officer", "approver");
  const contractId = idParam<"contract">(params.contractId);
  const amendmentId = idParam<"contract_amendment">(params.amendmentId);
  return submit(request, DropForm, async () => {
    await dropAmendment(act, { contractId, amendmentId });
    return redirect(paths.office.contract(contractId), 303);
  });
}

export const meta: MetaFunction = (args) =>
  titled(args, ({ contractChanges }) => contractChanges.agree.dropTitle);

export default function AmendmentDrop() {
  const { agree: words } = useMessages().contractChanges;
  const { contractId, amendmentId } = useLoaderData<typeof loader>();
  const [form] = useServerForm<typeof DropForm>();
  return (
    <Page
      title={words.dropTitle}
      lead={words.dropLead}
      back={{ to: paths.office.amendment(contractId, amendmentId) }}
      narrow
    >
      <Form form={form}>
        <SubmitButton kind="danger">{words.drop}</SubmitButton>
      </Form>
    </Page>
  );
}
