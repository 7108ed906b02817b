import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Satisfied } from "#app/components/contracts/contract-numbers.tsx";
import { KeyFacts, Money, Numbers, OnDay } from "#app/components/facts.tsx";
import { EmptyState } from "#app/components/notice.tsx";
import { GradeWords } from "#app/components/organizations/grade-words.tsx";
import { Suspensions } from "#app/components/organizations/suspensions.tsx";
import { Page, Prose, Section } from "#app/components/page.tsx";
import { StatusTag } from "#app/components/status-tag.tsx";
import { DataTable } from "#app/components/table.tsx";
import { databaseNow } from "#app/domain/clock.server.ts";
import { countStaff } from "#app/domain/organizations/certificate-queries.server.ts";
import { creditCodeKind } from "#app/domain/organizations/credit-code.ts";
import { findOrganization } from "#app/domain/organizations/queries.server.ts";
import { idParam, notFound } from "#app/http/params.server.ts";
import { useFormat, useMessages } from "#app/i18n/messages.ts";
import { titled } from "#app/i18n/titled.ts";
import { paths } from "#app/paths.ts";
import { dayOf } from "#app/values/time.ts";

export async function loader({ params }: LoaderFunctionArgs) {
  const id = idParam<"organization">(params.organizationId);
  const today = dayOf(await databaseNow());
  const [organization, staff] = await Promise.all([findOrganization(id), countStaff(id, today)]);
  return { ...(organization ?? notFound()), staff, today };
}

export const meta: MetaFunction<typeof loader> = (args) =>
  titled(args, ({ organizations }, found) => found?.name ?? organizations.list.title);

export default function Organization() {
  const { organizations, certificates, suspensions } = useMessages();
  const { facts, kinds, standing, page } = organizations;
  const organization = useLoaderData<typeof loader>();
  const { name, creditCode, introduction, verifiedAt, contracts, ratings, grade, today } =
    organization;
  const suspended = organization.suspensions.some(({ liftedAt }) => liftedAt === null);
  return (
    <Page
      title={name}
      back={{ to: paths.organizations }}
      status={
        suspended ? (
          <StatusTag kind="refused">{suspensions.suspended}</StatusTag>
        ) : (
          <StatusTag kind="done">{standing.verified}</StatusTag>
        )
      }
      aside={
        <KeyFacts
          facts={[
            { label: facts.creditCode, value: creditCode },
            { label: facts.kind, value: kinds[creditCodeKind(creditCode)] },
            { label: facts.street, value: organization.street },
            {
              label: certificates.grade.label,
              value: grade && <GradeWords given={grade} today={today} />,
            },
            { label: certificates.staff.public, value: <StaffCounts staff={organization.staff} /> },
            { label: facts.verifiedAt, value: verifiedAt && <OnDay day={dayOf(verifiedAt)} /> },
          ]}
        />
      }
    >
      <Suspensions suspensions={organization.suspensions} />
      {introduction && (
        <Section title={facts.introduction}>
          <Prose>{introduction}</Prose>
        </Section>
      )}
      <Section title={page.rating}>
        <Numbers>
          <Satisfied ratings={ratings} />
        </Numbers>
      </Section>
      <Section title={page.contracts}>
        <Contracts contracts={contracts} />
      </Section>
    </Page>
  );
}

type Counts = Awaited<ReturnType<typeof countStaff>>;

function StaffCounts({ staff: { people, kinds } }: { staff: Counts }) {
  const { staff: words } = useMessages().certificates;
  const format = useFormat();
  const counts = kinds.map(({ kind, people: holders }) =>
    words.holding(words.kinds[kind], format.count(holders, "person")),
  );
  return format.list([words.people(format.count(people, "person")), ...counts]);
}

type Contract = NonNullable<Awaited<ReturnType<typeof findOrganization>>>["contracts"][number];

function Contracts({ contracts }: { contracts: Contract[] }) {
  const { home, page } = useMessages().organizations;
  const format = useFormat();
  return (
    <DataTable
      caption={page.contracts}
      rows={contracts}
      rowKey={({ id }) => id}
      columns={[
        {
          key: "title",
          label: home.contract,
          main: true,
          cell: ({ id, title }) => <a href={paths.contract(id)}>{title}</a>,
        },
        { key: "office", label: page.office, cell: ({ office }) => office },
        {
          key: "period",
          label: page.period,
          cell: ({ startsOn, endsOn }) => page.to(format.day(startsOn), format.day(endsOn)),
        },
        {
          key: "value",
          label: home.value,
          align: "end",
          cell: ({ value }) => <Money fen={value} />,
        },
      ]}
      empty={<EmptyState>{page.contractsEmpty}</EmptyState>}
    />
  );
}
