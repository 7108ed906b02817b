import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { Moment, Money, OnDay } from "#app/components/facts.tsx";
import { FilterForm, FilterSelect, FilterText, Pager } from "#app/components/filter.tsx";
import { EmptyState } from "#app/components/notice.tsx";
import { LinkList, Page } from "#app/components/page.tsx";
import { DataTable } from "#app/components/table.tsx";
import { TenderStatusTag } from "#app/components/tenders/tender-status-tag.tsx";
import { noticeKinds } from "#app/domain/tenders/notice.ts";
import { listNotices } from "#app/domain/tenders/notice-queries.server.ts";
import { askedOf, idSearchParam } from "#app/http/params.server.ts";
import { useFormat, useMessages } from "#app/i18n/messages.ts";
import { titled } from "#app/i18n/titled.ts";
import { paths } from "#app/paths.ts";
import { dayOf } from "#app/values/time.ts";

const Kind = z.enum(noticeKinds);

export function loader({ request }: LoaderFunctionArgs) {
  const params = askedOf(request);
  return listNotices({
    words: params.get("q") ?? "",
    kind: Kind.safeParse(params.get("kind")).data,
    after: idSearchParam<"tender">(request, "after"),
  });
}

export const meta: MetaFunction = (args) => titled(args, ({ notices }) => notices.list.title);

export default function Tenders() {
  const { notices, consultation } = useMessages();
  const { list: words } = notices;
  const { count } = useFormat();
  const { rows, next, total } = useLoaderData<typeof loader>();
  return (
    <Page title={words.title} lead={words.lead} wide>
      <FilterForm count={count(total, "tender")}>
        <FilterText name="q" label={words.words} />
        <FilterSelect
          name="kind"
          label={words.kind}
          options={noticeKinds.map((value) => ({ value, label: words.kinds[value] }))}
        />
      </FilterForm>
      <LinkList links={[{ to: paths.drafts, label: consultation.list.link }]} />
      <NoticeTable rows={rows} />
      <Pager next={next} />
    </Page>
  );
}

type Row = Awaited<ReturnType<typeof listNotices>>["rows"][number];

function NoticeTable({ rows }: { rows: Row[] }) {
  const { list: words } = useMessages().notices;
  return (
    <DataTable
      caption={words.title}
      rows={rows}
      rowKey={({ id }) => id}
      columns={[
        {
          key: "name",
          label: words.name,
          main: true,
          cell: ({ id, title }) => <a href={paths.tender(id)}>{title}</a>,
        },
        { key: "office", label: words.office, cell: ({ office }) => office },
        {
          key: "ceiling",
          label: words.ceiling,
          align: "end",
          cell: ({ ceiling }) => ceiling && <Money fen={ceiling} />,
        },
        {
          key: "published",
          label: words.published,
          deskOnly: true,
          cell: ({ publishedAt }) => publishedAt && <OnDay day={dayOf(publishedAt)} />,
        },
        {
          key: "deadline",
          label: words.deadline,
          cell: ({ deadline }) => deadline && <Moment at={deadline} />,
        },
        {
          key: "status",
          label: words.status,
          cell: ({ status }) => <TenderStatusTag status={status} />,
        },
      ]}
      empty={<EmptyState>{words.empty}</EmptyState>}
    />
  );
}
