import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { TextField } from "#app/components/fields.tsx";
import { Form, SubmitButton, useServerForm } from "#app/components/form.tsx";
import { Page } from "#app/components/page.tsx";
import { setWeeklyHours } from "#app/domain/organizations/set-weekly-hours.server.ts";
import { findWorker } from "#app/domain/organizations/worker-queries.server.ts";
import { hoursOverlap, parseHours, writeHours } from "#app/domain/organizations/working-hours.ts";
import { submit } from "#app/http/forms.server.ts";
import { idParam, notFound } from "#app/http/params.server.ts";
import { requireManager } from "#app/http/session.server.ts";
import { useMessages } from "#app/i18n/messages.ts";
import { titled } from "#app/i18n/titled.ts";
import { paths } from "#app/paths.ts";
import { dayOf } from "#app/values/time.ts";

const hoursField = z
  .string()
  .default("")
  .transform((text, context) => {
    const hours = parseHours(text);
    if (hours && !hoursOverlap(hours)) return hours;
    context.addIssue({ code: "custom", message: hours ? "hours_overlap" : "hours" });
    return z.NEVER;
  });

const WeekForm = z.object({
  day1: hoursField,
  day2: hoursField,
  day3: hoursField,
  day4: hoursField,
  day5: hoursField,
  day6: hoursField,
  day7: hoursField,
});

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { by, at } = await requireManager(request);
  const worker = (await findWorker(by, idParam(params.workerId), dayOf(at))) ?? notFound();
  return { id: worker.id, name: worker.name, week: worker.week };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const act = await requireManager(request);
  const workerId = idParam<"worker">(params.workerId);
  return submit(request, WeekForm, async ({ day1, day2, day3, day4, day5, day6, day7 }) => {
    const week = { 1: day1, 2: day2, 3: day3, 4: day4, 5: day5, 6: day6, 7: day7 };
    await setWeeklyHours(act, workerId, week);
    return redirect(paths.organization.worker(workerId), 303);
  });
}

export const meta: MetaFunction<typeof loader> = (args) =>
  titled(args, ({ roster }, worker) => roster.week.title(worker?.name ?? ""));

export default function Hours() {
  const { services, roster } = useMessages();
  const { id, name, week } = useLoaderData<typeof loader>();
  const on = (weekday: number) => writeHours(week.filter((hours) => hours.weekday === weekday));
  const [form, fields] = useServerForm<typeof WeekForm>({
    defaultValue: {
      day1: on(1),
      day2: on(2),
      day3: on(3),
      day4: on(4),
      day5: on(5),
      day6: on(6),
      day7: on(7),
    },
  });
  const { weekdays } = services;
  return (
    <Page
      title={roster.week.title(name)}
      lead={roster.week.lead}
      back={{ to: paths.organization.worker(id) }}
      narrow
    >
      <Form form={form}>
        <TextField field={fields.day1} label={weekdays[1]} hint={roster.week.hint} optional />
        <TextField field={fields.day2} label={weekdays[2]} optional />
        <TextField field={fields.day3} label={weekdays[3]} optional />
        <TextField field={fields.day4} label={weekdays[4]} optional />
        <TextField field={fields.day5} label={weekdays[5]} optional />
        <TextField field={fields.day6} label={weekdays[6]} optional />
        <TextField field={fields.day7} label={weekdays[7]} optional />
        <SubmitButton>{roster.week.save}</SubmitButton>
      </Form>
    </Page>
  );
}
