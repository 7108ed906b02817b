import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { LinkButton, PostButton } from "#app/components/button.tsx";
import { EmptyState } from "#app/components/notice.tsx";
import { Actions, Page } from "#app/components/page.tsx";
import { DataTable } from "#app/components/table.tsx";
import { listSearches } from "#app/domain/searches/queries.server.ts";
import { searchQuery } from "#app/domain/searches/search.ts";
import { requireManager } from "#app/http/session.server.ts";
import { useFormat, useMessages, usePreferences } from "#app/i18n/messages.ts";
import { titled } from "#app/i18n/titled.ts";
import { paths } from "#app/paths.ts";

export async function loader({ request }: LoaderFunctionArgs) {
  const { by } = await requireManager(request);
  return { searches: await listSearches(by) };
}

export const meta: MetaFunction = (args) => titled(args, ({ searches }) => searches.list.title);

type Row = Awaited<ReturnType<typeof listSearches>>[number];

export default function Searches() {
  const { searches: words, mail } = useMessages();
  const { list } = words;
  const format = useFormat();
  const { searches } = useLoaderData<typeof loader>();
  return (
    <Page title={list.title} lead={list.lead} back={{ to: paths.organization.tenders }} wide>
      <Actions>
        <LinkButton kind="main" to={paths.organization.newSearch}>
          {list.add}
        </LinkButton>
      </Actions>
      <DataTable
        caption={list.title}
        rows={searches}
        rowKey={({ id }) => id}
        columns={[
          { key: "name", label: list.name, main: true, cell: ({ name }) => name },
          { key: "wanted", label: list.wanted, cell: (row) => <Wanted search={row} /> },
          {
            key: "open",
            label: list.open,
            align: "end",
            cell: ({ open }) => format.number(open),
          },
          { key: "mail", label: list.mail, cell: (row) => <Notices search={row} /> },
          {
            key: "feed",
            label: list.feed,
            cell: (row) => (
              <a href={paths.open.found(searchQuery(row))} aria-label={list.feedOf(row.name)}>
                {list.feed}
              </a>
            ),
          },
          {
            key: "remove",
            label: list.remove,
            act: true,
            cell: ({ id, name }) => (
              <a href={paths.organization.searchRemoval(id)} aria-label={list.removeOf(name)}>
                {list.remove}
              </a>
            ),
          },
        ]}
        empty={<EmptyState>{list.empty}</EmptyState>}
      />
      <p className="note">
        {list.noMail} <a href={paths.mail}>{mail.own.title}</a>
      </p>
    </Page>
  );
}

function Wanted({ search }: { search: Row }) {
  const { searches, methods } = useMessages();
  const { language } = usePreferences();
  const format = useFormat();
  const { criteria, list } = searches;
  const { words, method, community, least, most } = search;
  const parts = [
    words && criteria.words(words),
    language === "zh" ? search.serviceTypeZh : search.serviceTypeEn,
    method && methods.names[method],
    community,
    least !== null && criteria.least(format.money(least)),
    most !== null && criteria.most(format.money(most)),
  ].filter((part) => typeof part === "string" && part !== "");
  return parts.length > 0 ? format.list(parts.map(String)) : list.everything;
}

function Notices({ search: { id, name, notify } }: { search: Row }) {
  const { list } = useMessages().searches;
  return (
    <>
      {notify ? list.on : list.off}
      <PostButton
        kind="quiet"
        action={paths.organization.searchNotices(id)}
        values={{ notify: notify ? "off" : "on" }}
        label={notify ? list.turnOffOf(name) : list.turnOnOf(name)}
      >
        {notify ? list.turnOff : list.turnOn}
      </PostButton>
    </>
  );
}
