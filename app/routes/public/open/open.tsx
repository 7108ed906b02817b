import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { LinkList, NumberedList, Page, Section } from "#app/components/page.tsx";
import { DataTable } from "#app/components/table.tsx";
import { extensions, LICENCE } from "#app/domain/open-data/packages.ts";
import { ocidOf } from "#app/domain/open-data/publisher.ts";
import { absolute, publisher } from "#app/http/open-data.server.ts";
import { useMessages } from "#app/i18n/messages.ts";
import { titled } from "#app/i18n/titled.ts";
import { paths } from "#app/paths.ts";

export function loader() {
  return { ocid: ocidOf(publisher(), "…"), site: absolute("") };
}

export const meta: MetaFunction = (args) => titled(args, ({ openData }) => openData.title);

export default function OpenData() {
  const { openData: words } = useMessages();
  const { ocid } = useLoaderData<typeof loader>();
  const { open, tenders, contracts } = paths;
  return (
    <Page title={words.title} lead={words.lead}>
      <Section title={words.downloads} note={words.downloadsNote}>
        <LinkList
          links={[
            { to: open.recordLines, ...words.files.recordLines },
            { to: open.releaseLines, ...words.files.releaseLines },
            { to: open.releases(), ...words.files.releases },
            { to: open.news, ...words.files.news },
          ]}
        />
      </Section>
      <Addresses />
      <Section title={words.what}>
        <NumberedList items={words.rules(ocid)} />
        <LinkList
          links={[
            { to: tenders, label: words.tenders },
            { to: contracts, label: words.contracts },
          ]}
        />
      </Section>
      <Section title={words.standard} note={words.standardNote}>
        <LinkList
          links={[
            { to: words.standardAddress, label: words.standardName },
            ...extensions.map((address) => ({ to: address, label: address.split("/")[4] ?? "" })),
          ]}
        />
      </Section>
      <Section title={words.licence} note={words.licenceNote}>
        <LinkList links={[{ to: LICENCE, label: words.licenceName }]} />
      </Section>
    </Page>
  );
}

/** Where one contracting process is found, for ever. */
function Addresses() {
  const { openData: words } = useMessages();
  const { ocid, site } = useLoaderData<typeof loader>();
  const { releasesOf, recordOf, releases } = paths.open;
  const rows = [
    { key: "record", address: recordOf(ocid), what: words.addresses.record },
    { key: "releases", address: releasesOf(ocid), what: words.addresses.releases },
    { key: "page", address: releases("…"), what: words.addresses.page },
  ];
  return (
    <Section title={words.stable} note={words.stableNote}>
      <DataTable
        caption={words.stable}
        rows={rows}
        rowKey={({ key }) => key}
        columns={[
          { key: "what", label: words.addresses.what, main: true, cell: ({ what }) => what },
          {
            key: "address",
            label: words.addresses.address,
            cell: ({ address }) => <code>{site + decodeURIComponent(address)}</code>,
          },
        ]}
        empty={null}
      />
    </Section>
  );
}
