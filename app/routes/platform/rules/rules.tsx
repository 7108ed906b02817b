import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { FilterForm, FilterText } from "#app/components/filter.tsx";
import { LinkList, Page, Section } from "#app/components/page.tsx";
import { DataTable } from "#app/components/table.tsx";
import { readAmount } from "#app/domain/projects/list-cells.ts";
import { findThresholds } from "#app/domain/tenders/rules.server.ts";
import { listRules } from "#app/domain/tenders/rules-history.server.ts";
import { profiles } from "#app/domain/tenders/tender.ts";
import { allowedMethods } from "#app/domain/tenders/thresholds.ts";
import { askedOf } from "#app/http/params.server.ts";
import { requireOperator } from "#app/http/session.server.ts";
import { useFormat, useMessages } from "#app/i18n/messages.ts";
import { titled } from "#app/i18n/titled.ts";
import { paths } from "#app/paths.ts";
import { BandTable } from "./band-table.tsx";

export async function loader({ request }: LoaderFunctionArgs) {
  const { by } = await requireOperator(request);
  const [book, bands] = await Promise.all([listRules(by), findThresholds()]);
  const typed = askedOf(request).get("value");
  return { book, bands, preview: typed ? previewOf(typed, bands) : null };
}

function previewOf(typed: string, bands: Awaited<ReturnType<typeof findThresholds>>) {
  const value = readAmount(typed, "yuan");
  if (typeof value !== "number") return { value: null, allowed: [] };
  return { value, allowed: allowedMethods(bands, value) };
}

export const meta: MetaFunction = (args) => titled(args, ({ rules }) => rules.title);

export default function Rules() {
  const { rules: words, methods, redFlags, consultation } = useMessages();
  const { bands } = useLoaderData<typeof loader>();
  return (
    <Page title={words.title} lead={words.lead} back={{ to: paths.platform.home }} wide>
      <Section title={words.thresholds} note={words.thresholdsNote}>
        <BandTable bands={bands} />
        <LinkList links={[{ to: paths.platform.thresholds, label: words.editThresholds }]} />
      </Section>
      <Section title={redFlags.title} note={redFlags.edit.linkNote}>
        <LinkList links={[{ to: paths.platform.redFlags, label: redFlags.edit.link }]} />
      </Section>
      <Section title={consultation.negativeList.title} note={consultation.negativeList.note}>
        <LinkList
          links={[{ to: paths.platform.negativeList, label: consultation.negativeList.link }]}
        />
      </Section>
      <Section title={words.preview}>
        <Preview />
      </Section>
      {profiles.map((profile) => (
        <Section key={profile} title={words.methods(methods.profiles[profile])}>
          <MethodTable profile={profile} />
        </Section>
      ))}
    </Page>
  );
}

function Preview() {
  const { rules: words, methods } = useMessages();
  const { money } = useFormat();
  const { preview } = useLoaderData<typeof loader>();
  return (
    <>
      <FilterForm>
        <FilterText name="value" label={words.previewValue} />
      </FilterForm>
      {preview && preview.value === null && <p role="alert">{words.previewWrong}</p>}
      {preview && preview.value !== null && (
        <>
          <p>{words.previewFound(money(preview.value))}</p>
          <ul>
            {preview.allowed.map(({ profile, method }) => (
              <li key={`${profile} ${method}`}>
                {methods.named(methods.names[method], methods.profiles[profile])}
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}

function MethodTable({ profile }: { profile: (typeof profiles)[number] }) {
  const { rules: words, methods } = useMessages();
  const { columns, range } = words;
  const { number } = useFormat();
  const { book } = useLoaderData<typeof loader>();
  const numbers = (key: string, label: string, of: (row: (typeof book)[number]) => number) => ({
    key,
    label,
    align: "end" as const,
    cell: (row: (typeof book)[number]) => number(of(row)),
  });
  return (
    <DataTable
      caption={words.methods(methods.profiles[profile])}
      rows={book.filter((row) => row.profile === profile)}
      rowKey={({ method }) => method}
      columns={[
        {
          key: "method",
          label: columns.method,
          main: true,
          cell: ({ method }) => (
            <a href={paths.platform.rulesOf(profile, method)}>{methods.names[method]}</a>
          ),
        },
        numbers("openDays", columns.openDays, ({ rules }) => rules.openDays),
        {
          key: "minimumBids",
          label: columns.minimumBids,
          align: "end",
          cell: ({ rules: { minimumBids, reducedBids } }) =>
            range(number(reducedBids ?? minimumBids), number(minimumBids)),
        },
        numbers("panel", columns.panel, ({ rules }) => rules.panel.minimum),
        {
          key: "priceWeight",
          label: columns.priceWeight,
          align: "end",
          cell: ({ rules: { priceWeight } }) =>
            range(number(priceWeight.from), number(priceWeight.to)),
        },
        numbers("standstill", columns.standstill, ({ rules }) => rules.standstillWorkingDays),
      ]}
      empty={null}
    />
  );
}
