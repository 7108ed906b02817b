import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { Form, SubmitButton, useServerForm } from "#app/components/form.tsx";
import { Page } from "#app/components/page.tsx";
import { OpeningTurns } from "#app/components/tenders/opening-turns.tsx";
import { findOpeningToComplete } from "#app/domain/tenders/opening-queries.server.ts";
import { takePlatformTurn } from "#app/domain/tenders/take-platform-turn.server.ts";
import { submit } from "#app/http/forms.server.ts";
import { idParam, notFound } from "#app/http/params.server.ts";
import { requireOperator } from "#app/http/session.server.ts";
import { useMessages } from "#app/i18n/messages.ts";
import { titled } from "#app/i18n/titled.ts";
import { paths } from "#app/paths.ts";

const TurnForm = z.object({});

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { by } = await requireOperator(request);
  const tender = await findOpeningToComplete(by, idParam(params.tenderId));
  const { title, office, turns } = tender ?? notFound();
  return { title, office, turns };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const act = await requireOperator(request);
  const tenderId = idParam<"tender">(params.tenderId);
  return submit(request, TurnForm, async () => {
    await takePlatformTurn(act, tenderId);
    return redirect(paths.receipts(tenderId), 303);
  });
}

export const meta: MetaFunction = (args) => titled(args, ({ openings }) => openings.platform.title);

export default function PlatformOpening() {
  const { platform } = useMessages().openings;
  const { title, office, turns } = useLoaderData<typeof loader>();
  const [form] = useServerForm<typeof TurnForm>();
  return (
    <Page
      title={platform.title}
      lead={platform.lead(title, office)}
      back={{ to: paths.platform.home }}
      narrow
    >
      <OpeningTurns turns={turns} />
      <Form form={form}>
        <p>{platform.words}</p>
        <SubmitButton kind="danger">{platform.submit}</SubmitButton>
      </Form>
    </Page>
  );
}
