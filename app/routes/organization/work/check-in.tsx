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
import { Page } from "#app/components/page.tsx";
import { checkIn } from "#app/domain/bookings/check-in.server.ts";
import { findWork } from "#app/domain/bookings/work-queries.server.ts";
import { submit } from "#app/http/forms.server.ts";
import { idParam, notFound } from "#app/http/params.server.ts";
import { requireWorker } from "#app/http/session.server.ts";
import { useMessages } from "#app/i18n/messages.ts";
import { titled } from "#app/i18n/titled.ts";
import { paths } from "#app/paths.ts";

const CheckInForm = z.object({
  pin: z
    .string()
    .trim()
    .regex(/^\d{4}$/, { error: "pin" }),
});

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { by } = await requireWorker(request);
  return (await findWork(by, idParam(params.bookingId))) ?? notFound();
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
  const words = useMessages().work.checkIn;
  const { id, resident } = useLoaderData<typeof loader>();
  const [form, fields] = useServerForm<typeof CheckInForm>();
  return (
    <Page
      title={words.title(resident)}
      lead={words.lead}
      back={{ to: paths.work.booking(id), label: resident }}
      narrow
    >
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
    </Page>
  );
}
