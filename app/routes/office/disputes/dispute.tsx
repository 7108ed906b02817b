import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { BookingStatus } from "#app/components/bookings/booking-status.tsx";
import { RadioGroup } from "#app/components/choices.tsx";
import { TextArea } from "#app/components/fields.tsx";
import { Form, SubmitButton, useServerForm } from "#app/components/form.tsx";
import { Notice } from "#app/components/notice.tsx";
import { Page, Prose, Section } from "#app/components/page.tsx";
import { settlements } from "#app/domain/bookings/delivery.ts";
import { findDispute } from "#app/domain/bookings/dispute-queries.server.ts";
import { readableReference } from "#app/domain/bookings/reference.ts";
import { settleDispute } from "#app/domain/bookings/settle.server.ts";
import { submit } from "#app/http/forms.server.ts";
import { idParam, notFound } from "#app/http/params.server.ts";
import { requireOffice, requireOfficeReader } from "#app/http/session.server.ts";
import { useMessages } from "#app/i18n/messages.ts";
import { titled } from "#app/i18n/titled.ts";
import { paths } from "#app/paths.ts";
import { DisputeFacts } from "./dispute-facts.tsx";

const SettlementForm = z.object({
  favour: z.enum(settlements),
  reason: z.string().trim().min(5).max(500),
});

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { by, roles } = await requireOfficeReader(request);
  const dispute = (await findDispute(by, idParam(params.bookingId))) ?? notFound();
  return { dispute, officer: roles.includes("officer") };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const act = await requireOffice(request, "officer");
  const bookingId = idParam<"booking">(params.bookingId);
  return submit(request, SettlementForm, async (settlement) => {
    await settleDispute(act, { bookingId, ...settlement });
    return redirect(paths.office.disputes, 303);
  });
}

export const meta: MetaFunction = (args) => titled(args, ({ delivery }) => delivery.disputes.title);

export default function Dispute() {
  const { disputes: words, dispute: labels } = useMessages().delivery;
  const { dispute, officer } = useLoaderData<typeof loader>();
  const { reference, state, kind, reason, settlementReason } = dispute;
  const open = state === "disputed";
  return (
    <Page
      title={words.one(readableReference(reference))}
      back={{ to: paths.office.disputes, label: words.title }}
      status={<BookingStatus state={state} forOthers={!officer} />}
      aside={<DisputeFacts dispute={dispute} />}
    >
      <Section title={words.reason} note={kind && labels.kinds[kind]}>
        <Prose>{reason}</Prose>
      </Section>
      {dispute.deliveryNote && (
        <Section title={words.delivery}>
          <Prose>{dispute.deliveryNote}</Prose>
        </Section>
      )}
      {settlementReason && !open && (
        <Section title={words.outcome}>
          <Prose>{settlementReason}</Prose>
        </Section>
      )}
      {open && officer && <Settlement />}
      {open && !officer && <Notice kind="info">{words.onlyOfficer}</Notice>}
    </Page>
  );
}

function Settlement() {
  const { disputes: words } = useMessages().delivery;
  const [form, fields] = useServerForm<typeof SettlementForm>();
  return (
    <Form form={form}>
      <RadioGroup
        field={fields.favour}
        label={words.favour}
        options={settlements.map((value) => ({
          value,
          label: words.outcomes[value],
          hint: words.favourHints[value],
        }))}
      />
      <TextArea field={fields.reason} label={words.why} hint={words.whyHint} minLength={5} />
      <SubmitButton>{words.submit}</SubmitButton>
    </Form>
  );
}
