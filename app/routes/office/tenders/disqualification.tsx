import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { KeyFacts, Money } from "#app/components/facts.tsx";
import { TextArea } from "#app/components/fields.tsx";
import { Form, SubmitButton, useServerForm } from "#app/components/form.tsx";
import { Notice } from "#app/components/notice.tsx";
import { Page } from "#app/components/page.tsx";
import { disqualifyBid } from "#app/domain/tenders/disqualify.server.ts";
import { findBidToJudge } from "#app/domain/tenders/report-queries.server.ts";
import { submit } from "#app/http/forms.server.ts";
import { idParam, notFound } from "#app/http/params.server.ts";
import { requireOffice } from "#app/http/session.server.ts";
import { useMessages } from "#app/i18n/messages.ts";
import { titled } from "#app/i18n/titled.ts";
import { paths } from "#app/paths.ts";

const DisqualificationForm = z.object({ reason: z.string().trim().min(5).max(500) });

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { by } = await requireOffice(request, "panel");
  const tenderId = idParam<"tender">(params.tenderId);
  return (await findBidToJudge(by, tenderId, idParam(params.bidId))) ?? notFound();
}

export async function action({ request, params }: ActionFunctionArgs) {
  const act = await requireOffice(request, "panel");
  const tenderId = idParam<"tender">(params.tenderId);
  const bidId = idParam<"bid">(params.bidId);
  return submit(request, DisqualificationForm, async ({ reason }) => {
    await disqualifyBid(act, { tenderId, bidId, reason });
    return redirect(paths.office.report(tenderId), 303);
  });
}

export const meta: MetaFunction = (args) =>
  titled(args, ({ award }) => award.disqualification.title);

export default function Disqualification() {
  const { disqualification: words, columns } = useMessages().award;
  const { tenderId, bid } = useLoaderData<typeof loader>();
  const [form, fields] = useServerForm<typeof DisqualificationForm>();
  return (
    <Page
      title={words.title}
      lead={words.lead(bid.organization)}
      back={{ to: paths.office.report(tenderId) }}
      narrow
    >
      <KeyFacts facts={[{ label: columns.price, value: bid.price && <Money fen={bid.price} /> }]} />
      <Notice kind="waiting" title={words.warning} />
      <Form form={form}>
        <TextArea
          field={fields.reason}
          label={words.reason}
          hint={words.reasonHint}
          minLength={5}
          maxLength={500}
        />
        <SubmitButton kind="danger">{words.submit}</SubmitButton>
      </Form>
    </Page>
  );
}
