import { Checkbox, CheckboxGroup } from "#app/components/choices.tsx";
import { MoneyField, NumberField, TextArea } from "#app/components/fields.tsx";
import { Fieldset, Form, SubmitButton, useServerForm } from "#app/components/form.tsx";
import { directGrounds } from "#app/domain/tenders/profile.ts";
import { useMessages } from "#app/i18n/messages.ts";
import type { RulesForm, valuesOf } from "./rules-form.server.ts";

/** Every number of a method's rules, in groups. */
export function RuleFields({ values }: { values: ReturnType<typeof valuesOf> }) {
  const { rules, methods } = useMessages();
  const words = rules.edit;
  const [form, fields] = useServerForm<typeof RulesForm>({ defaultValue: values });
  const numbers = <Name extends keyof typeof fields & keyof typeof words>(...names: Name[]) =>
    names.map((name) => (
      <NumberField
        key={name}
        field={fields[name]}
        label={String(words[name])}
        optional={name === "reducedBids"}
      />
    ));
  const shares = <Name extends keyof typeof fields & keyof typeof words>(...names: Name[]) =>
    names.map((name) => (
      <NumberField key={name} field={fields[name]} label={String(words[name])} step="any" />
    ));
  return (
    <Form form={form}>
      <Fieldset legend={words.periods}>
        {numbers("openDays", "amendmentDays", "consultingWorkingDays", "finalOfferWorkingDays")}
        {numbers("standstillWorkingDays", "signingDays")}
      </Fieldset>
      <Fieldset legend={words.bids}>{numbers("minimumBids", "reducedBids")}</Fieldset>
      <Fieldset legend={words.panel}>
        {numbers("panelMinimum", "outsiders", "residentRepresentatives", "witnesses")}
        {numbers("expertPart", "expertWhole")}
        <Checkbox field={fields.odd} label={words.odd} />
      </Fieldset>
      <Fieldset legend={words.scoring}>
        {numbers("priceFrom", "priceTo")}
        <Checkbox field={fields.lowerRank} label={words.lowerRank} />
      </Fieldset>
      <Fieldset legend={words.low}>{shares("othersMean", "secondLowest", "ceiling")}</Fieldset>
      <Fieldset legend={words.challenge}>
        {numbers("fileWorkingDays", "answerWorkingDays")}
        {numbers("escalateWorkingDays", "decideWorkingDays")}
      </Fieldset>
      <Fieldset legend={words.caps}>
        <MoneyField field={fields.valueCap} label={words.valueCap} optional />
        <MoneyField field={fields.supplierYearCap} label={words.supplierYearCap} optional />
        <CheckboxGroup
          field={fields.grounds}
          label={words.grounds}
          options={directGrounds.map((value) => ({ value, label: methods.grounds[value] }))}
          optional
        />
        {shares("amendmentLimit")}
      </Fieldset>
      <TextArea
        field={fields.reason}
        label={words.reason}
        hint={words.reasonHint}
        maxLength={500}
      />
      <SubmitButton>{words.submit}</SubmitButton>
    </Form>
  );
}
