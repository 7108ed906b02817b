import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { Checkbox, Select } from "#app/components/choices.tsx";
import { MoneyField, TextField } from "#app/components/fields.tsx";
import { Form, SubmitButton, useServerForm } from "#app/components/form.tsx";
import { Page } from "#app/components/page.tsx";
import { listSearchChoices } from "#app/domain/searches/queries.server.ts";
import { saveSearch } from "#app/domain/searches/save.server.ts";
import { methods } from "#app/domain/tenders/tender.ts";
import { amount } from "#app/http/fields.server.ts";
import { submit } from "#app/http/forms.server.ts";
import { id } from "#app/http/params.server.ts";
import { requireManager } from "#app/http/session.server.ts";
import { useMessages, usePreferences } from "#app/i18n/messages.ts";
import { titled } from "#app/i18n/titled.ts";
import { paths } from "#app/paths.ts";

const SearchForm = z
  .object({
    name: z.string().trim().min(2).max(40),
    words: z.string().trim().max(60).default(""),
    serviceType: z.string().max(40).optional(),
    method: z.enum(methods).optional(),
    communityId: id<"community">().optional(),
    least: amount().optional(),
    most: amount().optional(),
    notify: z.literal("on").optional(),
  })
  .refine(({ least, most }) => least === undefined || most === undefined || least <= most, {
    path: ["most"],
    error: "price_bounds",
  });

export async function loader({ request }: LoaderFunctionArgs) {
  await requireManager(request);
  return await listSearchChoices();
}

export async function action({ request }: ActionFunctionArgs) {
  const act = await requireManager(request);
  return submit(request, SearchForm, async ({ name, words, notify, ...chosen }) => {
    await saveSearch(act, {
      name,
      words,
      serviceType: chosen.serviceType ?? null,
      method: chosen.method ?? null,
      communityId: chosen.communityId ?? null,
      least: chosen.least ?? null,
      most: chosen.most ?? null,
      notify: notify === "on",
    });
    return redirect(paths.organization.searches, 303);
  });
}

export const meta: MetaFunction = (args) => titled(args, ({ searches }) => searches.add.title);

export default function NewSearch() {
  const { searches, methods: methodWords } = useMessages();
  const { add } = searches;
  const { language } = usePreferences();
  const { serviceTypes, communities } = useLoaderData<typeof loader>();
  const [form, fields] = useServerForm<typeof SearchForm>({ defaultValue: { notify: "on" } });
  return (
    <Page title={add.title} lead={add.lead} back={{ to: paths.organization.searches }} narrow>
      <Form form={form}>
        <TextField field={fields.name} label={add.name} hint={add.nameHint} maxLength={40} />
        <TextField field={fields.words} label={add.words} maxLength={60} optional />
        <Select
          field={fields.serviceType}
          label={add.serviceType}
          options={serviceTypes.map(({ code, zh, en }) => ({
            value: code,
            label: language === "zh" ? zh : en,
          }))}
          optional
        />
        <Select
          field={fields.method}
          label={add.method}
          options={methods.map((value) => ({ value, label: methodWords.names[value] }))}
          optional
        />
        <Select
          field={fields.communityId}
          label={add.community}
          options={communities.map(({ id: value, name, office }) => ({
            value,
            label: add.communityOf(office, name),
          }))}
          optional
        />
        <MoneyField field={fields.least} label={add.least} optional />
        <MoneyField field={fields.most} label={add.most} optional />
        <Checkbox field={fields.notify} label={add.notify} optional />
        <SubmitButton>{add.submit}</SubmitButton>
      </Form>
    </Page>
  );
}
