import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { NumberField, TextArea } from "#app/components/fields.tsx";
import { Form, SubmitButton, useServerForm } from "#app/components/form.tsx";
import { Page } from "#app/components/page.tsx";
import {
  findRedFlagBounds,
  listRedFlagHistory,
  setRedFlagBounds,
} from "#app/domain/red-flags/settings.server.ts";
import { submit } from "#app/http/forms.server.ts";
import { requireOperator } from "#app/http/session.server.ts";
import { useMessages } from "#app/i18n/messages.ts";
import { titled } from "#app/i18n/titled.ts";
import { paths } from "#app/paths.ts";
import { History } from "./history.tsx";
import { boundValues, RedFlagsForm } from "./red-flags-form.server.ts";

export async function loader({ request }: LoaderFunctionArgs) {
  const { by } = await requireOperator(request);
  const [bounds, changes] = await Promise.all([findRedFlagBounds(), listRedFlagHistory(by)]);
  return { values: boundValues(bounds), changes };
}

export async function action({ request }: ActionFunctionArgs) {
  const act = await requireOperator(request);
  return submit(request, RedFlagsForm, async ({ reason, ...bounds }) => {
    await setRedFlagBounds(act, { bounds, reason });
    return redirect(paths.platform.rules, 303);
  });
}

export const meta: MetaFunction = (args) => titled(args, ({ redFlags }) => redFlags.edit.title);

const counted = ["bids", "shortDays", "lateDays", "othersDropped", "wins"] as const;
const shares = ["discountBp", "ceilingBp", "splitBp", "winsBp"] as const;

export default function RedFlagBounds() {
  const { redFlags, rules } = useMessages();
  const words = redFlags.edit;
  const { values, changes } = useLoaderData<typeof loader>();
  const [form, fields] = useServerForm<typeof RedFlagsForm>({ defaultValue: values });
  return (
    <Page title={words.title} lead={words.lead} back={{ to: paths.platform.rules }} narrow>
      <Form form={form}>
        {counted.map((name) => (
          <NumberField key={name} field={fields[name]} label={words[name]} />
        ))}
        {shares.map((name) => (
          <NumberField key={name} field={fields[name]} label={words[name]} step="any" unit="%" />
        ))}
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
