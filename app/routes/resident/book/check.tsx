import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { Button } from "#app/components/button.tsx";
import { Select } from "#app/components/choices.tsx";
import type { Field } from "#app/components/field.tsx";
import { TextArea, TextField } from "#app/components/fields.tsx";
import { Form, Hidden, SubmitButton, useServerForm } from "#app/components/form.tsx";
import { Notice } from "#app/components/notice.tsx";
import { Actions, Page } from "#app/components/page.tsx";
import { useRefusal } from "#app/components/refused.tsx";
import { bookSeat } from "#app/domain/bookings/book-seat.server.ts";
import { bookVisit } from "#app/domain/bookings/book-visit.server.ts";
import { findChoice } from "#app/domain/bookings/choices.server.ts";
import { readAddress } from "#app/domain/residents/own-queries.server.ts";
import { submit } from "#app/http/forms.server.ts";
import { id, idParam, notFound } from "#app/http/params.server.ts";
import { requireResident } from "#app/http/session.server.ts";
import { useFormat, useMessages } from "#app/i18n/messages.ts";
import { titled } from "#app/i18n/titled.ts";
import { paths } from "#app/paths.ts";
import { fen } from "#app/values/money.ts";
import { dayOf } from "#app/values/time.ts";
import { chosenIn } from "../chosen.server.ts";
import { Alternatives, chosenParams } from "../times.tsx";
import { ChoiceFacts } from "./choice-facts.tsx";

const CheckForm = z
  .object({
    address: z.string().trim().min(4).max(120).optional(),
    addressMissing: z.boolean().default(false),
    workerId: id<"worker">().optional(),
    note: z.string().trim().max(200).default(""),
    residentShare: z.coerce.number().int().min(0).transform(fen),
    idempotencyKey: z.uuid(),
  })
  .refine(({ address, addressMissing }) => address || !addressMissing, {
    path: ["address"],
    error: "address_needed",
  });

export async function loader({ request, params }: LoaderFunctionArgs) {
  const act = await requireResident(request);
  const choice = (await findChoice(act, idParam(params.offerId), chosenIn(request))) ?? notFound();
  const { id: offerId, title, mode, cancelCutoffHours } = choice.offer;
  const address = mode === "visit" && !choice.problem ? await readAddress(act) : null;
  const offer = { id: offerId, title, mode, cancelCutoffHours };
  return { ...choice, offer, address, idempotencyKey: crypto.randomUUID() };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const act = await requireResident(request);
  const offerId = idParam<"offer">(params.offerId);
  const { startsAt, sessionId } = chosenIn(request);
  return submit(request, CheckForm, async ({ address, addressMissing: _, workerId, ...form }) => {
    const booked = sessionId
      ? await bookSeat(act, { ...form, offerId, sessionId })
      : await bookVisit(act, {
          ...{ ...form, offerId, address, workerId },
          startsAt: startsAt ?? notFound(),
        });
    return redirect(paths.resident.booked(booked.id), 303);
  });
}

export const meta: MetaFunction<typeof loader> = (args) =>
  titled(args, ({ bookings }) => bookings.check.title);

export default function CheckBooking() {
  const { check, step } = useMessages().bookings;
  const choice = useLoaderData<typeof loader>();
  const { offer, startsAt, problem } = choice;
  return (
    <Page
      title={check.title}
      lead={problem ? undefined : check.lead}
      back={{ to: paths.resident.bookTime(offer.id, dayOf(startsAt)) }}
      status={step(3, 3)}
      narrow
    >
      <ChoiceFacts choice={choice} />
      {problem ? <Gone /> : <Confirm />}
    </Page>
  );
}

/** The time is gone: why, and what else there is. After a failed try the form stays, to be sent for another time. */
function Gone() {
  const { bookings, refusals } = useMessages();
  const { offer, problem, alternatives } = useLoaderData<typeof loader>();
  const refused = useRefusal();
  const why = problem && refusals[problem];
  return (
    <>
      <Notice kind="refusal" title={bookings.check.gone}>
        {why && !refused.includes(why) && <p>{why}</p>}
        {(refused.length === 0 || alternatives.length === 0) && (
          <Alternatives
            alternatives={alternatives}
            to={(chosen) => paths.resident.bookCheck(offer.id, chosen)}
          />
        )}
      </Notice>
      {refused.length > 0 && alternatives.length > 0 && <TakeOther />}
    </>
  );
}

/** What was typed for the time that is gone, with a button for each other time. */
function TakeOther() {
  const { bookings } = useMessages();
  const { check } = bookings;
  const format = useFormat();
  const choice = useLoaderData<typeof loader>();
  const { offer, alternatives } = choice;
  const [form, fields] = useServerForm<typeof CheckForm>();
  const { initialValue: worker } = fields.workerId;
  return (
    <Form form={form}>
      {bookingFields(fields, bookings, choice)}
      {worker && <Hidden name="workerId" value={worker} />}
      <p>{check.otherKept}</p>
      <Actions>
        {alternatives.map((time) => (
          <Button
            key={time.startsAt.toISOString()}
            kind="plain"
            formAction={paths.resident.bookCheck(offer.id, chosenParams(time))}
          >
            {check.takeOther(format.instant(time.startsAt))}
          </Button>
        ))}
      </Actions>
    </Form>
  );
}

function Confirm() {
  const { bookings } = useMessages();
  const { check } = bookings;
  const [form, fields] = useServerForm<typeof CheckForm>();
  const choice = useLoaderData<typeof loader>();
  return (
    <Form form={form}>
      {choice.workers.length > 1 && (
        <Select
          field={fields.workerId}
          label={check.worker}
          placeholder={check.anyWorker}
          options={choice.workers.map(({ id: value, name: label }) => ({ value, label }))}
          optional
        />
      )}
      {bookingFields(fields, bookings, choice)}
      <SubmitButton>{check.submit}</SubmitButton>
    </Form>
  );
}

/** Where to come and what to know, and what is sent along unseen; called, so that the form knows its fields' names. */
function bookingFields(
  fields: Record<"address" | "note", Field>,
  { check }: ReturnType<typeof useMessages>["bookings"],
  { offer, hasAddress, quote, idempotencyKey }: ReturnType<typeof useLoaderData<typeof loader>>,
) {
  const visit = offer.mode === "visit";
  return (
    <>
      {visit && (
        <TextField
          field={fields.address}
          label={hasAddress ? check.otherAddress : check.address}
          hint={hasAddress ? check.otherAddressHint : check.addressHint}
          optional={hasAddress}
          autoComplete="street-address"
          maxLength={120}
        />
      )}
      <TextArea
        field={fields.note}
        label={check.note}
        hint={check.noteHint}
        rows={3}
        maxLength={200}
        optional
      />
      {visit && !hasAddress && <Hidden name="addressMissing" value="on" />}
      <Hidden name="residentShare" value={String(quote.residentShare)} />
      <Hidden name="idempotencyKey" value={idempotencyKey} />
    </>
  );
}
