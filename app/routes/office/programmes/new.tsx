import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { CheckboxGroup } from "#app/components/choices.tsx";
import { DateField, MoneyField, NumberField, TextField } from "#app/components/fields.tsx";
import { Form, SubmitButton, useServerForm } from "#app/components/form.tsx";
import { Page } from "#app/components/page.tsx";
import { addProgramme } from "#app/domain/services/add-programme.server.ts";
import { amount, calendarDay } from "#app/http/fields.server.ts";
import { submit } from "#app/http/forms.server.ts";
import { requireOffice } from "#app/http/session.server.ts";
import { useMessages } from "#app/i18n/messages.ts";
import { titled } from "#app/i18n/titled.ts";
import { paths } from "#app/paths.ts";
import { dayOf } from "#app/values/time.ts";

const conditions = ["registered", "lowIncome", "disabled"] as const;

const ProgrammeForm = z
  .object({
    name: z.string().trim().min(2).max(40),
    ageFrom: z.number().int().min(0).max(120).optional(),
    conditions: z.array(z.enum(conditions)).default([]),
    ratePercent: z.number().int().min(1).max(100),
    capPerVisit: amount(),
    monthlyQuota: amount(),
    validFrom: calendarDay(),
    validTo: calendarDay(),
  })
  .refine(({ validFrom, validTo }) => validFrom <= validTo, {
    path: ["validTo"],
    error: "ends_after",
  });

export async function loader({ request }: LoaderFunctionArgs) {
  const { at } = await requireOffice(request, "officer");
  const today = dayOf(at);
  return { validFrom: today, validTo: `${today.slice(0, 4)}-12-31` };
}

export async function action({ request }: ActionFunctionArgs) {
  const act = await requireOffice(request, "officer");
  return submit(request, ProgrammeForm, async (values) => {
    const { ageFrom = null, conditions: asked, ratePercent, ...said } = values;
    await addProgramme(act, {
      ...said,
      ageFrom,
      rateBp: ratePercent * 100,
      registeredOnly: asked.includes("registered"),
      lowIncomeOnly: asked.includes("lowIncome"),
      disabledOnly: asked.includes("disabled"),
    });
    return redirect(paths.office.programmes, 303);
  });
}

export const meta: MetaFunction = (args) =>
  titled(args, ({ services }) => services.programmes.form.title);

export default function NewProgramme() {
  const { form: words, name, cap, quota } = useMessages().services.programmes;
  const defaultValue = { ...useLoaderData<typeof loader>(), conditions: ["registered"] };
  const [form, fields] = useServerForm<typeof ProgrammeForm>({ defaultValue });
  return (
    <Page title={words.title} lead={words.lead} back={{ to: paths.office.programmes }} narrow>
      <Form form={form}>
        <TextField field={fields.name} label={name} hint={words.nameHint} maxLength={40} />
        <NumberField
          field={fields.ageFrom}
          label={words.ageFrom}
          hint={words.ageHint}
          unit={words.years}
          optional
        />
        <CheckboxGroup
          field={fields.conditions}
          label={words.also}
          options={conditions.map((value) => ({ value, label: words.conditions[value] }))}
          optional
        />
        <NumberField field={fields.ratePercent} label={words.ratePercent} unit={words.percent} />
        <MoneyField field={fields.capPerVisit} label={cap} />
        <MoneyField field={fields.monthlyQuota} label={quota} />
        <DateField field={fields.validFrom} label={words.validFrom} />
        <DateField field={fields.validTo} label={words.validTo} />
        <SubmitButton>{words.save}</SubmitButton>
      </Form>
    </Page>
  );
}
