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
import { Notice } from "#app/components/notice.tsx";
import { Page } from "#app/components/page.tsx";
import { checkIn } from "#app/domain/bookings/check-in.server.ts";
import { findWork } from "#app/domain/bookings/work-queries.server.ts";
import { submit } from "#app/http/forms.server.ts";
import { idParam, notFound } from "#app/http/params.server.ts";
import { requireWorker } from "#app/http/session.server.ts";
import { useFormat, useMessages } from "#app/i18n/messages.ts";
import { titled } from "#app/i18n/titled.ts";
import { paths } from "#app/paths.ts";
import { dutyOf } from "./duty.ts";

const CheckInForm = z.object({
  pin: z
    .string()
    .trim()
    .regex(/^\d{4}$/, { error: "pin" }),
});

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { by, at } = await requireWorker(request);
  const booking = (await findWork(by, idParam(params.bookingId))) ?? notFound();
  return { booking, duty: dutyOf(booking, at) };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const act = await requireWorker(request);
  const bookingId = idParam<"booking">(params.bookingId);
  return submit(request, CheckInForm, async ({ pin }) => {
    await checkIn(act, { bookingId, pin });
    return redirect(paths.work.booking(bookingId), 303);
  });
}

export const meta: MetaFunction = (args) => titled(args, ({ work }) => work.checkIn.submit);

export default function CheckIn() {
  const { checkIn: words, booking: labels } = useMessages().work;
  const format = useFormat();
  const { booking, duty } = useLoaderData<typeof loader>();
  const { next } = labels;
  return (
    <Page
      title={words.title(booking.resident)}
      lead={words.lead}
      back={{ to: paths.work.booking(booking.id), label: booking.resident }}
      narrow
    >
      {duty.name === "ready" ? (
        <PinForm />
      ) : (
        <Notice kind="info">
          {duty.name === "early" ? next.early(format.instant(duty.from)) : next[duty.name]}
        </Notice>
      )}
    </Page>
  );
}

function PinForm() {
  const words = useMessages().work.checkIn;
  const [form, fields] = useServerForm<typeof CheckInForm>();
  return (
    <Form form={form}>
      <TextField
        field={fields.pin}
        label={words.pin}
        hint={words.hint}
        inputMode="numeric"
        autoComplete="off"
        maxLength={4}
        width="short"
      />
      <SubmitButton>{words.submit}</SubmitButton>
    </Form>
  );
}
