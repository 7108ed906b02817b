import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Select } from "#app/components/choices.tsx";
import type { Field } from "#app/components/field.tsx";
import { NumberField, TextField } from "#app/components/fields.tsx";
import { Fieldset, Form, SubmitButton, useServerForm } from "#app/components/form.tsx";
import { WhileOpen } from "#app/components/moved-on.tsx";
import { More, Page } from "#app/components/page.tsx";
import { findDraftCriteria } from "#app/domain/projects/form-choices.server.ts";
import { PERFORMANCE_WEIGHT_LIMIT } from "#app/domain/tenders/profile.ts";
import { setCriteria } from "#app/domain/tenders/set-criteria.server.ts";
import { criterionKinds } from "#app/domain/tenders/tender.ts";
import { submit } from "#app/http/forms.server.ts";
import { idParam, notFound } from "#app/http/params.server.ts";
import { requireOffice } from "#app/http/session.server.ts";
import { useFormat, useMessages } from "#app/i18n/messages.ts";
import { titled } from "#app/i18n/titled.ts";
import { paths } from "#app/paths.ts";
import { type CriteriaForm, criteriaForm, MOST_CRITERIA } from "./criteria-form.server.ts";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { by } = await requireOffice(request, "officer");
  const draft = (await findDraftCriteria(by, idParam(params.tenderId))) ?? notFound();
  const { priceWeight } = draft.rules;
  return { ...draft, priceWeight, votes: draft.scoring === "votes", most: MOST_CRITERIA };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const act = await requireOffice(request, "officer");
  const tenderId = idParam<"tender">(params.tenderId);
  const { rules, scoring } = (await findDraftCriteria(act.by, tenderId)) ?? notFound();
  return submit(request, criteriaForm(rules, scoring), async ({ rows }) => {
    await setCriteria(act, tenderId, rows);
    return redirect(paths.office.tender(tenderId), 303);
  });
}

export const meta: MetaFunction = (args) => titled(args, ({ projects }) => projects.criteria.title);

export default function Criteria() {
  const words = useMessages().projects.criteria;
  const { number } = useFormat();
  const { id, title, status, criteria, priceWeight, votes, most } = useLoaderData<typeof loader>();
  const { from, to } = priceWeight;
  const suggested = votes
    ? words.suggestedVote
    : from === 100
      ? words.suggestedPrice
      : words.suggested;
  const [form, fields] = useServerForm<CriteriaForm>({
    defaultValue: { rows: rowsOf(criteria.length > 0 ? criteria : suggested, most) },
  });
  const list = fields.rows.getFieldList();
  const used = list.filter(({ initialValue }) => isUsed(initialValue)).length + 1;
  const rows = list.map((row, index) => (
    <CriterionFields key={row.key} fields={row.getFieldset()} position={index + 1} />
  ));
  return (
    <Page
      title={words.title}
      lead={words.lead(title)}
      back={{ to: paths.office.tender(id) }}
      narrow
    >
      <p>
        {to === 0
          ? words.voteRules
          : words.rules(number(from), number(to), number(PERFORMANCE_WEIGHT_LIMIT))}
      </p>
      <WhileOpen open={status === "draft"} to={paths.office.tender(id)}>
        <Form form={form}>
          <RowsError errors={fields.rows.errors} id={fields.rows.id} />
          {rows.slice(0, used)}
          {used < rows.length && <More label={words.further}>{rows.slice(used)}</More>}
          <SubmitButton>{words.submit}</SubmitButton>
        </Form>
      </WhileOpen>
    </Page>
  );
}

type SavedRow = {
  kind: string;
  name: string;
  weight: number | string;
  guidance: string;
  minimum?: number | null;
};

/** The rows as the form shows them, filled up with empty ones. */
function rowsOf(rows: readonly SavedRow[], most: number) {
  const filled = rows.map(({ kind, name, weight, guidance, minimum }) => {
    const least = minimum ? String(minimum) : "";
    return { kind, name, weight: String(weight), guidance, minimum: least };
  });
  const empty = { kind: "", name: "", weight: "", guidance: "", minimum: "" };
  return [...filled, ...Array.from({ length: most - filled.length }, () => empty)];
}

/** Whether anything stands in a row. */
const isUsed = (row: unknown): boolean =>
  typeof row === "object" && row !== null && Object.values(row).some(Boolean);

/** What is wrong with the rows together; the error summary links here. */
function RowsError({ errors, id }: { errors: string[] | undefined; id: string }) {
  if (!errors) return null;
  return (
    <p id={id} className="field-error">
      {errors.join(" ")}
    </p>
  );
}

type CriterionFieldsProps = {
  fields: Record<"kind" | "name" | "weight" | "guidance" | "minimum", Field>;
  position: number;
};

function CriterionFields({ fields, position }: CriterionFieldsProps) {
  const words = useMessages().projects.criteria;
  const { projects } = useMessages();
  const { number } = useFormat();
  const { votes } = useLoaderData<typeof loader>();
  return (
    <Fieldset legend={words.row(number(position))}>
      <Select
        field={fields.kind}
        label={words.kind}
        placeholder={projects.form.choose}
        options={criterionKinds.map((kind) => ({ value: kind, label: words.kinds[kind] }))}
        optional="later"
      />
      <TextField field={fields.name} label={words.name} maxLength={60} optional="later" />
      <NumberField field={fields.weight} label={words.weight} optional="later" />
      {!votes && <NumberField field={fields.minimum} label={words.minimum} optional />}
      <TextField field={fields.guidance} label={words.guidance} maxLength={500} optional />
    </Fieldset>
  );
}
