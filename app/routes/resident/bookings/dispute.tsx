import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { LinkButton } from "#app/components/button.tsx";
import { RadioGroup } from "#app/components/choices.tsx";
import { TextArea } from "#app/components/fields.tsx";
import { Form, SubmitButton, useServerForm } from "#app/components/form.tsx";
import { Notice } from "#app/components/notice.tsx";
import { Actions, Page } from "#app/components/page.tsx";
import { useRefusal } from "#app/components/refused.tsx";
import { disputeDelivery } from "#app/domain/bookings/dispute.server.ts";
import { findDelivery } from "#app/domain/reviews/queries.server.ts";
import { submit } from "#app/http/forms.server.ts";
import { idParam, notFound } from "#app/http/params.server.ts";
import { requireResident } from "#app/http/session.server.ts";
import { useMessages } from "#app/i18n/messages.ts";
import { titled } from "#app/i18n/titled.ts";
import { paths } from "#app/paths.ts";
import { DeliveryFacts } from "./delivery-facts.tsx";

const kinds = ["not_done", "done_badly"] as const;
const DisputeForm = z.object({
  kind: z.enum(kinds),
  reason: z.string().trim().min(5).max(1000),
});

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { by } = await requireResident(request);
  return (await findDelivery(by, idParam(params.bookingId))) ?? notFound();
}

export async function action({ request, params }: ActionFunctionArgs) {
  const act = await requireResident(request);
  const bookingId = idParam<"booking">(params.bookingId);
  return submit(request, DisputeForm, async (said) => {
    await disputeDelivery(act, { bookingId, ...said });
    return redirect(paths.resident.booking(bookingId), 303);
  });
}

export const meta: MetaFunction = (args) => titled(args, ({ delivery }) => delivery.dispute.title);

export default function Dispute() {
  const { dispute, accept, back } = useMessages().delivery;
  const delivery = useLoaderData<typeof loader>();
  const { id, state } = delivery;
  const refused = useRefusal().length > 0;
  const [form, fields] = useServerForm<typeof DisputeForm>();
  return (
    <Page
      title={dispute.title}
      lead={dispute.lead}
      back={{ to: paths.resident.booking(id), label: back }}
      narrow
    >
      <DeliveryFacts delivery={delivery} />
      {state === "delivered" || refused ? (
        <Form form={form}>
          <RadioGroup
            field={fields.kind}
            label={dispute.kind}
            options={kinds.map((value) => ({ value, label: dispute.kinds[value] }))}
          />
          <TextArea
            field={fields.reason}
            label={dispute.reason}
            hint={dispute.reasonHint}
            minLength={5}
          />
          <SubmitButton>{dispute.submit}</SubmitButton>
        </Form>
      ) : (
        <Notice kind="info">{accept.over}</Notice>
      )}
      <Actions>
        <LinkButton to={paths.resident.acceptance(id)}>{dispute.keep}</LinkButton>
      </Actions>
    </Page>
  );
}
