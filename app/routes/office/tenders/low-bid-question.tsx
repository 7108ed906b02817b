import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { DateTimeField } from "#app/components/fields.tsx";
import { Form, SubmitButton, useServerForm } from "#app/components/form.tsx";
import { WhileOpen } from "#app/components/moved-on.tsx";
import { Page } from "#app/components/page.tsx";
import { askLowBid } from "#app/domain/tenders/ask-low-bid.server.ts";
import { LEAST_HOURS_TO_EXPLAIN } from "#app/domain/tenders/low-bid.ts";
import { findBidToJudge } from "#app/domain/tenders/report-queries.server.ts";
import { wallTime } from "#app/http/fields.server.ts";
import { submit } from "#app/http/forms.server.ts";
import { idParam, notFound } from "#app/http/params.server.ts";
import { requireOffice } from "#app/http/session.server.ts";
import { useFormat, useMessages } from "#app/i18n/messages.ts";
import { titled } from "#app/i18n/titled.ts";
import { paths } from "#app/paths.ts";

const QuestionForm = z.object({ until: wallTime() });

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { by } = await requireOffice(request, "panel");
  const tenderId = idParam<"tender">(params.tenderId);
  return (await findBidToJudge(by, tenderId, idParam(params.bidId))) ?? notFound();
}

export async function action({ request, params }: ActionFunctionArgs) {
  const act = await requireOffice(request, "panel");
  const tenderId = idParam<"tender">(params.tenderId);
  const bidId = idParam<"bid">(params.bidId);
  return submit(request, QuestionForm, async ({ until }) => {
    await askLowBid(act, { tenderId, bidId, until });
    return redirect(paths.office.lowBid(tenderId, bidId), 303);
  });
}

export const meta: MetaFunction = (args) => titled(args, ({ award }) => award.lowBid.ask);

export default function AskLowBid() {
  const { lowBid: words } = useMessages().award;
  const { count } = useFormat();
  const { tenderId, bid, stage } = useLoaderData<typeof loader>();
  const [form, fields] = useServerForm<typeof QuestionForm>();
  const back = paths.office.lowBid(tenderId, bid.id);
  return (
    <Page title={words.ask} lead={words.lead(bid.organization)} back={{ to: back }} narrow>
      <WhileOpen open={stage === "to_ask"} to={back}>
        <p>{words.askWords}</p>
        <Form form={form}>
          <DateTimeField
            field={fields.until}
            label={words.until}
            hint={words.untilHint(count(LEAST_HOURS_TO_EXPLAIN, "hour"))}
          />
          <SubmitButton>{words.askSubmit}</SubmitButton>
        </Form>
      </WhileOpen>
    </Page>
  );
}
