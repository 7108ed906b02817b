import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { CheckboxGroup, RadioGroup } from "#app/components/choices.tsx";
import { TextArea } from "#app/components/fields.tsx";
import { Form, SubmitButton, useServerForm } from "#app/components/form.tsx";
import { Page, Section } from "#app/components/page.tsx";
import { RankingTable } from "#app/components/tenders/ranking-table.tsx";
import { useTotal } from "#app/components/tenders/tally.ts";
import { recommendBid } from "#app/domain/tenders/recommend.server.ts";
import { findToRecommend } from "#app/domain/tenders/report-queries.server.ts";
import { submit } from "#app/http/forms.server.ts";
import { id, idParam, notFound } from "#app/http/params.server.ts";
import { requireOffice } from "#app/http/session.server.ts";
import { useFormat, useMessages } from "#app/i18n/messages.ts";
import { titled } from "#app/i18n/titled.ts";
import { paths } from "#app/paths.ts";

const RecommendationForm = z.object({
  bidIds: z.array(id<"bid">()).min(1),
  reason: z.string().trim().max(1000).optional(),
});

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { by } = await requireOffice(request, "officer");
  return (await findToRecommend(by, idParam(params.tenderId))) ?? notFound();
}

export async function action({ request, params }: ActionFunctionArgs) {
  const act = await requireOffice(request, "officer");
  const tenderId = idParam<"tender">(params.tenderId);
  return submit(request, RecommendationForm, async ({ bidIds, reason = "" }) => {
    const [bidId, ...also] = bidIds;
    await recommendBid(act, { tenderId, bidId: bidId ?? notFound(), also, reason });
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
  const { award, several } = useMessages();
  const { recommendation: words } = award;
  const format = useFormat();
  const sheet = useLoaderData<typeof loader>();
  const { bids, places } = sheet;
  const total = useTotal(sheet);
  const first = bids.filter(({ rank }) => rank <= places).map(({ bidId }) => bidId);
  const [form, fields] = useServerForm<typeof RecommendationForm>(
    places > 1 ? { defaultValue: { bidIds: first } } : undefined,
  );
  const options = bids.map(({ bidId, rank, organization, total: reached, priceFen }) => ({
    value: bidId,
    label: words.option(format.number(rank), organization),
    hint: words.optionHint(total(reached), format.money(priceFen)),
  }));
  return (
    <Form form={form}>
      {places > 1 ? (
        <CheckboxGroup
          field={fields.bidIds}
          label={several.choice(format.number(places))}
          hint={several.choiceHint}
          options={options}
        />
      ) : (
        <RadioGroup field={fields.bidIds} label={words.choice} options={options} />
      )}
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
