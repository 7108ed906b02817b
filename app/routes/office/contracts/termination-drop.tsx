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
import { dropTermination } from "#app/domain/contracts/drop-termination.server.ts";
import { findOwnContract } from "#app/domain/contracts/queries.server.ts";
import { submit } from "#app/http/forms.server.ts";
import { idParam, notFound } from "#app/http/params.server.ts";
import { requireOffice } from "#app/http/session.server.ts";
import { useMessages } from "#app/i18n/messages.ts";
import { titled } from "#app/i18n/titled.ts";
import { paths } from "#app/paths.ts";

const TerminationDropForm = z.object({});

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { by } = await requireOffice(request, "officer", "approver");
  const { id } = (await findOwnContract(by, idParam(params.contractId))) ?? notFound();
  return { id };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const act = await requireOffice(request, "officer", "approver");
  const contractId = idParam<"contract">(params.contractId);
  return submit(request, TerminationDropForm, async () => {
    await dropTermination(act, contractId);
    return redirect(paths.office.contract(contractId), 303);
  });
}

export const meta: MetaFunction = (args) =>
  titled(args, ({ contractChanges }) => contractChanges.end.dropTitle);

export default function TerminationDrop() {
  const { end: words } = useMessages().contractChanges;
  const { id } = useLoaderData<typeof loader>();
  const [form] = useServerForm<typeof TerminationDropForm>();
  return (
    <Page
      title={words.dropTitle}
      lead={words.dropLead}
      back={{ to: paths.office.termination(id) }}
      narrow
    >
      <Form form={form}>
        <SubmitButton>{words.drop}</SubmitButton>
      </Form>
    </Page>
  );
}
