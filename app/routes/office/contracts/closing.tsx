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
import { closeContract } from "#app/domain/contracts/close.server.ts";
import { findOwnContract } from "#app/domain/contracts/queries.server.ts";
import { submit } from "#app/http/forms.server.ts";
import { idParam, notFound } from "#app/http/params.server.ts";
import { requireOffice } from "#app/http/session.server.ts";
import { useMessages } from "#app/i18n/messages.ts";
import { titled } from "#app/i18n/titled.ts";
import { paths } from "#app/paths.ts";

const ClosingForm = z.object({});

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { by } = await requireOffice(request, "officer");
  const { id } = (await findOwnContract(by, idParam(params.contractId))) ?? notFound();
  return { id };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const act = await requireOffice(request, "officer");
  const contractId = idParam<"contract">(params.contractId);
  return submit(request, ClosingForm, async () => {
    await closeContract(act, contractId);
    return redirect(paths.office.contract(contractId), 303);
  });
}

export const meta: MetaFunction = (args) =>
  titled(args, ({ contractChanges }) => contractChanges.close.title);

export default function Closing() {
  const { close: words } = useMessages().contractChanges;
  const { id } = useLoaderData<typeof loader>();
  const [form] = useServerForm<typeof ClosingForm>();
  return (
    <Page title={words.title} lead={words.lead} back={{ to: paths.office.contract(id) }} narrow>
      <Form form={form}>
        <SubmitButton>{words.submit}</SubmitButton>
      </Form>
    </Page>
  );
}
