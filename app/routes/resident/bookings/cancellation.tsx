import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { LinkButton } from "#app/components/button.tsx";
import { KeyFacts, Moment } from "#app/components/facts.tsx";
import { TextArea } from "#app/components/fields.tsx";
import { Form, Hidden, SubmitButton, useServerForm } from "#app/components/form.tsx";
import { WhileOpen } from "#app/components/moved-on.tsx";
import { Notice } from "#app/components/notice.tsx";
import { Actions, Page } from "#app/components/page.tsx";
import { cutoffOf } from "#app/domain/bookings/booking.ts";
import { cancelBooking } from "#app/domain/bookings/cancel.server.ts";
import { findOwnBooking } from "#app/domain/bookings/own-queries.server.ts";
import { submit } from "#app/http/forms.server.ts";
import { idParam, notFound } from "#app/http/params.server.ts";
import { requireResident } from "#app/http/session.server.ts";
import { useFormat, useMessages } from "#app/i18n/messages.ts";
import { titled } from "#app/i18n/titled.ts";
import { paths } from "#app/paths.ts";

const CancelForm = z.object({
  reason: z.string().trim().max(200).default(""),
  version: z.coerce.number().int(),
});

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { by, at } = await requireResident(request);
  const booking = (await findOwnBooking(by, idParam(params.bookingId))) ?? notFound();
  return { booking, now: at };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const act = await requireResident(request);
  const bookingId = idParam<"booking">(params.bookingId);
  return submit(request, CancelForm, async (form) => {
    await cancelBooking(act, { bookingId, ...form });
    return redirect(paths.resident.booking(bookingId), 303);
  });
}

export const meta: MetaFunction = (args) => titled(args, ({ bookings }) => bookings.cancel.title);

export default function CancelBooking() {
  const { cancel, facts } = useMessages().bookings;
  const { booking } = useLoaderData<typeof loader>();
  const back = paths.resident.booking(booking.id);
  return (
    <Page title={cancel.title} back={{ to: back, label: booking.title }} narrow>
      <KeyFacts
        facts={[
          { label: facts.service, value: booking.title },
          {
            label: facts.time,
            value: <Moment at={booking.startsAt} as="range" until={booking.endsAt} />,
          },
        ]}
      />
      <WhileOpen open={booking.state === "confirmed"} to={back}>
        <Cancel />
      </WhileOpen>
    </Page>
  );
}

function Cancel() {
  const { cancel } = useMessages().bookings;
  const { booking } = useLoaderData<typeof loader>();
  const [form, fields] = useServerForm<typeof CancelForm>();
  return (
    <>
      <Rule />
      <Form form={form}>
        <TextArea
          field={fields.reason}
          label={cancel.reason}
          hint={cancel.reasonHint}
          rows={3}
          maxLength={200}
          optional
        />
        <Hidden name="version" value={String(booking.version)} />
        <SubmitButton kind="danger">{cancel.submit}</SubmitButton>
      </Form>
      <Actions>
        <LinkButton to={paths.resident.booking(booking.id)}>{cancel.keep}</LinkButton>
      </Actions>
    </>
  );
}

/** Whether it is in time still, in words. */
function Rule() {
  const { cancel } = useMessages().bookings;
  const format = useFormat();
  const { booking, now } = useLoaderData<typeof loader>();
  const cutoff = cutoffOf(booking.startsAt, booking.cutoffHours);
  const inTime = now <= cutoff;
  return (
    <Notice kind={inTime ? "info" : "waiting"}>
      <p>{inTime ? cancel.inTime(format.deadline(cutoff)) : cancel.late}</p>
    </Notice>
  );
}
