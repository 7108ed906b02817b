import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { Form, SubmitButton, useServerForm } from "#app/components/form.tsx";
import { Notice } from "#app/components/notice.tsx";
import { Page } from "#app/components/page.tsx";
import { findOwnChallenge } from "#app/domain/challenges/own-queries.server.ts";
import { withdrawChallenge } from "#app/domain/challenges/withdraw.server.ts";
import { submit } from "#app/http/forms.server.ts";
import { idParam, notFound } from "#app/http/params.server.ts";
import { requireManager } from "#app/http/session.server.ts";
import { useMessages } from "#app/i18n/messages.ts";
import { titled } from "#app/i18n/titled.ts";
import { paths } from "#app/paths.ts";

const WithdrawalForm = z.object({});

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { by } = await requireManager(request);
  const { id, title } = (await findOwnChallenge(by, idParam(params.challengeId))) ?? notFound();
  return { id, title };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const act = await requireManager(request);
  const challengeId = idParam<"challenge">(params.challengeId);
  return submit(request, WithdrawalForm, async () => {
    await withdrawChallenge(act, challengeId);
    return redirect(paths.organization.challenge(challengeId), 303);
  });
}

export const meta: MetaFunction = (args) =>
  titled(args, ({ challenges }) => challenges.withdrawal.title);

export default function WithdrawChallenge() {
  const { withdrawal: words } = useMessages().challenges;
  const { id, title } = useLoaderData<typeof loader>();
  const [form] = useServerForm<typeof WithdrawalForm>();
  return (
    <Page title={words.title} lead={title} back={{ to: paths.organization.challenge(id) }} narrow>
      <Form form={form}>
        <Notice kind="waiting">
          <p>{words.words}</p>
        </Notice>
        <SubmitButton kind="danger">{words.submit}</SubmitButton>
      </Form>
    </Page>
  );
}
