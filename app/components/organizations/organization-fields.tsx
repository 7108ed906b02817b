import { RadioGroup, Select } from "#app/components/choices.tsx";
import type { Field } from "#app/components/field.tsx";
import { TextArea, TextField } from "#app/components/fields.tsx";
import { Fieldset } from "#app/components/form.tsx";
import { organizationKinds } from "#app/domain/organizations/organization.ts";
import type { Messages } from "#app/i18n/messages.ts";

type Names =
  | "kind"
  | "name"
  | "creditCode"
  | "officeId"
  | "introduction"
  | "contactName"
  | "contactPhone";

/**
 * What an organization tells of itself, to register or to put its registration right. Called, not rendered, so that
 * the form around it knows what its fields are called.
 */
export function organizationFieldsets(
  fields: Record<Names, Field>,
  { facts, register }: Messages["organizations"],
  streets: readonly { id: string; name: string }[],
) {
  return (
    <>
      <Fieldset legend={register.organization}>
        <RadioGroup
          field={fields.kind}
          label={register.kind}
          options={organizationKinds.map((value) => ({ value, ...register.kinds[value] }))}
        />
        <TextField
          field={fields.name}
          label={facts.name}
          hint={register.nameHint}
          autoComplete="organization"
          maxLength={60}
        />
        <TextField
          field={fields.creditCode}
          label={facts.creditCode}
          hint={register.creditCodeHint}
          autoComplete="off"
          width="medium"
          optional="later"
        />
        <Select
          field={fields.officeId}
          label={facts.street}
          hint={register.streetHint}
          placeholder={register.chooseStreet}
          options={streets.map(({ id, name }) => ({ value: id, label: name }))}
          optional="later"
        />
        <TextArea
          field={fields.introduction}
          label={facts.introduction}
          hint={register.introductionHint}
          maxLength={500}
          optional
        />
      </Fieldset>
      <Fieldset legend={register.contact} hint={register.contactHint}>
        <TextField field={fields.contactName} label={facts.contactName} maxLength={40} />
        <TextField
          field={fields.contactPhone}
          label={facts.contactPhone}
          type="tel"
          width="medium"
        />
      </Fieldset>
    </>
  );
}
