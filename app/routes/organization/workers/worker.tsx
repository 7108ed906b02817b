import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { LinkButton } from "#app/components/button.tsx";
import { KeyFacts, OnDay } from "#app/components/facts.tsx";
import { EmptyState } from "#app/components/notice.tsx";
import { Actions, Page, Section } from "#app/components/page.tsx";
import { DataTable } from "#app/components/table.tsx";
import { findWorker } from "#app/domain/organizations/worker-queries.server.ts";
import { writeHours } from "#app/domain/organizations/working-hours.ts";
import { idParam, notFound } from "#app/http/params.server.ts";
import { requireManager } from "#app/http/session.server.ts";
import { useFormat, useMessages } from "#app/i18n/messages.ts";
import { titled } from "#app/i18n/titled.ts";
import { paths } from "#app/paths.ts";
import { dayOf } from "#app/values/time.ts";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { by, at } = await requireManager(request);
  return (await findWorker(by, idParam(params.workerId), dayOf(at))) ?? notFound();
}

export const meta: MetaFunction<typeof loader> = (args) =>
  titled(args, ({ roster }, worker) => worker?.name ?? roster.list.title);

type Loaded = Awaited<ReturnType<typeof loader>>;

export default function Worker() {
  const { worker: words, list } = useMessages().roster;
  const worker = useLoaderData<typeof loader>();
  const { workerHours, workerDay } = paths.organization;
  return (
    <Page
      title={worker.name}
      back={{ to: paths.organization.workers, label: list.title }}
      aside={
        <KeyFacts
          facts={[
            { label: list.phone, value: worker.phone },
            { label: words.account, value: worker.account ?? words.noAccount },
          ]}
        />
      }
    >
      <Section title={words.week} note={words.weekNote}>
        <Week week={worker.week} />
        <Actions>
          <LinkButton to={workerHours(worker.id)}>{words.changeWeek}</LinkButton>
        </Actions>
      </Section>
      <Section title={words.days} note={words.daysNote}>
        <OtherDays worker={worker} />
        <Actions>
          <LinkButton to={workerDay(worker.id)}>{words.addDay}</LinkButton>
        </Actions>
      </Section>
    </Page>
  );
}

function Week({ week }: Pick<Loaded, "week">) {
  const { services, roster } = useMessages();
  const facts = Object.entries(services.weekdays).map(([weekday, label]) => {
    const hours = week.filter((part) => String(part.weekday) === weekday);
    return { label, value: hours.length > 0 ? writeHours(hours) : roster.worker.off };
  });
  return <KeyFacts facts={facts} />;
}

type OtherDay = Loaded["otherDays"][number];

function OtherDays({ worker }: { worker: Loaded }) {
  const { worker: words } = useMessages().roster;
  const { dayLong } = useFormat();
  return (
    <DataTable
      caption={words.days}
      rows={worker.otherDays}
      rowKey={({ day }) => day}
      columns={[
        { key: "day", label: words.day, main: true, cell: ({ day }) => <OnDay day={day} long /> },
        { key: "hours", label: words.hours, cell: (day) => <Hours day={day} /> },
        { key: "note", label: words.note, cell: ({ note }) => note },
        { key: "booked", label: words.bookings, cell: (day) => <Booked day={day} /> },
        {
          key: "drop",
          label: words.drop,
          cell: ({ day }) => (
            <a
              href={paths.organization.dropWorkerDay(worker.id, day)}
              aria-label={words.dropOf(dayLong(day))}
            >
              {words.drop}
            </a>
          ),
        },
      ]}
      empty={<EmptyState>{words.daysEmpty}</EmptyState>}
    />
  );
}

function Hours({ day: { from, to } }: { day: OtherDay }) {
  const { worker } = useMessages().roster;
  return from === null || to === null ? worker.leave : writeHours([{ from, to }]);
}

function Booked({ day: { booked } }: { day: OtherDay }) {
  const { worker } = useMessages().roster;
  const { count } = useFormat();
  return booked > 0 ? worker.booked(count(booked, "booking")) : worker.noBookings;
}
