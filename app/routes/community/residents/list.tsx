import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { LinkButton } from "#app/components/button.tsx";
import { OnDay } from "#app/components/facts.tsx";
import { FilterForm, FilterText, Pager } from "#app/components/filter.tsx";
import { EmptyState } from "#app/components/notice.tsx";
import { Actions, Page } from "#app/components/page.tsx";
import { DataTable } from "#app/components/table.tsx";
import { listNeighbours } from "#app/domain/residents/neighbours.server.ts";
import { askedOf, id } from "#app/http/params.server.ts";
import { requireCommunityWorker } from "#app/http/session.server.ts";
import { useFormat, useMessages } from "#app/i18n/messages.ts";
import { titled } from "#app/i18n/titled.ts";
import { paths } from "#app/paths.ts";

export async function loader({ request }: LoaderFunctionArgs) {
  const { by } = await requireCommunityWorker(request);
  const searchParams = askedOf(request);
  const after = id<"resident">().safeParse(searchParams.get("after")).data;
  return await listNeighbours(by, { words: searchParams.get("q") ?? "", after });
}

export const meta: MetaFunction = (args) =>
  titled(args, ({ community }) => community.residents.title);

export default function Residents() {
  const words = useMessages().community.residents;
  const format = useFormat();
  const { rows, total, next } = useLoaderData<typeof loader>();
  const add = <LinkButton to={paths.community.newResident}>{words.add}</LinkButton>;
  return (
    <Page title={words.title} lead={words.lead} wide>
      <FilterForm count={format.count(total, "person")}>
        <FilterText name="q" label={words.words} />
      </FilterForm>
      <DataTable
        caption={words.title}
        rows={rows}
        rowKey={({ id: key }) => key}
        columns={[
          {
            key: "name",
            label: words.name,
            main: true,
            cell: ({ id: residentId, name }) => (
              <a href={paths.community.resident(residentId)}>{name}</a>
            ),
          },
          { key: "phone", label: words.phone, cell: ({ phone }) => phone },
          { key: "born", label: words.born, cell: ({ bornOn }) => <OnDay day={bornOn} /> },
          {
            key: "account",
            label: words.account,
            cell: ({ hasAccount }) => (hasAccount ? words.yes : words.no),
          },
        ]}
        empty={<EmptyState action={add}>{words.none}</EmptyState>}
      />
      <Pager next={next} />
      {rows.length > 0 && <Actions>{add}</Actions>}
    </Page>
  );
}
