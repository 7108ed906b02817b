import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { LinkButton } from "#app/components/button.tsx";
import { Moment } from "#app/components/facts.tsx";
import { FilterDay, FilterForm } from "#app/components/filter.tsx";
import { EmptyState } from "#app/components/notice.tsx";
import { Actions, Page } from "#app/components/page.tsx";
import { DataTable } from "#app/components/table.tsx";
import type { SessionOnDay } from "#app/domain/services/availability.server.ts";
import { findOwnSessions } from "#app/domain/services/session-queries.server.ts";
import { askedOf, idParam, notFound } from "#app/http/params.server.ts";
import { requireManager } from "#app/http/session.server.ts";
import { useFormat, useMessages } from "#app/i18n/messages.ts";
import { titled } from "#app/i18n/titled.ts";
import { paths } from "#app/paths.ts";
import type { Id } from "#app/values/id.ts";
import { dayOf, isDay } from "#app/values/time.ts";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { by, at } = await requireManager(request);
  const wanted = askedOf(request).get("from") ?? "";
  const from = isDay(wanted) ? wanted : dayOf(at);
  return (await findOwnSessions(by, idParam(params.offerId), from)) ?? notFound();
}

export const meta: MetaFunction<typeof loader> = (args) =>
  titled(args, ({ services }, loaded) => services.sessions.title(loaded?.offer.title ?? ""));

export default function Sessions() {
  const { sessions: words } = useMessages().services;
  const { count } = useFormat();
  const { offer, sessions, next } = useLoaderData<typeof loader>();
  return (
    <Page
      title={words.title(offer.title)}
      lead={words.lead}
      back={{ to: paths.organization.offer(offer.id) }}
      wide
    >
      <Actions>
        <LinkButton kind="main" to={paths.organization.newSessions(offer.id)}>
          {words.add}
        </LinkButton>
      </Actions>
      <FilterForm count={count(sessions.length, "session")}>
        <FilterDay name="from" label={words.from} />
      </FilterForm>
      <SessionsTable offerId={offer.id} sessions={sessions} />
      <Actions>
        <LinkButton to={`${paths.organization.sessions(offer.id)}?from=${next}`}>
          {words.next}
        </LinkButton>
      </Actions>
    </Page>
  );
}

type SessionsTableProps = { offerId: Id<"offer">; sessions: readonly SessionOnDay[] };

function SessionsTable({ offerId, sessions }: SessionsTableProps) {
  const { sessions: words, periods } = useMessages().services;
  const { range, number } = useFormat();
  return (
    <DataTable
      caption={words.when}
      rows={sessions}
      rowKey={({ id }) => id}
      columns={[
        {
          key: "when",
          label: words.when,
          main: true,
          cell: ({ startsAt, endsAt }) => <Moment as="range" at={startsAt} until={endsAt} />,
        },
        { key: "period", label: words.period, cell: ({ period }) => periods[period] },
        {
          key: "taken",
          label: words.taken,
          align: "end",
          cell: ({ capacity, free }) => number(capacity - free),
        },
        {
          key: "seats",
          label: words.seats,
          align: "end",
          cell: ({ capacity }) => number(capacity),
        },
        {
          key: "change",
          label: words.change,
          act: true,
          cell: ({ id, startsAt, endsAt }) => (
            <a
              href={paths.organization.session(offerId, id)}
              aria-label={words.changeOf(range(startsAt, endsAt))}
            >
              {words.change}
            </a>
          ),
        },
      ]}
      empty={<EmptyState>{words.empty}</EmptyState>}
    />
  );
}
