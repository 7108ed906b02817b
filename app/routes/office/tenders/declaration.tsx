import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { LinkButton } from "#app/components/button.tsx";
import { RadioGroup } from "#app/components/choices.tsx";
import { TextArea } from "#app/components/fields.tsx";
import { Form, SubmitButton, useServerForm } from "#app/components/form.tsx";
import { Notice } from "#app/components/notice.tsx";
import { Actions, Page, Section } from "#app/components/page.tsx";
import { declareInterest } from "#app/domain/tenders/declare.server.ts";
import { findSeat } from "#app/domain/tenders/score-queries.server.ts";
import { submit } from "#app/http/forms.server.ts";
import { idParam, notFound } from "#app/http/params.server.ts";
import { requireOffice } from "#app/http/session.server.ts";
import { useMessages } from "#app/i18n/messages.ts";
import { titled } from "#app/i18n/titled.ts";
import { paths } from "#app/paths.ts";

const DeclarationForm = z
  .object({
    answer: z.enum(["none", "conflict"]),
    note: z.string().trim().max(500).optional(),
  })
  .check((context) => {
    const { answer, note } = context.value;
    if (answer === "none" || note) return;
    context.issues.push({
      code: "invalid_type",
      expected: "string",
      input: note,
      path: ["note"],
    });
  });

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { by } = await requireOffice(request, "panel");
  return (await findSeat(by, idParam(params.tenderId))) ?? notFound();
}

export async function action({ request, params }: ActionFunctionArgs) {
  const act = await requireOffice(request, "panel");
  const tenderId = idParam<"tender">(params.tenderId);
  return submit(request, DeclarationForm, async ({ answer, note }) => {
    const conflict = answer === "conflict";
    await declareInterest(act, { tenderId, conflict, note });
    return redirect(
      conflict ? paths.office.declaration(tenderId) : paths.office.scoring(tenderId),
      303,
    );
  });
}

export const meta: MetaFunction = (args) => titled(args, ({ award }) => award.declaration.title);

export default function Declaration() {
  const { declaration: words } = useMessages().award;
  const { tender, seat, bidders } = useLoaderData<typeof loader>();
  const open = seat.conflict !== true && !seat.submittedAt;
  return (
    <Page
      title={words.title}
      lead={words.lead(tender.title)}
      back={{ to: paths.office.report(tender.id) }}
      narrow
    >
      {seat.conflict !== null && <Declared conflict={seat.conflict} open={open} />}
      {open && (
        <>
          <p>{words.why}</p>
          <Section title={words.bidders}>
            <ul>
              {bidders.map(({ id, organization }) => (
                <li key={id}>{organization}</li>
              ))}
            </ul>
          </Section>
          <DeclarationFields />
        </>
      )}
    </Page>
  );
}

function Declared({ conflict, open }: { conflict: boolean; open: boolean }) {
  const { declaration: words } = useMessages().award;
  const { tender } = useLoaderData<typeof loader>();
  return (
    <Notice kind="success" title={conflict ? words.done.conflict : words.done.none}>
      {open && <p>{words.change}</p>}
      {!conflict && (
        <Actions>
          <LinkButton to={paths.office.scoring(tender.id)}>{words.toScoring}</LinkButton>
        </Actions>
      )}
    </Notice>
  );
}

function DeclarationFields() {
  const { declaration: words } = useMessages().award;
  const [form, fields] = useServerForm<typeof DeclarationForm>();
  return (
    <Form form={form}>
      <RadioGroup
        field={fields.answer}
        label={words.question}
        options={[
          { value: "none", label: words.none, hint: words.noneHint },
          { value: "conflict", label: words.conflict, hint: words.conflictHint },
        ]}
      />
      <TextArea
        field={fields.note}
        label={words.note}
        hint={words.noteHint}
        rows={3}
        maxLength={500}
        optional
      />
      <SubmitButton>{words.submit}</SubmitButton>
    </Form>
  );
}
