import { CheckboxGroup, Select } from "#app/components/choices.tsx";
import type { Field } from "#app/components/field.tsx";
import {
  DateField,
  DateTimeField,
  MoneyField,
  NumberField,
  TextArea,
  TextField,
} from "#app/components/fields.tsx";
import { Fieldset } from "#app/components/form.tsx";
import { Notice } from "#app/components/notice.tsx";
import { Prose } from "#app/components/page.tsx";
import { useFormat, useMessages, usePreferences } from "#app/i18n/messages.ts";

type Fields = Record<
  | "title"
  | "need"
  | "targetGroup"
  | "communityIds"
  | "serviceType"
  | "quantity"
  | "unit"
  | "ceiling"
  | "fundId"
  | "budgetItem"
  | "startsOn"
  | "serviceMonths"
  | "endsOn"
  | "deadline"
  | "contractDraft"
  | "performanceShare"
  | "openerAId"
  | "openerBId",
  Field
>;

type Choices = {
  communities: { id: string; name: string }[];
  serviceTypes: { code: string; zh: string; en: string }[];
  funds: { id: string; year: number; name: string }[];
  openers: { id: string; name: string; hasKey: boolean }[];
};

type ProjectFieldsProps = {
  fields: Fields;
  choices: Choices;
  openDays: number;
  importNote?: string;
};

/** Every field of a project's draft, in the order in which an officer thinks of them. */
export function ProjectFields({ fields, choices, openDays, importNote }: ProjectFieldsProps) {
  const { form } = useMessages().projects;
  return (
    <>
      {importNote && (
        <Notice kind="info" title={form.importNote}>
          <Prose>{importNote}</Prose>
        </Notice>
      )}
      <What fields={fields} choices={choices} />
      <HowMuch fields={fields} choices={choices} />
      <When fields={fields} openDays={openDays} />
      <Bidding fields={fields} choices={choices} />
    </>
  );
}

type Part = { fields: Fields; choices: Choices };

function What({ fields, choices }: Part) {
  const { form } = useMessages().projects;
  const { language } = usePreferences();
  const { communities, serviceTypes } = choices;
  return (
    <Fieldset legend={form.what}>
      <TextField field={fields.title} label={form.title} maxLength={120} />
      <TextArea field={fields.need} label={form.need} hint={form.needHint} optional="later" />
      <TextField
        field={fields.targetGroup}
        label={form.targetGroup}
        hint={form.targetGroupHint}
        maxLength={400}
        optional="later"
      />
      <CheckboxGroup
        field={fields.communityIds}
        label={form.communities}
        options={communities.map(({ id, name }) => ({ value: id, label: name }))}
        optional="later"
      />
      <Select
        field={fields.serviceType}
        label={form.serviceType}
        placeholder={form.choose}
        options={serviceTypes.map((kind) => ({ value: kind.code, label: kind[language] }))}
        optional="later"
      />
    </Fieldset>
  );
}

function HowMuch({ fields, choices }: Part) {
  const { form } = useMessages().projects;
  const { fund } = useMessages();
  return (
    <Fieldset legend={form.howMuch}>
      <NumberField field={fields.quantity} label={form.quantity} optional="later" />
      <TextField
        field={fields.unit}
        label={form.unit}
        hint={form.unitHint}
        width="short"
        maxLength={20}
        optional="later"
      />
      <MoneyField
        field={fields.ceiling}
        label={form.ceiling}
        hint={form.ceilingHint}
        optional="later"
      />
      <Select
        field={fields.fundId}
        label={form.fund}
        placeholder={form.choose}
        options={choices.funds.map(({ id, year, name }) => ({
          value: id,
          label: fund.named(String(year), name),
        }))}
        optional="later"
      />
      <TextField
        field={fields.budgetItem}
        label={form.budgetItem}
        hint={form.budgetItemHint}
        maxLength={60}
        optional
      />
    </Fieldset>
  );
}

function When({ fields, openDays }: { fields: Fields; openDays: number }) {
  const { form } = useMessages().projects;
  const { count } = useFormat();
  return (
    <Fieldset legend={form.when}>
      <DateTimeField
        field={fields.deadline}
        label={form.deadline}
        hint={form.deadlineHint(count(openDays, "day"))}
        optional="later"
      />
      <DateField field={fields.startsOn} label={form.startsOn} optional="later" />
      <NumberField
        field={fields.serviceMonths}
        label={form.serviceMonths}
        hint={form.serviceMonthsHint}
        optional="later"
      />
      <DateField field={fields.endsOn} label={form.endsOn} optional="later" />
    </Fieldset>
  );
}

function Bidding({ fields, choices }: Part) {
  const { form } = useMessages().projects;
  const openers = choices.openers.map(({ id, name, hasKey }) => ({
    value: id,
    label: hasKey ? name : form.withoutKey(name),
  }));
  return (
    <Fieldset legend={form.bidding} hint={form.openerHint}>
      <Select
        field={fields.openerAId}
        label={form.openerA}
        placeholder={form.choose}
        options={openers}
        optional="later"
      />
      <Select
        field={fields.openerBId}
        label={form.openerB}
        placeholder={form.choose}
        options={openers}
        optional="later"
      />
      <NumberField
        field={fields.performanceShare}
        label={form.performanceShare}
        hint={form.performanceShareHint}
        unit={form.percent}
        optional
      />
      <TextArea
        field={fields.contractDraft}
        label={form.contractDraft}
        hint={form.contractDraftHint}
        rows={12}
        optional="later"
      />
    </Fieldset>
  );
}
