import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { LinkButton } from "#app/components/button.tsx";
import { OnDay } from "#app/components/facts.tsx";
import { FilterForm, FilterSelect, FilterText, Pager } from "#app/components/filter.tsx";
import { EmptyState } from "#app/components/notice.tsx";
import { GradeWords } from "#app/components/organizations/grade-words.tsx";
import { SuspendedTag } from "#app/components/organizations/suspensions.tsx";
import { Actions, Page } from "#app/components/page.tsx";
import { type Column, DataTable } from "#app/components/table.tsx";
import { databaseNow } from "#app/domain/clock.server.ts";
import { creditCodeKind } from "#app/domain/organizations/credit-code.ts";
import { grades, isGrade } from "#app/domain/organizations/document.ts";
import { countOrganizations, listOrganizations } from "#app/domain/organizations/queries.server.ts";
import { askedOf, id } from "#app/http/params.server.ts";
import { type Messages, useFormat, useMessages } from "#app/i18n/messages.ts";
import { titled } from "#app/i18n/titled.ts";
import { paths } from "#app/paths.ts";
import { type Day, dayOf } from "#app/values/time.ts";

export async function loader({ request }: LoaderFunctionArgs) {
  const asked = askedOf(request);
  const words = asked.get("q") ?? "";
  const after = id<"organization">().safeParse(asked.get("after")).data;
  const today = dayOf(await databaseNow());
  const atLeast = Number(asked.get("grade"));
  const graded = isGrade(atLeast) ? { atLeast, on: today } : undefined;
  const [page, total] = await Promise.all([
    listOrganizations({ words, graded, after }),
    countOrganizations({ words, graded }),
  ]);
  return { ...page, total, today };
}

export const meta: MetaFunction = (args) =>
  titled(args, ({ organizations }) => organizations.list.title);

type Row = Awaited<ReturnType<typeof listOrganizations>>["rows"][number];

export default function Organizations() {
  const { organizations: words, certificates } = useMessages();
  const format = useFormat();
  const { rows, next, total, today } = useLoaderData<typeof loader>();
  return (
    <Page title={words.list.title} lead={words.list.lead} wide>
      <FilterForm count={format.count(total, "organization")}>
        <FilterText name="q" label={words.list.words} />
        <FilterSelect
          name="grade"
          label={certificates.grade.atLeast}
          options={grades.map((grade) => ({
            value: String(grade),
            label: certificates.grade.of(grade),
          }))}
        />
      </FilterForm>
      <DataTable
        caption={words.list.title}
        rows={rows}
        rowKey={(row) => row.id}
        columns={columnsOf(words, certificates.grade.label, today)}
        empty={<EmptyState>{words.list.empty}</EmptyState>}
      />
      <Pager next={next} />
      <Actions>
        <LinkButton to={paths.register}>{words.list.register}</LinkButton>
      </Actions>
    </Page>
  );
}

const columnsOf = (
  { facts, kinds }: Messages["organizations"],
  grade: string,
  today: Day,
): Column<Row>[] => [
  {
    key: "name",
    label: facts.name,
    main: true,
    cell: (row) => (
      <>
        <a href={paths.organizationPage(row.id)}>{row.name}</a>
        {row.suspended && <SuspendedTag />}
      </>
    ),
  },
  { key: "creditCode", label: facts.creditCode, cell: ({ creditCode }) => creditCode },
  { key: "kind", label: facts.kind, cell: ({ creditCode }) => kinds[creditCodeKind(creditCode)] },
  {
    key: "grade",
    label: grade,
    cell: (row) => row.grade && <GradeWords given={row.grade} today={today} />,
  },
  {
    key: "verifiedAt",
    label: facts.verifiedAt,
    cell: ({ verifiedAt }) => verifiedAt && <OnDay day={dayOf(verifiedAt)} />,
  },
];
