import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { decideChallenge } from "#app/domain/challenges/decide.server.ts";
import { findChallenge } from "#app/domain/challenges/office-queries.server.ts";
import { submit } from "#app/http/forms.server.ts";
import { idParam, notFound } from "#app/http/params.server.ts";
import { requireOffice } from "#app/http/session.server.ts";
import { useMessages } from "#app/i18n/messages.ts";
import { titled } from "#app/i18n/titled.ts";
import { paths } from "#app/paths.ts";
import { VerdictForm, VerdictPage } from "./verdict.tsx";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { by } = await requireOffice(request, "approver");
  return (await findChallenge(by, idParam(params.challengeId))) ?? notFound();
}

export async function action({ request, params }: ActionFunctionArgs) {
  const act = await requireOffice(request, "approver");
  const challengeId = idParam<"challenge">(params.challengeId);
  return submit(request, VerdictForm, async ({ verdict, reason }) => {
    await decideChallenge(act, { challengeId, accepted: verdict === "for", reason });
    return redirect(paths.office.challenge(challengeId), 303);
  });
}

export const meta: MetaFunction = (args) =>
  titled(args, ({ challenges }) => challenges.office.decision.title);

export default function DecideChallenge() {
  const { decision: words } = useMessages().challenges.office;
  const challenge = useLoaderData<typeof loader>();
  return (
    <VerdictPage
      challenge={challenge}
      title={words.title}
      submit={words.submit}
      choices={{ for: words.accept, against: words.reject, againstHint: words.rejectHint }}
    />
  );
}
