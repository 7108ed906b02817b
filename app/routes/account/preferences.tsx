import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { RadioGroup } from "#app/components/choices.tsx";
import { plainField } from "#app/components/field.tsx";
import { Hidden, SubmitButton } from "#app/components/form.tsx";
import { Page } from "#app/components/page.tsx";
import { rememberPreferences, returnAddress } from "#app/http/locale.server.ts";
import { askedOf } from "#app/http/params.server.ts";
import { useMessages, usePreferences } from "#app/i18n/messages.ts";
import { titled } from "#app/i18n/titled.ts";
import { paths } from "#app/paths.ts";

/** What is not understood is not chosen: nothing here is worth an error page. */
const Choice = z.object({
  language: z.enum(["zh", "en"]).optional().catch(undefined),
  elder: z.coerce
    .number()
    .pipe(z.literal([0, 1, 2]))
    .optional()
    .catch(undefined),
  from: z.string().optional().catch(undefined),
});

export function loader({ request }: LoaderFunctionArgs) {
  return { from: returnAddress(askedOf(request).get("from"), paths.home) };
}

export async function action({ request }: ActionFunctionArgs) {
  const { from, ...chosen } = Choice.parse(Object.fromEntries(await request.formData()));
  const headers = rememberPreferences(chosen);
  return redirect(returnAddress(from, paths.home), { status: 303, headers });
}

export const meta: MetaFunction<typeof loader> = (args) =>
  titled(args, ({ common }) => common.preferences.title);

export default function PreferencesPage() {
  const { preferences } = useMessages().common;
  const { language, elder } = usePreferences();
  const { from } = useLoaderData<typeof loader>();
  return (
    <Page title={preferences.title} lead={preferences.lead} back={{ to: from }} narrow>
      <form method="post" className="form" action={paths.preferences()}>
        <Hidden name="from" value={from} />
        <RadioGroup
          field={plainField("language", language)}
          label={preferences.language}
          options={optionsOf(preferences.languages)}
        />
        <RadioGroup
          field={plainField("elder", String(elder))}
          label={preferences.size}
          options={optionsOf(preferences.sizes)}
        />
        <SubmitButton>{preferences.save}</SubmitButton>
      </form>
    </Page>
  );
}

function optionsOf(choices: Record<string, string>) {
  return Object.entries(choices).map(([value, label]) => ({ value, label }));
}
