import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { NumberField } from "#app/components/fields.tsx";
import { Form, SubmitButton, useServerForm } from "#app/components/form.tsx";
import { Page } from "#app/components/page.tsx";
import { resizeSession } from "#app/domain/services/resize-session.server.ts";
import { findOwnSession } from "#app/domain/services/session-queries.server.ts";
import { submit } from "#app/http/forms.server.ts";
import { idParam, notFound } from "#app/http/params.server.ts";
import { requireManager } from "#app/http/session.server.ts";
import { useFormat, useMessages } from "#app/i18n/messages.ts";
import { titled } from "#app/i18n/titled.ts";
import { paths } from "#app/paths.ts";

const CapacityForm = z.object({ capacity: z.number().int().min(0).max(500) });

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { by } = await requireManager(request);
  const offerId = idParam<"offer">(params.offerId);
  const session = await findOwnSession(by, offerId, idParam(params.sessionId));
  return { offerId, ...(session ?? notFound()) };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const act = await requireManager(request);
  const offerId = idParam<"offer">(params.offerId);
  const sessionId = idParam<"service_session">(params.sessionId);
  return submit(request, CapacityForm, async ({ capacity }) => {
    await resizeSession(act, { offerId, sessionId, capacity });
    return redirect(paths.organization.sessions(offerId), 303);
  });
}

export const meta: MetaFunction = (args) =>
  titled(args, ({ services }) => services.sessions.change);

export default function Session() {
  const { resize } = useMessages().services;
  const { range, count } = useFormat();
  const session = useLoaderData<typeof loader>();
  const defaultValue = { capacity: String(session.capacity) };
  const [form, fields] = useServerForm<typeof CapacityForm>({ defaultValue });
  return (
    <Page
      title={resize.title(range(session.startsAt, session.endsAt))}
      lead={resize.lead(count(session.taken, "seat"))}
      back={{ to: paths.organization.sessions(session.offerId) }}
      narrow
    >
      <Form form={form}>
        <NumberField field={fields.capacity} label={resize.capacity} />
        <SubmitButton>{resize.save}</SubmitButton>
      </Form>
    </Page>
  );
}
