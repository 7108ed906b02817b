import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { KeyFacts, Money } from "#app/components/facts.tsx";
import { Form, SubmitButton, useServerForm } from "#app/components/form.tsx";
import { Notice } from "#app/components/notice.tsx";
import { Page, Section } from "#app/components/page.tsx";
import { RankingTable } from "#app/components/tenders/ranking-table.tsx";
import { useTally } from "#app/components/tenders/tally.ts";
import { publiciseTender } from "#app/domain/tenders/publicise.server.ts";
import { findPublicity } from "#app/domain/tenders/report-queries.server.ts";
import { submit } from "#app/http/forms.server.ts";
import { idParam, notFound } from "#app/http/params.server.ts";
import { requireOffice, requireOfficeReader } from "#app/http/session.server.ts";
import { useFormat, useMessages } from "#app/i18n/messages.ts";
import { titled } from "#app/i18n/titled.ts";
import { paths } from "#app/paths.ts";

const PublicityForm = z.object({});

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { by, roles } = await requireOfficeReader(request);
  const found = (await findPublicity(by, idParam(params.tenderId))) ?? notFound();
  const own = found.recommendedBy.userId === by.userId;
  return { ...found, own, mayPublicise: roles.includes("approver") && !own };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const act = await requireOffice(request, "approver");
  const tenderId = idParam<"tender">(params.tenderId);
  return submit(request, PublicityForm, async () => {
    await publiciseTender(act, tenderId);
    return redirect(paths.scores(tenderId), 303);
  });
}

export const meta: MetaFunction = (args) => titled(args, ({ award }) => award.publicity.title);

export default function Publicity() {
  const { publicity: words } = useMessages().award;
  const format = useFormat();
  const { sheet, own, mayPublicise, standstillWorkingDays, asksBoth } =
    useLoaderData<typeof loader>();
  const effect = asksBoth ? words.effectBoth : words.effect;
  const { id, title, status } = sheet.tender;
  const [form] = useServerForm<typeof PublicityForm>();
  const waiting = status === "recommended";
  return (
    <Page
      title={words.title}
      lead={words.lead(title)}
      back={{ to: paths.office.tender(id) }}
      narrow
    >
      <Recommended />
      <Section title={words.sheet}>
        <RankingTable sheet={sheet} />
      </Section>
      {waiting && own && <Notice kind="waiting" title={words.own} />}
      {waiting && (
        <Form form={form}>
          <p>{effect(format.count(standstillWorkingDays, "workingDay"))}</p>
          {mayPublicise && <SubmitButton>{words.submit}</SubmitButton>}
        </Form>
      )}
    </Page>
  );
}

function Recommended() {
  const { award, several } = useMessages();
  const { publicity: words, votes } = award;
  const format = useFormat();
  const { sheet, recommendedBy } = useLoaderData<typeof loader>();
  const tally = useTally(sheet);
  const { recommendation, bids, winners } = sheet;
  if (winners.length > 1) {
    const names = winners.map(({ organization }) => organization);
    return (
      <KeyFacts
        facts={[
          { label: several.recommended, value: format.list(names) },
          { label: words.reason, value: recommendation?.reason },
          { label: words.by, value: recommendedBy.name },
        ]}
      />
    );
  }
  const bid = bids.find(({ bidId }) => bidId === recommendation?.bidId);
  const rank = bid && words.rankOf(format.number(bid.rank), format.count(bids.length, "bid"));
  return (
    <KeyFacts
      facts={[
        { label: words.recommended, value: recommendation?.organization },
        { label: words.price, value: bid && <Money fen={bid.priceFen} /> },
        {
          label: sheet.scoring === "votes" ? votes.column : words.total,
          value: bid && tally(bid.total),
        },
        { label: words.rank, value: rank },
        { label: words.reason, value: recommendation?.reason },
        { label: words.by, value: recommendedBy.name },
      ]}
    />
  );
}
