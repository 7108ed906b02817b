import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { RatingField } from "#app/components/choices.tsx";
import { TextArea } from "#app/components/fields.tsx";
import { Form, SubmitButton, useServerForm } from "#app/components/form.tsx";
import { Notice } from "#app/components/notice.tsx";
import { Page } from "#app/components/page.tsx";
import { useRefusal } from "#app/components/refused.tsx";
import { findDelivery } from "#app/domain/reviews/queries.server.ts";
import { reviewBooking } from "#app/domain/reviews/review.server.ts";
import { reviewFixedAt, reviewStanding } from "#app/domain/reviews/review.ts";
import { submit } from "#app/http/forms.server.ts";
import { idParam, notFound } from "#app/http/params.server.ts";
import { requireResident } from "#app/http/session.server.ts";
import { useFormat, useMessages } from "#app/i18n/messages.ts";
import { titled } from "#app/i18n/titled.ts";
import { paths } from "#app/paths.ts";
import { DeliveryFacts } from "./delivery-facts.tsx";

const ReviewForm = z.object({
  overall: z.enum(["1", "2", "3", "4", "5"]).transform(Number),
  comment: z.string().trim().max(500).default(""),
});

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { by, at } = await requireResident(request);
  const delivery = (await findDelivery(by, idParam(params.bookingId))) ?? notFound();
  const standing = reviewStanding(delivery, at);
  return { delivery, standing, byProxy: Boolean(by.proxySessionId) };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const act = await requireResident(request);
  const bookingId = idParam<"booking">(params.bookingId);
  return submit(request, ReviewForm, async (said) => {
    await reviewBooking(act, { bookingId, ...said });
    return redirect(paths.resident.booking(bookingId), 303);
  });
}

export const meta: MetaFunction = (args) => titled(args, ({ delivery }) => delivery.review.title);

export default function Review() {
  const { review, back } = useMessages().delivery;
  const { delivery, standing, byProxy } = useLoaderData<typeof loader>();
  const refused = useRefusal().length > 0;
  return (
    <Page
      title={standing === "change" ? review.change : review.title}
      lead={review.lead}
      back={{ to: paths.resident.booking(delivery.id), label: back }}
      narrow
    >
      <DeliveryFacts delivery={delivery} />
      {byProxy && <Notice kind="waiting">{review.proxy}</Notice>}
      {standing === "fixed" && <Notice kind="info">{review.fixed}</Notice>}
      {standing === "not_now" && <Notice kind="info">{review.notNow}</Notice>}
      {(standing === "new" || standing === "change" || refused) && <RatingForm />}
    </Page>
  );
}

function RatingForm() {
  const { review } = useMessages().delivery;
  const format = useFormat();
  const { delivery } = useLoaderData<typeof loader>();
  const { overall, comment, reviewedAt } = delivery;
  const [form, fields] = useServerForm<typeof ReviewForm>({
    defaultValue: { overall: overall === null ? null : String(overall), comment },
  });
  return (
    <Form form={form}>
      <RatingField field={fields.overall} label={review.overall} />
      <TextArea
        field={fields.comment}
        label={review.comment}
        hint={review.commentHint}
        rows={3}
        maxLength={500}
        optional
      />
      {reviewedAt && <p>{review.changeUntil(format.deadline(reviewFixedAt(reviewedAt)))}</p>}
      <SubmitButton>{overall ? review.change : review.submit}</SubmitButton>
    </Form>
  );
}
