import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { findChallenge } from "#app/domain/challenges/office-queries.server.ts";
import { ruleOnChallenge } from "#app/domain/challenges/rule.server.ts";
import { submit } from "#app/http/forms.server.ts";
import { idParam, notFound } from "#app/http/params.server.ts";
import { requireOffice } from "#app/http/session.server.ts";
import { useMessages } from "#app/i18n/messages.ts";
import { titled } from "#app/i18n/titled.ts";
import { paths } from "#app/paths.ts";
import { VerdictForm, VerdictPage } from "./verdict.tsx";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { by } = await requireOffice(request, "supervisor");
  return (await findChallenge(by, idParam(params.challengeId))) ?? notFound();
}

export async function action({ request, params }: ActionFunctionArgs) {
  const act = await requireOffice(request, "supervisor");
  const challengeId = idParam<"challenge">(params.challengeId);
  return submit(request, VerdictForm, async ({ verdict, reason }) => {
    await ruleOnChallenge(act, { challengeId, upheld: verdict === "for", reason });
    return redirect(paths.office.challenge(challengeId), 303);
  });
}

export const meta: MetaFunction = (args) =>
  titled(args, ({ challenges }) => challenges.office.ruling.title);

export default function RuleOnChallenge() {
  const { ruling: words } = useMessages().challenges.office;
  const challenge = useLoaderData<typeof loader>();
  return (
    <VerdictPage
      challenge={challenge}
      title={words.title}
      submit={words.submit}
      choices={{ for: words.uphold, against: words.dismiss, againstHint: words.dismissHint }}
    />
  );
}
