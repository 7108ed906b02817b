import type { FieldMetadata } from "@conform-to/react";
import { DateField, MoneyField, TextField } from "#app/components/fields.tsx";
import { Fieldset } from "#app/components/form.tsx";
import { useMessages } from "#app/i18n/messages.ts";

type Part = { name?: string | undefined; dueOn?: string | undefined; cap?: string | undefined };

/** The milestones of a contract, one after another; `required` asks for the first. */
export function MilestoneFields({
  parts,
  required,
}: {
  parts: FieldMetadata<Part>[];
  required?: boolean;
}) {
  const { divide: words } = useMessages().contracts;
  return parts.map((part, index) => {
    const { name, dueOn, cap } = part.getFieldset();
    const optional = index > 0 || !required;
    return (
      <Fieldset key={part.id} legend={words.part(index + 1)}>
        <TextField field={name} label={words.name} maxLength={40} optional={optional} />
        <DateField field={dueOn} label={words.dueOn} optional={optional} />
        <MoneyField field={cap} label={words.cap} optional={optional} />
      </Fieldset>
    );
  });
}
