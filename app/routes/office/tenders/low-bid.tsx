import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { LinkButton } from "#app/components/button.tsx";
import { RadioGroup } from "#app/components/choices.tsx";
import { KeyFacts, Money } from "#app/components/facts.tsx";
import { TextArea } from "#app/components/fields.tsx";
import { Form, SubmitButton, useServerForm } from "#app/components/form.tsx";
import { MovedOn } from "#app/components/moved-on.tsx";
import { Notice } from "#app/components/notice.tsx";
import { Actions, Page, Prose } from "#app/components/page.tsx";
import { decideLowBid } from "#app/domain/tenders/decide-low-bid.server.ts";
import { findBidToJudge } from "#app/domain/tenders/report-queries.server.ts";
import { submit } from "#app/http/forms.server.ts";
import { idParam, notFound } from "#app/http/params.server.ts";
import { requireOffice } from "#app/http/session.server.ts";
import { useFormat, useMessages } from "#app/i18n/messages.ts";
import { titled } from "#app/i18n/titled.ts";
import { paths } from "#app/paths.ts";

const LowBidForm = z.object({
  decision: z.enum(["accepted", "refused"]),
  reason: z.string().trim().min(5).max(500),
});

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { by } = await requireOffice(request, "panel");
  const tenderId = idParam<"tender">(params.tenderId);
  return (await findBidToJudge(by, tenderId, idParam(params.bidId))) ?? notFound();
}

export async function action({ request, params }: ActionFunctionArgs) {
  const act = await requireOffice(request, "panel");
  const tenderId = idParam<"tender">(params.tenderId);
  const bidId = idParam<"bid">(params.bidId);
  return submit(request, LowBidForm, async ({ decision, ...said }) => {
    await decideLowBid(act, { tenderId, bidId, accepted: decision === "accepted", ...said });
    return redirect(paths.office.report(tenderId), 303);
  });
}

export const meta: MetaFunction = (args) => titled(args, ({ award }) => award.lowBid.title);

export default function LowBid() {
  const { lowBid: words, lowTest, columns } = useMessages().award;
  const format = useFormat();
  const { tenderId, bid, stage } = useLoaderData<typeof loader>();
  const tests = bid.low.map((test) => lowTest[test]);
  return (
    <Page
      title={words.title}
      lead={words.lead(bid.organization)}
      back={{ to: paths.office.report(tenderId) }}
      narrow
    >
      <KeyFacts
        facts={[
          { label: columns.price, value: bid.price && <Money fen={bid.price} /> },
          { label: words.tests, value: format.list(tests) },
          {
            label: words.explanation,
            value:
              stage === "to_decide" &&
              (bid.lowBidExplanation ? (
                <Prose>{bid.lowBidExplanation}</Prose>
              ) : (
                words.noExplanation
              )),
          },
        ]}
      />
      {stage === "to_ask" && <ToAsk />}
      {stage === "waiting" && bid.lowBidAnswerBy && (
        <Notice kind="info">{words.waiting(format.deadline(bid.lowBidAnswerBy))}</Notice>
      )}
      {stage === "to_decide" && <Fields />}
      {stage === "decided" && <MovedOn to={paths.office.report(tenderId)} />}
    </Page>
  );
}

function ToAsk() {
  const { lowBid: words } = useMessages().award;
  const { tenderId, bid } = useLoaderData<typeof loader>();
  return (
    <Notice kind="waiting" title={words.toAsk}>
      <Actions>
        <LinkButton to={paths.office.lowBidQuestion(tenderId, bid.id)}>{words.ask}</LinkButton>
      </Actions>
    </Notice>
  );
}

function Fields() {
  const { lowBid: words } = useMessages().award;
  const [form, fields] = useServerForm<typeof LowBidForm>();
  return (
    <Form form={form}>
      <RadioGroup
        field={fields.decision}
        label={words.decision}
        options={[
          { value: "accepted", label: words.accepted },
          { value: "refused", label: words.refused },
        ]}
      />
      <TextArea
        field={fields.reason}
        label={words.reason}
        hint={words.reasonHint}
        rows={3}
        minLength={5}
        maxLength={500}
      />
      <SubmitButton>{words.submit}</SubmitButton>
    </Form>
  );
}
