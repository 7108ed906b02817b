import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { Form, SubmitButton, useServerForm } from "#app/components/form.tsx";
import { MovedOn } from "#app/components/moved-on.tsx";
import { Page } from "#app/components/page.tsx";
import { dropOtherDay } from "#app/domain/organizations/drop-other-day.server.ts";
import { findWorker } from "#app/domain/organizations/worker-queries.server.ts";
import { submit } from "#app/http/forms.server.ts";
import { idParam, notFound } from "#app/http/params.server.ts";
import { requireManager } from "#app/http/session.server.ts";
import { useFormat, useMessages } from "#app/i18n/messages.ts";
import { titled } from "#app/i18n/titled.ts";
import { paths } from "#app/paths.ts";
import { type Day, isDay } from "#app/values/time.ts";

const RemovalForm = z.object({});

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { by } = await requireManager(request);
  const day = dayParam(params.day);
  const worker = (await findWorker(by, idParam(params.workerId), day)) ?? notFound();
  return { id: worker.id, name: worker.name, day, there: worker.otherDays[0]?.day === day };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const act = await requireManager(request);
  const workerId = idParam<"worker">(params.workerId);
  const day = dayParam(params.day);
  return submit(request, RemovalForm, async () => {
    await dropOtherDay(act, workerId, day);
    return redirect(paths.organization.worker(workerId), 303);
  });
}

const dayParam = (value = ""): Day => (isDay(value) ? value : notFound());

export const meta: MetaFunction = (args) => titled(args, ({ roster }) => roster.removal.submit);

export default function DayRemoval() {
  const { removal } = useMessages().roster;
  const { dayLong } = useFormat();
  const { id, name, day, there } = useLoaderData<typeof loader>();
  const [form] = useServerForm<typeof RemovalForm>();
  return (
    <Page
      title={removal.title(dayLong(day))}
      lead={name}
      back={{ to: paths.organization.worker(id) }}
      narrow
    >
      {there ? (
        <Form form={form}>
          <p>{removal.lead}</p>
          <SubmitButton kind="danger">{removal.submit}</SubmitButton>
        </Form>
      ) : (
        <MovedOn to={paths.organization.worker(id)} />
      )}
    </Page>
  );
}
