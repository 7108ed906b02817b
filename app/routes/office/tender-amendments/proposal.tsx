import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { RadioGroup } from "#app/components/choices.tsx";
import type { Field } from "#app/components/field.tsx";
import { DateTimeField, TextArea } from "#app/components/fields.tsx";
import { Fieldset, Form, SubmitButton, useServerForm } from "#app/components/form.tsx";
import { WhileOpen } from "#app/components/moved-on.tsx";
import { Page } from "#app/components/page.tsx";
import { proposeTenderAmendment } from "#app/domain/tender-amendments/propose.server.ts";
import { findAmendable } from "#app/domain/tender-amendments/queries.server.ts";
import { amount, calendarDay, wallTime } from "#app/http/fields.server.ts";
import { submit } from "#app/http/forms.server.ts";
import { idParam, notFound } from "#app/http/params.server.ts";
import { requireOffice } from "#app/http/session.server.ts";
import { useFormat, useMessages } from "#app/i18n/messages.ts";
import { titled } from "#app/i18n/titled.ts";
import { paths } from "#app/paths.ts";
import { yuanText } from "#app/values/money.ts";
import { addTo, days } from "#app/values/time.ts";
import { TermFields } from "./term-fields.tsx";

const kinds = ["material", "slip"] as const;

const ProposalForm = z.object({
  title: z.string().trim().min(1).max(120),
  need: z.string().trim().min(1).max(4000),
  targetGroup: z.string().trim().min(1).max(400),
  quantity: z.number().int().min(1).max(2_147_483_647),
  unit: z.string().trim().min(1).max(20),
  ceiling: amount(),
  startsOn: calendarDay(),
  endsOn: calendarDay(),
  contractDraft: z.string().trim().min(1).max(20_000),
  kind: z.enum(kinds),
  /** null: stays as it is. */
  deadline: wallTime().nullable().default(null),
  reason: z.string().trim().min(5).max(1000),
});

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { by } = await requireOffice(request, "officer");
  return (await findAmendable(by, idParam(params.tenderId))) ?? notFound();
}

export async function action({ request, params }: ActionFunctionArgs) {
  const act = await requireOffice(request, "officer");
  const tenderId = idParam<"tender">(params.tenderId);
  return submit(request, ProposalForm, async ({ kind, reason, ...terms }) => {
    const slip = kind === "slip";
    const amendmentId = await proposeTenderAmendment(act, { tenderId, terms, slip, reason });
    return redirect(paths.office.tenderAmendment(tenderId, amendmentId), 303);
  });
}

export const meta: MetaFunction = (args) =>
  titled(args, ({ tenderAmendments }) => tenderAmendments.propose.title);

export default function Proposal() {
  const { propose: words } = useMessages().tenderAmendments;
  const { id, status, terms } = useLoaderData<typeof loader>();
  const { deadline: _, quantity, unit, ceiling, ...rest } = terms;
  const [form, fields] = useServerForm<typeof ProposalForm>({
    defaultValue: {
      ...rest,
      quantity: quantity ?? undefined,
      unit: unit ?? undefined,
      ceiling: ceiling === null ? undefined : yuanText(ceiling),
      startsOn: rest.startsOn ?? undefined,
      endsOn: rest.endsOn ?? undefined,
    },
  });
  return (
    <Page
      title={words.title}
      lead={words.lead(terms.title)}
      back={{ to: paths.office.tender(id) }}
      narrow
    >
      <WhileOpen open={status === "open"} to={paths.office.tender(id)}>
        <Form form={form}>
          <Fieldset legend={words.what} hint={words.criteria}>
            <TermFields fields={fields} />
          </Fieldset>
          <Kind fields={fields} />
          <TextArea
            field={fields.reason}
            label={words.reason}
            hint={words.reasonHint}
            minLength={5}
            maxLength={1000}
          />
          <SubmitButton>{words.submit}</SubmitButton>
        </Form>
      </WhileOpen>
    </Page>
  );
}

/** Material or not, and the deadline that goes with it. */
function Kind({ fields }: { fields: Record<"kind" | "deadline", Field> }) {
  const { propose: words } = useMessages().tenderAmendments;
  const format = useFormat();
  const { terms, rules } = useLoaderData<typeof loader>();
  const { amendmentDays } = rules;
  const now = terms.deadline ?? new Date(0);
  const earliest = format.stamp(addTo(now, days(amendmentDays)));
  const hints = {
    material: words.kindHints.material(format.count(amendmentDays, "day"), earliest),
    slip: words.kindHints.slip,
  };
  return (
    <>
      <RadioGroup
        field={fields.kind}
        label={words.kind}
        options={kinds.map((kind) => ({
          value: kind,
          label: words.kinds[kind],
          hint: hints[kind],
        }))}
      />
      <DateTimeField
        field={fields.deadline}
        label={words.deadline}
        hint={words.deadlineHint(format.stamp(now))}
        optional
      />
    </>
  );
}
