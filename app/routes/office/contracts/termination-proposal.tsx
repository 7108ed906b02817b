import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { Checkbox, Select } from "#app/components/choices.tsx";
import { TextArea } from "#app/components/fields.tsx";
import { Form, SubmitButton, useServerForm } from "#app/components/form.tsx";
import { WhileOpen } from "#app/components/moved-on.tsx";
import { Page } from "#app/components/page.tsx";
import { proposeTermination } from "#app/domain/contracts/propose-termination.server.ts";
import { findOwnContract } from "#app/domain/contracts/queries.server.ts";
import { terminationCodes } from "#app/domain/contracts/termination.ts";
import { submit } from "#app/http/forms.server.ts";
import { idParam, notFound } from "#app/http/params.server.ts";
import { requireOffice } from "#app/http/session.server.ts";
import { useMessages } from "#app/i18n/messages.ts";
import { titled } from "#app/i18n/titled.ts";
import { paths } from "#app/paths.ts";

const ProposalForm = z.object({
  code: z.enum(terminationCodes),
  text: z.string().trim().min(10).max(2000),
  mutual: z
    .literal("on")
    .optional()
    .transform((ticked) => ticked === "on"),
});

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { by } = await requireOffice(request, "officer");
  const contract = (await findOwnContract(by, idParam(params.contractId))) ?? notFound();
  return { id: contract.id, active: contract.status === "active" };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const act = await requireOffice(request, "officer");
  const contractId = idParam<"contract">(params.contractId);
  return submit(request, ProposalForm, async (wish) => {
    await proposeTermination(act, { contractId, ...wish });
    return redirect(paths.office.termination(contractId), 303);
  });
}

export const meta: MetaFunction = (args) =>
  titled(args, ({ contractChanges }) => contractChanges.end.title);

export default function TerminationProposal() {
  const { end: words } = useMessages().contractChanges;
  const { id, active } = useLoaderData<typeof loader>();
  const back = paths.office.contract(id);
  return (
    <Page title={words.title} lead={words.lead} back={{ to: back }} narrow>
      <WhileOpen open={active} to={back}>
        <Proposal />
      </WhileOpen>
    </Page>
  );
}

function Proposal() {
  const { end: words, terminationCodes: codes } = useMessages().contractChanges;
  const [form, fields] = useServerForm<typeof ProposalForm>();
  return (
    <Form form={form}>
      <Select
        field={fields.code}
        label={words.code}
        options={terminationCodes.map((value) => ({ value, label: codes[value] }))}
      />
      <TextArea
        field={fields.text}
        label={words.text}
        hint={words.textHint}
        minLength={10}
        maxLength={2000}
      />
      <Checkbox field={fields.mutual} label={words.mutual} optional />
      <SubmitButton kind="danger">{words.propose}</SubmitButton>
    </Form>
  );
}
