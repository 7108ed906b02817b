import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { NextStep } from "#app/components/facts.tsx";
import { TextArea } from "#app/components/fields.tsx";
import { Form, SubmitButton, useServerForm } from "#app/components/form.tsx";
import { WhileOpen } from "#app/components/moved-on.tsx";
import { Page } from "#app/components/page.tsx";
import { findTenderForBidder } from "#app/domain/bids/queries.server.ts";
import { explainLowBid } from "#app/domain/tenders/explain-low-bid.server.ts";
import { submit } from "#app/http/forms.server.ts";
import { idParam, notFound } from "#app/http/params.server.ts";
import { requireManager } from "#app/http/session.server.ts";
import { useMessages } from "#app/i18n/messages.ts";
import { titled } from "#app/i18n/titled.ts";
import { paths } from "#app/paths.ts";

const ExplanationForm = z.object({ explanation: z.string().trim().min(5).max(2000) });

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { by, at } = await requireManager(request);
  const tender = (await findTenderForBidder(by, idParam(params.tenderId))) ?? notFound();
  const until = tender.bid?.lowBidAnswerBy ?? notFound();
  const { id, title, bid } = tender;
  const open = bid?.state === "opened" && bid.lowBidExplanation === null && at < until;
  return { id, title, until, open };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const act = await requireManager(request);
  const tenderId = idParam<"tender">(params.tenderId);
  return submit(request, ExplanationForm, async ({ explanation }) => {
    await explainLowBid(act, { tenderId, explanation });
    return redirect(paths.organization.tender(tenderId), 303);
  });
}

export const meta: MetaFunction = (args) => titled(args, ({ bids }) => bids.lowBid.title);

export default function ExplainLowBid() {
  const { lowBid: words } = useMessages().bids;
  const { id, title, until, open } = useLoaderData<typeof loader>();
  const [form, fields] = useServerForm<typeof ExplanationForm>();
  const back = paths.organization.tender(id);
  return (
    <Page
      title={words.title}
      lead={title}
      back={{ to: back }}
      next={open && <NextStep until={until}>{words.next}</NextStep>}
      narrow
    >
      <WhileOpen open={open} to={back}>
        <Form form={form}>
          <TextArea
            field={fields.explanation}
            label={words.explanation}
            hint={words.hint}
            rows={10}
            minLength={5}
            maxLength={2000}
          />
          <SubmitButton>{words.submit}</SubmitButton>
        </Form>
      </WhileOpen>
    </Page>
  );
}
