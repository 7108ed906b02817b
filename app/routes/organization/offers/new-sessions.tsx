import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Checkbox, CheckboxGroup } from "#app/components/choices.tsx";
import { DateField, NumberField, TextField } from "#app/components/fields.tsx";
import { Form, SubmitButton, useServerForm } from "#app/components/form.tsx";
import { Page } from "#app/components/page.tsx";
import { findSeatOffer } from "#app/domain/services/session-queries.server.ts";
import { submit } from "#app/http/forms.server.ts";
import { askedOf, idParam, notFound } from "#app/http/params.server.ts";
import { requireManager } from "#app/http/session.server.ts";
import { ruleQuery, SessionRuleForm } from "#app/http/session-rule.server.ts";
import { useFormat, useMessages } from "#app/i18n/messages.ts";
import { titled } from "#app/i18n/titled.ts";
import { paths } from "#app/paths.ts";
import { addDays, dayOf } from "#app/values/time.ts";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { by, at } = await requireManager(request);
  const offer = (await findSeatOffer(by, idParam(params.offerId))) ?? notFound();
  const searchParams = askedOf(request);
  const tomorrow = addDays(dayOf(at), 1);
  const usual = {
    from: tomorrow,
    to: addDays(tomorrow, 27),
    morningStart: "08:30",
    afternoonStart: "13:30",
    capacity: "20",
    makeUpDays: "on",
  };
  const typed = Object.fromEntries(searchParams);
  const chosen = {
    weekdays: searchParams.getAll("weekdays"),
    periods: searchParams.getAll("periods"),
  };
  const start = searchParams.has("from") ? typed : { ...usual, ...typed };
  return { offer, defaultValue: { ...start, ...chosen } };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { by } = await requireManager(request);
  const offerId = idParam<"offer">(params.offerId);
  if (!(await findSeatOffer(by, offerId))) return notFound();
  return submit(request, SessionRuleForm, async (rule) =>
    redirect(paths.organization.checkSessions(offerId, ruleQuery(rule)), 303),
  );
}

export const meta: MetaFunction = (args) =>
  titled(args, ({ services }) => services.openSessions.title);

export default function NewSessions() {
  const { openSessions: words } = useMessages().services;
  const { offer, defaultValue } = useLoaderData<typeof loader>();
  const [form, fields] = useServerForm<typeof SessionRuleForm>({ defaultValue });
  const options = useOptions();
  return (
    <Page
      title={words.title}
      lead={words.lead}
      back={{ to: paths.organization.sessions(offer.id), label: offer.title }}
      narrow
    >
      <Form form={form}>
        <DateField field={fields.from} label={words.from} />
        <DateField field={fields.to} label={words.to} />
        <CheckboxGroup field={fields.weekdays} label={words.weekdays} options={options.weekdays} />
        <Checkbox field={fields.makeUpDays} label={words.makeUpDays} optional />
        <CheckboxGroup field={fields.periods} label={words.periods} options={options.periods} />
        <TextField field={fields.morningStart} label={words.morningStart} width="short" />
        <TextField field={fields.afternoonStart} label={words.afternoonStart} width="short" />
        <NumberField field={fields.capacity} label={words.capacity} />
        <SubmitButton>{words.preview}</SubmitButton>
      </Form>
    </Page>
  );
}

function useOptions() {
  const { weekdays, periods } = useMessages().services;
  const { minutes } = useFormat();
  const offer = useLoaderData<typeof loader>().offer;
  const length = minutes(offer.durationMinutes);
  const optionsOf = (words: Record<string, string>, hint?: string) =>
    Object.entries(words).map(([value, label]) => ({ value, label, hint }));
  return { weekdays: optionsOf(weekdays), periods: optionsOf(periods, length) };
}
