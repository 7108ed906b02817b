import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { LinkButton } from "#app/components/button.tsx";
import { KeyFacts, Moment, Money } from "#app/components/facts.tsx";
import { Notice } from "#app/components/notice.tsx";
import { Actions, LinkList, Page, Section } from "#app/components/page.tsx";
import { findBatch } from "#app/domain/payment-batches/queries.server.ts";
import { idParam, notFound } from "#app/http/params.server.ts";
import { requireOfficeReader } from "#app/http/session.server.ts";
import { useFormat, useMessages } from "#app/i18n/messages.ts";
import { titled } from "#app/i18n/titled.ts";
import { paths } from "#app/paths.ts";
import { fen } from "#app/values/money.ts";
import { OrderTable } from "./order-table.tsx";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { by, roles } = await requireOfficeReader(request);
  const batch = (await findBatch(by, idParam(params.batchId))) ?? notFound();
  return { batch, pays: roles.includes("finance") };
}

export const meta: MetaFunction<typeof loader> = (args) =>
  titled(args, ({ payments }, found) =>
    found ? payments.batch.title(found.batch.number) : payments.batches.title,
  );

export default function Batch() {
  const { batch: words, batches } = useMessages().payments;
  const { batch, pays } = useLoaderData<typeof loader>();
  const { number, madeAt, madeBy, orders, withdrawnReason } = batch;
  const total = fen(orders.reduce((sum, { amount }) => sum + amount, 0));
  return (
    <Page
      title={words.title(number)}
      back={{ to: paths.office.batches, label: batches.title }}
      wide
    >
      {withdrawnReason && <Notice kind="refusal">{words.withdrawn(withdrawnReason)}</Notice>}
      <KeyFacts
        facts={[
          { label: words.total, value: <Money fen={total} /> },
          { label: batches.madeAt, value: <Moment at={madeAt} as="stamp" /> },
          { label: batches.madeBy, value: madeBy },
        ]}
      />
      {pays && !withdrawnReason && <Acts />}
      <Section title={words.orders}>
        <OrderTable orders={orders} />
      </Section>
      <Results />
    </Page>
  );
}

function Acts() {
  const words = useMessages().payments.batch;
  const { batch } = useLoaderData<typeof loader>();
  const { id, orders } = batch;
  const waiting = orders.some(({ state }) => state === "sent");
  const answered = orders.some(({ state }) => state !== "sent");
  return (
    <>
      <Actions>
        <LinkButton to={paths.office.bankFile(id)} icon="download">
          {words.file}
        </LinkButton>
        {waiting && (
          <LinkButton kind="main" to={paths.office.bankResults(id)}>
            {words.upload}
          </LinkButton>
        )}
        {!answered && (
          <LinkButton to={paths.office.batchWithdrawal(id)}>{words.withdraw}</LinkButton>
        )}
      </Actions>
      <p className="note">{words.fileNote}</p>
    </>
  );
}

function Results() {
  const words = useMessages().payments.batch;
  const { stamp } = useFormat();
  const { batch } = useLoaderData<typeof loader>();
  if (batch.results.length === 0) return null;
  return (
    <Section title={words.results}>
      <LinkList
        links={batch.results.map(({ id, fileName, recordedAt }) => ({
          to: paths.office.bankResult(id),
          label: fileName,
          note: recordedAt ? words.recorded(stamp(recordedAt)) : words.notRecorded,
        }))}
      />
    </Section>
  );
}
