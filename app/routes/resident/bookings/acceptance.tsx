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
import { Notice } from "#app/components/notice.tsx";
import { Actions, Page } from "#app/components/page.tsx";
import { acceptDelivery } from "#app/domain/bookings/accept.server.ts";
import { acceptedByClockAt } from "#app/domain/bookings/delivery.ts";
import { findDelivery } from "#app/domain/reviews/queries.server.ts";
import { submit } from "#app/http/forms.server.ts";
import { idParam, notFound } from "#app/http/params.server.ts";
import { requireResident } from "#app/http/session.server.ts";
import { useFormat, useMessages } from "#app/i18n/messages.ts";
import { titled } from "#app/i18n/titled.ts";
import { paths } from "#app/paths.ts";
import { DeliveryFacts } from "./delivery-facts.tsx";

const AcceptanceForm = z.object({});

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { by } = await requireResident(request);
  return (await findDelivery(by, idParam(params.bookingId))) ?? notFound();
}

/** Rating comes next, while the service is still remembered. */
export async function action({ request, params }: ActionFunctionArgs) {
  const act = await requireResident(request);
  const bookingId = idParam<"booking">(params.bookingId);
  return submit(request, AcceptanceForm, async () => {
    await acceptDelivery(act, { bookingId });
    return redirect(paths.resident.review(bookingId), 303);
  });
}

export const meta: MetaFunction = (args) => titled(args, ({ delivery }) => delivery.accept.title);

export default function Acceptance() {
  const { accept, back } = useMessages().delivery;
  const format = useFormat();
  const delivery = useLoaderData<typeof loader>();
  const { id, state, checkedOutAt } = delivery;
  const [form] = useServerForm<typeof AcceptanceForm>();
  return (
    <Page
      title={accept.title}
      lead={accept.lead}
      back={{ to: paths.resident.booking(id), label: back }}
      narrow
    >
      <DeliveryFacts delivery={delivery} />
      {state === "delivered" && checkedOutAt ? (
        <>
          <Form form={form}>
            <p>{accept.until(format.deadline(acceptedByClockAt(checkedOutAt)))}</p>
            <SubmitButton>{accept.submit}</SubmitButton>
          </Form>
          <Actions>
            <LinkButton to={paths.resident.dispute(id)}>{accept.dispute}</LinkButton>
          </Actions>
        </>
      ) : (
        <Notice kind="info">{accept.over}</Notice>
      )}
    </Page>
  );
}
