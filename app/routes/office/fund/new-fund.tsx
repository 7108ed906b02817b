import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { RadioGroup } from "#app/components/choices.tsx";
import { NumberField, TextField } from "#app/components/fields.tsx";
import { Form, SubmitButton, useServerForm } from "#app/components/form.tsx";
import { Page } from "#app/components/page.tsx";
import { fundSources } from "#app/domain/fund/fund.ts";
import { openFund } from "#app/domain/fund/open.server.ts";
import { submit } from "#app/http/forms.server.ts";
import { requireOffice } from "#app/http/session.server.ts";
import { useMessages } from "#app/i18n/messages.ts";
import { titled } from "#app/i18n/titled.ts";
import { paths } from "#app/paths.ts";
import { dayOf } from "#app/values/time.ts";

const FundForm = z.object({
  year: z.number().int().min(2000).max(2100),
  name: z.string().trim().min(2).max(40),
  source: z.enum(fundSources),
});

export async function loader({ request }: LoaderFunctionArgs) {
  const { at } = await requireOffice(request, "officer", "finance");
  return { year: dayOf(at).slice(0, 4) };
}

export async function action({ request }: ActionFunctionArgs) {
  const act = await requireOffice(request, "officer", "finance");
  return submit(request, FundForm, async (opening) => {
    const fundId = await openFund(act, opening);
    return redirect(paths.office.fund(fundId), 303);
  });
}

export const meta: MetaFunction = (args) => titled(args, ({ fund }) => fund.open.title);

export default function NewFund() {
  const { open, source, sources } = useMessages().fund;
  const defaultValue = useLoaderData<typeof loader>();
  const [form, fields] = useServerForm<typeof FundForm>({ defaultValue });
  return (
    <Page title={open.title} lead={open.lead} back={{ to: paths.office.fund() }} narrow>
      <Form form={form}>
        <NumberField field={fields.year} label={open.year} />
        <TextField field={fields.name} label={open.name} hint={open.nameHint} maxLength={40} />
        <RadioGroup
          field={fields.source}
          label={source}
          options={fundSources.map((value) => ({ value, label: sources[value] }))}
        />
        <SubmitButton>{open.submit}</SubmitButton>
      </Form>
    </Page>
  );
}
