import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { CheckboxGroup } from "#app/components/choices.tsx";
import { MoneyField, TextArea } from "#app/components/fields.tsx";
import { Fieldset, Form, SubmitButton, useServerForm } from "#app/components/form.tsx";
import { Page } from "#app/components/page.tsx";
import { findThresholds } from "#app/domain/tenders/rules.server.ts";
import { listThresholdHistory } from "#app/domain/tenders/rules-history.server.ts";
import { setThresholds } from "#app/domain/tenders/set-rules.server.ts";
import { methods, profiles } from "#app/domain/tenders/tender.ts";
import { submit } from "#app/http/forms.server.ts";
import { requireOperator } from "#app/http/session.server.ts";
import { useFormat, useMessages } from "#app/i18n/messages.ts";
import { titled } from "#app/i18n/titled.ts";
import { paths } from "#app/paths.ts";
import { History } from "./history.tsx";
import { bandsFrom, MOST_BANDS, rowsOf, ThresholdsForm } from "./thresholds-form.server.ts";

export async function loader({ request }: LoaderFunctionArgs) {
  const { by } = await requireOperator(request);
  const [bands, changes] = await Promise.all([findThresholds(), listThresholdHistory(by)]);
  return { rows: rowsOf(bands, MOST_BANDS), changes };
}

export async function action({ request }: ActionFunctionArgs) {
  const act = await requireOperator(request);
  return submit(request, ThresholdsForm, async ({ rows, reason }) => {
    await setThresholds(act, { bands: bandsFrom(rows), reason });
    return redirect(paths.platform.rules, 303);
  });
}

export const meta: MetaFunction = (args) => titled(args, ({ rules }) => rules.edited.title);

export default function Thresholds() {
  const { rules, methods: named } = useMessages();
  const words = rules.edited;
  const { number } = useFormat();
  const { rows, changes } = useLoaderData<typeof loader>();
  const [form, fields] = useServerForm<typeof ThresholdsForm>({ defaultValue: { rows } });
  const options = methods.map((value) => ({ value, label: named.names[value] }));
  return (
    <Page title={words.title} lead={words.lead} back={{ to: paths.platform.rules }} narrow>
      <Form form={form}>
        {fields.rows.getFieldList().map((row, index) => {
          const field = row.getFieldset();
          return (
            <Fieldset key={row.key} legend={words.row(number(index + 1))}>
              <MoneyField
                field={field.below}
                label={words.below}
                hint={words.belowHint}
                optional="later"
              />
              {profiles.map((profile) => (
                <CheckboxGroup
                  key={profile}
                  field={field[profile]}
                  label={words.allowed(named.profiles[profile])}
                  options={options}
                  optional="later"
                />
              ))}
            </Fieldset>
          );
        })}
        <TextArea
          field={fields.reason}
          label={rules.edit.reason}
          hint={rules.edit.reasonHint}
          maxLength={500}
        />
        <SubmitButton>{words.submit}</SubmitButton>
      </Form>
      <History changes={changes} />
    </Page>
  );
}
