import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { Select } from "#app/components/choices.tsx";
import { TextArea, TextField } from "#app/components/fields.tsx";
import { Form, Hidden, SubmitButton, useServerForm } from "#app/components/form.tsx";
import { Notice } from "#app/components/notice.tsx";
import { Page } from "#app/components/page.tsx";
import { bookSeat } from "#app/domain/bookings/book-seat.server.ts";
import { bookVisit } from "#app/domain/bookings/book-visit.server.ts";
import { findChoice } from "#app/domain/bookings/choices.server.ts";
import { readAddress } from "#app/domain/residents/own-queries.server.ts";
import { submit } from "#app/http/forms.server.ts";
import { id, idParam, notFound } from "#app/http/params.server.ts";
import { requireResident } from "#app/http/session.server.ts";
import { useMessages } from "#app/i18n/messages.ts";
import { titled } from "#app/i18n/titled.ts";
import { paths } from "#app/paths.ts";
import { fen } from "#app/values/money.ts";
import { dayOf } from "#app/values/time.ts";
import { chosenIn } from "../chosen.server.ts";
import { Alternatives } from "../times.tsx";
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

/** The time is gone: why, and what else there is. The form's own error says it already after a failed try. */
function Gone() {
  const { bookings, refusals } = useMessages();
  const { offer, problem, alternatives } = useLoaderData<typeof loader>();
  return (
    <Notice kind="refusal" title={bookings.check.gone}>
      {problem && <p>{refusals[problem]}</p>}
      <Alternatives
        alternatives={alternatives}
        to={(chosen) => paths.resident.bookCheck(offer.id, chosen)}
      />
    </Notice>
  );
}

function Confirm() {
  const { check } = useMessages().bookings;
  const [form, fields] = useServerForm<typeof CheckForm>();
  const { offer, address, workers, quote, idempotencyKey } = useLoaderData<typeof loader>();
  const visit = offer.mode === "visit";
  return (
    <Form form={form}>
      {visit && (
        <TextField
          field={fields.address}
          label={address ? check.otherAddress : check.address}
          hint={address ? check.otherAddressHint : check.addressHint}
          optional={address !== null}
          autoComplete="street-address"
          maxLength={120}
        />
      )}
      {visit && workers.length > 1 && (
        <Select
          field={fields.workerId}
          label={check.worker}
          placeholder={check.anyWorker}
          options={workers.map(({ id: value, name: label }) => ({ value, label }))}
          optional
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
      {visit && !address && <Hidden name="addressMissing" value="on" />}
      <Hidden name="residentShare" value={String(quote.residentShare)} />
      <Hidden name="idempotencyKey" value={idempotencyKey} />
      <SubmitButton>{check.submit}</SubmitButton>
    </Form>
  );
}
