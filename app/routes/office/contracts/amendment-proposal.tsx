import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { Select } from "#app/components/choices.tsx";
import { DateField, NumberField, TextArea, TextField } from "#app/components/fields.tsx";
import { Fieldset, Form, SubmitButton, useServerForm } from "#app/components/form.tsx";
import { WhileOpen } from "#app/components/moved-on.tsx";
import { Page } from "#app/components/page.tsx";
import { amendmentCodes } from "#app/domain/contracts/amendment.ts";
import { findRoomToRaise } from "#app/domain/contracts/find-room.server.ts";
import { proposeAmendment } from "#app/domain/contracts/propose-amendment.server.ts";
import { findOwnContract } from "#app/domain/contracts/queries.server.ts";
import { MILESTONES_LIMIT } from "#app/domain/contracts/terms.ts";
import { calendarDay, signedAmount } from "#app/http/fields.server.ts";
import { submit } from "#app/http/forms.server.ts";
import { milestoneTerms, OptionalParts } from "#app/http/milestone-form.server.ts";
import { idParam, notFound } from "#app/http/params.server.ts";
import { requireOffice } from "#app/http/session.server.ts";
import { useFormat, useMessages } from "#app/i18n/messages.ts";
import { titled } from "#app/i18n/titled.ts";
import { paths } from "#app/paths.ts";
import { MilestoneFields } from "./milestone-fields.tsx";

const ProposalForm = z.object({
  code: z.enum(amendmentCodes),
  text: z.string().trim().min(10).max(2000),
  value: signedAmount(),
  quantity: z.number().int().min(-1_000_000).max(1_000_000).default(0),
  endsOn: calendarDay().optional(),
  parts: OptionalParts,
});

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { by } = await requireOffice(request, "officer");
  const contract = (await findOwnContract(by, idParam(params.contractId))) ?? notFound();
  return { contract, room: await findRoomToRaise(contract.id) };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const act = await requireOffice(request, "officer");
  const contractId = idParam<"contract">(params.contractId);
  return submit(request, ProposalForm, async ({ code, text, value, quantity, endsOn, parts }) => {
    await proposeAmendment(act, {
      contractId,
      code,
      text,
      valueChange: value,
      quantityChange: quantity,
      newEndsOn: endsOn ?? null,
      parts: milestoneTerms(parts),
    });
    return redirect(paths.office.contract(contractId), 303);
  });
}

export const meta: MetaFunction = (args) =>
  titled(args, ({ contractChanges }) => contractChanges.propose.title);

export default function AmendmentProposal() {
  const { propose: words } = useMessages().contractChanges;
  const format = useFormat();
  const { contract, room } = useLoaderData<typeof loader>();
  const back = paths.office.contract(contract.id);
  return (
    <Page
      title={words.title}
      lead={words.lead(format.money(contract.value), format.money(room))}
      back={{ to: back }}
      narrow
    >
      <WhileOpen open={contract.status === "active"} to={back}>
        <Proposal />
      </WhileOpen>
    </Page>
  );
}

function Proposal() {
  const { propose: words, codes } = useMessages().contractChanges;
  const { contract } = useLoaderData<typeof loader>();
  const unclaimed = contract.milestones.filter(({ state }) => state === "scheduled");
  const written = unclaimed.map(({ name, dueOn, cap }) => {
    return { name, dueOn, cap: (cap / 100).toFixed(2) };
  });
  const most = MILESTONES_LIMIT - (contract.milestones.length - unclaimed.length);
  const empty = Array.from({ length: Math.max(0, most - written.length) }, () => ({}));
  const [form, fields] = useServerForm<typeof ProposalForm>({
    defaultValue: { value: "0", quantity: "0", parts: [...written, ...empty] },
  });
  return (
    <Form form={form}>
      <Select
        field={fields.code}
        label={words.code}
        options={amendmentCodes.map((value) => ({ value, label: codes[value] }))}
      />
      <TextArea
        field={fields.text}
        label={words.text}
        hint={words.textHint}
        minLength={10}
        maxLength={2000}
      />
      <TextField
        field={fields.value}
        label={words.value}
        hint={words.valueHint}
        inputMode="text"
        width="short"
      />
      <NumberField field={fields.quantity} label={words.quantity} optional />
      <DateField field={fields.endsOn} label={words.endsOn} optional />
      <Fieldset legend={words.parts} hint={words.partsHint}>
        <MilestoneFields parts={fields.parts.getFieldList()} />
      </Fieldset>
      <SubmitButton>{words.submit}</SubmitButton>
    </Form>
  );
}
