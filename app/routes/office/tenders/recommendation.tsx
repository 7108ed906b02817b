import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { RadioGroup } from "#app/components/choices.tsx";
import { TextArea } from "#app/components/fields.tsx";
import { Form, SubmitButton, useServerForm } from "#app/components/form.tsx";
import { Page, Section } from "#app/components/page.tsx";
import { RankingTable } from "#app/components/tenders/ranking-table.tsx";
import { useTotal } from "#app/components/tenders/tally.ts";
import { recommendBid } from "#app/domain/tenders/recommend.server.ts";
import { findOfficeSheet } from "#app/domain/tenders/report-queries.server.ts";
import { submit } from "#app/http/forms.server.ts";
import { id, idParam, notFound } from "#app/http/params.server.ts";
import { requireOffice } from "#app/http/session.server.ts";
import { useFormat, useMessages } from "#app/i18n/messages.ts";
import { titled } from "#app/i18n/titled.ts";
import { paths } from "#app/paths.ts";

const RecommendationForm = z.object({
  bidId: id<"bid">(),
  reason: z.string().trim().max(1000).optional(),
});

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { by } = await requireOffice(request, "officer");
  return (await findOfficeSheet(by, idParam(params.tenderId))) ?? notFound();
}

export async function action({ request, params }: ActionFunctionArgs) {
  const act = await requireOffice(request, "officer");
  const tenderId = idParam<"tender">(params.tenderId);
  return submit(request, RecommendationForm, async ({ bidId, reason = "" }) => {
    await recommendBid(act, { tenderId, bidId, reason });
    return redirect(paths.office.publicity(tenderId), 303);
  });
}

export const meta: MetaFunction = (args) => titled(args, ({ award }) => award.recommendation.title);

export default function Recommendation() {
  const { recommendation: words, sheet: sheetWords } = useMessages().award;
  const sheet = useLoaderData<typeof loader>();
  const { id: tenderId, title } = sheet.tender;
  return (
    <Page
      title={words.title}
      lead={words.lead(title)}
      back={{ to: paths.office.report(tenderId) }}
      narrow
    >
      <Section title={sheetWords.ranking}>
        <RankingTable sheet={sheet} />
      </Section>
      <Fields />
    </Page>
  );
}

function Fields() {
  const { recommendation: words } = useMessages().award;
  const format = useFormat();
  const sheet = useLoaderData<typeof loader>();
  const { bids } = sheet;
  const total = useTotal(sheet);
  const [form, fields] = useServerForm<typeof RecommendationForm>();
  return (
    <Form form={form}>
      <RadioGroup
        field={fields.bidId}
        label={words.choice}
        options={bids.map(({ bidId, rank, organization, total: reached, priceFen }) => ({
          value: bidId,
          label: words.option(format.number(rank), organization),
          hint: words.optionHint(total(reached), format.money(priceFen)),
        }))}
      />
      <TextArea
        field={fields.reason}
        label={words.reason}
        hint={words.reasonHint}
        maxLength={1000}
        optional
      />
      <p>{words.next}</p>
      <SubmitButton>{words.submit}</SubmitButton>
    </Form>
  );
}
