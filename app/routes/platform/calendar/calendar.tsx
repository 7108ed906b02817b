import { type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { OnDay } from "#app/components/facts.tsx";
import { FilterForm, FilterText } from "#app/components/filter.tsx";
import { EmptyState, Notice } from "#app/components/notice.tsx";
import { LinkList, Page, Section } from "#app/components/page.tsx";
import { DataTable } from "#app/components/table.tsx";
import { listCalendarChanges, listCalendarDays } from "#app/domain/offices/calendar.server.ts";
import { askedOf } from "#app/http/params.server.ts";
import { requireOperator } from "#app/http/session.server.ts";
import { useMessages } from "#app/i18n/messages.ts";
import { titled } from "#app/i18n/titled.ts";
import { paths } from "#app/paths.ts";
import { dayOf, isDay, weekday } from "#app/values/time.ts";
import { CalendarHistory } from "./calendar-history.tsx";

export async function loader({ request }: LoaderFunctionArgs) {
  const { by, at } = await requireOperator(request);
  const params = askedOf(request);
  const wanted = params.get("day")?.trim() ?? "";
  if (isDay(wanted)) throw redirect(paths.platform.calendarDay(wanted));
  const thisYear = Number(dayOf(at).slice(0, 4));
  const asked = params.get("year") ?? "";
  const year = /^20\d\d$/.test(asked) ? Number(asked) : thisYear;
  const [days, changes] = await Promise.all([listCalendarDays(by, year), listCalendarChanges(by)]);
  return { year, days, changes, unknown: wanted !== "" };
}

export const meta: MetaFunction = (args) => titled(args, ({ calendar }) => calendar.title);

export default function Calendar() {
  const { calendar: words } = useMessages();
  const { year, days, changes, unknown } = useLoaderData<typeof loader>();
  const made = days.some(({ kind }) => kind === "workday");
  const { calendar } = paths.platform;
  return (
    <Page title={words.title} lead={words.lead} back={{ to: paths.platform.home }}>
      <FilterForm>
        <FilterText name="day" label={words.find} />
      </FilterForm>
      {unknown && <p role="alert">{words.noDay}</p>}
      <Section title={words.ofYear(String(year))}>
        {!made && <Notice kind="waiting">{words.notAnnounced(String(year))}</Notice>}
        <DataTable
          caption={words.ofYear(String(year))}
          rows={days}
          rowKey={({ day }) => day}
          columns={[
            {
              key: "day",
              label: words.day,
              main: true,
              cell: ({ day }) => (
                <a href={paths.platform.calendarDay(day)}>
                  <OnDay day={day} />
                </a>
              ),
            },
            {
              key: "weekday",
              label: words.weekday,
              cell: ({ day }) => words.weekdays[weekday(day)],
            },
            { key: "kind", label: words.kind, cell: ({ kind }) => words.kinds[kind] },
            { key: "name", label: words.name, cell: ({ name }) => name },
          ]}
          empty={<EmptyState>{words.empty(String(year))}</EmptyState>}
        />
        <LinkList
          links={[year - 1, year + 1].map((other) => ({
            to: calendar(String(other)),
            label: words.ofYear(String(other)),
          }))}
        />
      </Section>
      <CalendarHistory changes={changes} />
    </Page>
  );
}
