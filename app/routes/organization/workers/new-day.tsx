import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { RadioGroup } from "#app/components/choices.tsx";
import { DateField, TextField } from "#app/components/fields.tsx";
import { Form, SubmitButton, useServerForm } from "#app/components/form.tsx";
import { Page } from "#app/components/page.tsx";
import { setOtherDay } from "#app/domain/organizations/set-other-day.server.ts";
import { findWorker } from "#app/domain/organizations/worker-queries.server.ts";
import { parseHours } from "#app/domain/organizations/working-hours.ts";
import { calendarDay } from "#app/http/fields.server.ts";
import { submit } from "#app/http/forms.server.ts";
import { idParam, notFound } from "#app/http/params.server.ts";
import { requireManager } from "#app/http/session.server.ts";
import { useMessages } from "#app/i18n/messages.ts";
import { titled } from "#app/i18n/titled.ts";
import { paths } from "#app/paths.ts";
import { dayOf } from "#app/values/time.ts";

const DayForm = z
  .object({
    day: calendarDay(),
    kind: z.enum(["leave", "hours"]),
    hours: z.string().max(100).default(""),
    note: z.string().trim().max(100).default(""),
  })
  .transform(({ day, kind, hours, note }, context) => {
    const parts = parseHours(hours) ?? [];
    const [only] = parts;
    if (kind === "leave") return { day, note, hours: null };
    if (only && parts.length === 1) return { day, note, hours: only };
    context.addIssue({ code: "custom", path: ["hours"], message: "hours_once" });
    return z.NEVER;
  });

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { by, at } = await requireManager(request);
  const today = dayOf(at);
  const { id, name } = (await findWorker(by, idParam(params.workerId), today)) ?? notFound();
  return { id, name, today };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const act = await requireManager(request);
  const workerId = idParam<"worker">(params.workerId);
  return submit(request, DayForm, async (draft) => {
    await setOtherDay(act, workerId, draft);
    return redirect(paths.organization.worker(workerId), 303);
  });
}

export const meta: MetaFunction<typeof loader> = (args) =>
  titled(args, ({ roster }, worker) => roster.day.title(worker?.name ?? ""));

const kinds = ["leave", "hours"] as const;

export default function NewDay() {
  const { day: words } = useMessages().roster;
  const { id, name, today } = useLoaderData<typeof loader>();
  const [form, fields] = useServerForm<typeof DayForm>();
  return (
    <Page
      title={words.title(name)}
      lead={words.lead}
      back={{ to: paths.organization.worker(id) }}
      narrow
    >
      <Form form={form}>
        <DateField field={fields.day} label={words.day} min={today} />
        <RadioGroup
          field={fields.kind}
          label={words.kind}
          options={kinds.map((value) => ({ value, label: words.kinds[value] }))}
        />
        <TextField
          field={fields.hours}
          label={words.hours}
          hint={words.hoursHint}
          width="medium"
          optional
        />
        <TextField field={fields.note} label={words.note} maxLength={100} optional />
        <SubmitButton>{words.save}</SubmitButton>
      </Form>
    </Page>
  );
}
