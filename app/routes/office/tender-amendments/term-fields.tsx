import type { Field } from "#app/components/field.tsx";
import {
  DateField,
  MoneyField,
  NumberField,
  TextArea,
  TextField,
} from "#app/components/fields.tsx";
import type { AmendableField } from "#app/domain/tender-amendments/amendment.ts";
import { useMessages } from "#app/i18n/messages.ts";

type Fields = Record<Exclude<AmendableField, "deadline">, Field>;

/** The tender's file as it is to be, all but its deadline. */
export function TermFields({ fields }: { fields: Fields }) {
  const { fields: labels } = useMessages().tenderAmendments;
  return (
    <>
      <TextField field={fields.title} label={labels.title} maxLength={120} />
      <TextArea field={fields.need} label={labels.need} maxLength={4000} />
      <TextField field={fields.targetGroup} label={labels.targetGroup} maxLength={400} />
      <NumberField field={fields.quantity} label={labels.quantity} />
      <TextField field={fields.unit} label={labels.unit} width="short" maxLength={20} />
      <MoneyField field={fields.ceiling} label={labels.ceiling} />
      <DateField field={fields.startsOn} label={labels.startsOn} />
      <DateField field={fields.endsOn} label={labels.endsOn} />
      <TextArea
        field={fields.contractDraft}
        label={labels.contractDraft}
        rows={10}
        maxLength={20_000}
      />
    </>
  );
}
