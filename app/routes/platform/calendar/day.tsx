import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { RadioGroup } from "#app/components/choices.tsx";
import { Moment } from "#app/components/facts.tsx";
import { TextArea, TextField } from "#app/components/fields.tsx";
import { Form, SubmitButton, useServerForm } from "#app/components/form.tsx";
import { Page, Section } from "#app/components/page.tsx";
import { DataTable } from "#app/components/table.tsx";
import {
  findCalendarDay,
  listCalendarChanges,
  setCalendarDay,
} from "#app/domain/offices/calendar.server.ts";
import { listDeadlinesOn } from "#app/domain/offices/running-deadlines.server.ts";
import { dayKinds } from "#app/domain/offices/working-days.ts";
import { submit } from "#app/http/forms.server.ts";
import { notFound } from "#app/http/params.server.ts";
import { requireOperator } from "#app/http/session.server.ts";
import { useFormat, useMessages } from "#app/i18n/messages.ts";
import { titled } from "#app/i18n/titled.ts";
import { paths } from "#app/paths.ts";
import { type Day, isDay } from "#app/values/time.ts";
import { CalendarHistory } from "./calendar-history.tsx";

const DayForm = z.object({
  kind: z.enum(dayKinds),
  name: z.string().trim().max(40).default(""),
  reason: z.string().trim().min(5).max(500),
});

const dayParam = (text: string | undefined): Day => (text && isDay(text) ? text : notFound());

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { by } = await requireOperator(request);
  const day = dayParam(params.day);
  const [known, deadlines, changes] = await Promise.all([
    findCalendarDay(by, day),
    listDeadlinesOn(by, day),
    listCalendarChanges(by, day),
  ]);
  return { day, known, deadlines, changes };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const act = await requireOperator(request);
  const day = dayParam(params.day);
  return submit(request, DayForm, async (change) => {
    await setCalendarDay(act, { day, ...change });
    return redirect(paths.platform.calendarDay(day), 303);
  });
}

export const meta: MetaFunction = (args) => titled(args, ({ calendar }) => calendar.title);

export default function CalendarDay() {
  const { calendar: words } = useMessages();
  const format = useFormat();
  const { day, known, changes } = useLoaderData<typeof loader>();
  const kind = known?.kind ?? "ordinary";
  const [form, fields] = useServerForm<typeof DayForm>({
    defaultValue: { kind, name: known?.name ?? "" },
  });
  const { calendar } = paths.platform;
  return (
    <Page
      title={format.day(day)}
      lead={words.isNow(format.weekday(day), words.kinds[kind], known?.name ?? "")}
      back={{ to: calendar(day.slice(0, 4)), label: words.title }}
      narrow
    >
      <Deadlines />
      <Form form={form}>
        <RadioGroup
          field={fields.kind}
          label={words.kind}
          options={dayKinds.map((value) => ({
            value,
            label: words.kinds[value],
            hint: words.kindHints[value],
          }))}
        />
        <TextField
          field={fields.name}
          label={words.name}
          hint={words.nameHint}
          maxLength={40}
          optional
        />
        <TextArea
          field={fields.reason}
          label={words.reason}
          hint={words.reasonHint}
          minLength={5}
          maxLength={500}
        />
        <SubmitButton>{words.submit}</SubmitButton>
      </Form>
      <CalendarHistory changes={changes} />
    </Page>
  );
}

/** What ends on the day, so that nobody changes it unawares. */
function Deadlines() {
  const { calendar: words } = useMessages();
  const { deadlines } = useLoaderData<typeof loader>();
  return (
    <Section title={words.deadlines} note={words.deadlinesNote}>
      <DataTable
        caption={words.deadlines}
        rows={deadlines}
        rowKey={({ id, what }) => `${what} ${id}`}
        columns={[
          { key: "title", label: words.purchase, main: true, cell: ({ title }) => title },
          { key: "what", label: words.what, cell: ({ what }) => words.whats[what] },
          { key: "office", label: words.office, cell: ({ office }) => office },
          {
            key: "at",
            label: words.until,
            cell: ({ at }) => <Moment at={at} as="deadline" />,
          },
        ]}
        empty={<p>{words.noDeadlines}</p>}
      />
    </Section>
  );
}
