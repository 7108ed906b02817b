import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { LinkButton } from "#app/components/button.tsx";
import { Form, SubmitButton, useServerForm } from "#app/components/form.tsx";
import { Actions, Page } from "#app/components/page.tsx";
import { missResident } from "#app/domain/bookings/miss.server.ts";
import { findWork } from "#app/domain/bookings/work-queries.server.ts";
import { submit } from "#app/http/forms.server.ts";
import { idParam, notFound } from "#app/http/params.server.ts";
import { requireWorker } from "#app/http/session.server.ts";
import { useMessages } from "#app/i18n/messages.ts";
import { titled } from "#app/i18n/titled.ts";
import { paths } from "#app/paths.ts";

const AbsenceForm = z.object({});

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { by } = await requireWorker(request);
  return (await findWork(by, idParam(params.bookingId))) ?? notFound();
}

export async function action({ request, params }: ActionFunctionArgs) {
  const act = await requireWorker(request);
  const bookingId = idParam<"booking">(params.bookingId);
  return submit(request, AbsenceForm, async () => {
    await missResident(act, { bookingId });
    return redirect(paths.work.booking(bookingId), 303);
  });
}

export const meta: MetaFunction = (args) => titled(args, ({ work }) => work.absence.submit);

export default function Absence() {
  const words = useMessages().work.absence;
  const { id, resident } = useLoaderData<typeof loader>();
  const [form] = useServerForm<typeof AbsenceForm>();
  return (
    <Page
      title={words.title(resident)}
      lead={words.lead}
      back={{ to: paths.work.booking(id), label: resident }}
      narrow
    >
      <Form form={form}>
        <p>{words.advice}</p>
        <SubmitButton kind="danger">{words.submit}</SubmitButton>
      </Form>
      <Actions>
        <LinkButton to={paths.work.booking(id)}>{words.keep}</LinkButton>
      </Actions>
    </Page>
  );
}
