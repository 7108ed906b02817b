import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Page } from "#app/components/page.tsx";
import { findRules } from "#app/domain/tenders/rules.server.ts";
import { listRulesHistory } from "#app/domain/tenders/rules-history.server.ts";
import { setRules } from "#app/domain/tenders/set-rules.server.ts";
import { methods, profiles } from "#app/domain/tenders/tender.ts";
import { submit } from "#app/http/forms.server.ts";
import { notFound } from "#app/http/params.server.ts";
import { requireOperator } from "#app/http/session.server.ts";
import { useMessages } from "#app/i18n/messages.ts";
import { titled } from "#app/i18n/titled.ts";
import { paths } from "#app/paths.ts";
import { History } from "./history.tsx";
import { RuleFields } from "./rule-fields.tsx";
import { RulesForm, rulesFrom, valuesOf } from "./rules-form.server.ts";

type Params = LoaderFunctionArgs["params"];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { by } = await requireOperator(request);
  const { profile, method } = await offered(by, params);
  const [rules, changes] = await Promise.all([
    findRules(profile, method),
    listRulesHistory(by, profile, method),
  ]);
  return { profile, method, values: valuesOf(rules), changes };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const act = await requireOperator(request);
  const named = await offered(act.by, params);
  return submit(request, RulesForm, async (values) => {
    await setRules(act, { ...named, rules: rulesFrom(values), reason: values.reason });
    return redirect(paths.platform.rules, 303);
  });
}

/** The profile and method of the address, if the one offers the other. */
async function offered(by: Parameters<typeof listRulesHistory>[0], params: Params) {
  const profile = profiles.find((one) => one === params.profile) ?? notFound();
  const method = methods.find((one) => one === params.method) ?? notFound();
  if ((await listRulesHistory(by, profile, method)).length === 0) return notFound();
  return { profile, method };
}

export const meta: MetaFunction = (args) => titled(args, ({ rules }) => rules.title);

export default function MethodRules() {
  const { rules: words, methods: named } = useMessages();
  const { profile, method, values, changes } = useLoaderData<typeof loader>();
  return (
    <Page
      title={words.edit.title(named.names[method], named.profiles[profile])}
      lead={words.edit.lead}
      back={{ to: paths.platform.rules }}
      narrow
    >
      <RuleFields values={values} />
      <History changes={changes} />
    </Page>
  );
}
