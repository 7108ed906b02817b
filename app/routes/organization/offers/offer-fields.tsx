import { CheckboxGroup, RadioGroup, Select } from "#app/components/choices.tsx";
import type { Field } from "#app/components/field.tsx";
import { MoneyField, NumberField, TextArea, TextField } from "#app/components/fields.tsx";
import { Fieldset } from "#app/components/form.tsx";
import type { findOfferChoices } from "#app/domain/services/offer-choices.server.ts";
import { useMessages, usePreferences } from "#app/i18n/messages.ts";

export type Choices = NonNullable<Awaited<ReturnType<typeof findOfferChoices>>>;

type WhatName = "title" | "description" | "serviceType" | "communityIds" | "programmeId" | "price";
type RuleName =
  | "durationMinutes"
  | "bufferBeforeMinutes"
  | "bufferAfterMinutes"
  | "noticeHours"
  | "horizonDays"
  | "cancelCutoffHours";
type Fields<Name extends string> = Record<Name, Field>;

/** The service itself: name, kind, communities, price and subsidy. */
export function WhatFields({ fields, choices }: { fields: Fields<WhatName>; choices: Choices }) {
  const { form } = useMessages().services;
  const { language } = usePreferences();
  const named = ({ id: value, name: label }: { id: string; name: string }) => ({ value, label });
  return (
    <Fieldset legend={form.what}>
      <TextField field={fields.title} label={form.title} hint={form.titleHint} maxLength={40} />
      <TextArea
        field={fields.description}
        label={form.description}
        hint={form.descriptionHint}
        maxLength={1000}
        optional
      />
      <Select
        field={fields.serviceType}
        label={form.kind}
        options={choices.kinds.map((kind) => ({ value: kind.code, label: kind[language] }))}
      />
      <CheckboxGroup
        field={fields.communityIds}
        label={form.communities}
        options={choices.communities.map(named)}
      />
      <MoneyField field={fields.price} label={form.price} />
      <Select
        field={fields.programmeId}
        label={form.programme}
        hint={form.programmeHint}
        options={choices.programmes.map(named)}
        placeholder={form.noProgramme}
        optional
      />
    </Fieldset>
  );
}

type HowProps = {
  fields: Fields<"siteId" | RuleName>;
  /** Asked only when the offer is new. */
  mode?: Field;
  /** Left out for a visit. */
  sites?: Choices["sites"] | undefined;
};

/** Where and how long: for a visit with time around it, for a seat with its site. */
export function HowFields({ fields, mode, sites }: HowProps) {
  const { form, modes } = useMessages().services;
  const modeOptions = (["visit", "seat"] as const satisfies readonly (keyof typeof modes)[]).map(
    (value) => ({ value, label: form.modes[value] }),
  );
  return (
    <Fieldset legend={form.how}>
      {mode && (
        <RadioGroup field={mode} label={form.mode} hint={form.modeHint} options={modeOptions} />
      )}
      {sites && (
        <Select
          field={fields.siteId}
          label={form.site}
          hint={form.siteHint}
          options={sites.map(({ id, name, address }) => ({
            value: id,
            label: `${name} ${address}`,
          }))}
          optional
        />
      )}
      <NumberField field={fields.durationMinutes} label={form.duration} unit={form.minutes} />
      <NumberField
        field={fields.bufferBeforeMinutes}
        label={form.before}
        hint={form.beforeHint}
        unit={form.minutes}
      />
      <NumberField field={fields.bufferAfterMinutes} label={form.after} unit={form.minutes} />
    </Fieldset>
  );
}

/** How early and how late residents may book and cancel. */
export function RuleFields({ fields }: { fields: Fields<RuleName> }) {
  const { form } = useMessages().services;
  return (
    <Fieldset legend={form.rules}>
      <NumberField field={fields.noticeHours} label={form.notice} unit={form.hours} />
      <NumberField field={fields.horizonDays} label={form.horizon} unit={form.days} />
      <NumberField field={fields.cancelCutoffHours} label={form.cutoff} unit={form.hours} />
    </Fieldset>
  );
}
