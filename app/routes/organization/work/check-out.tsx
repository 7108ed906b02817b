import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { TextArea } from "#app/components/fields.tsx";
import { Form, SubmitButton, useServerForm } from "#app/components/form.tsx";
import { Page } from "#app/components/page.tsx";
import { checkOut } from "#app/domain/bookings/check-out.server.ts";
import { findWork } from "#app/domain/bookings/work-queries.server.ts";
import { submit } from "#app/http/forms.server.ts";
import { idParam, notFound } from "#app/http/params.server.ts";
import { requireWorker } from "#app/http/session.server.ts";
import { useMessages } from "#app/i18n/messages.ts";
import { titled } from "#app/i18n/titled.ts";
import { paths } from "#app/paths.ts";

const CheckOutForm = z.object({ note: z.string().trim().min(2).max(500) });

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { by } = await requireWorker(request);
  return (await findWork(by, idParam(params.bookingId))) ?? notFound();
}

export async function action({ request, params }: ActionFunctionArgs) {
  const act = await requireWorker(request);
  const bookingId = idParam<"booking">(params.bookingId);
  return submit(request, CheckOutForm, async ({ note }) => {
    await checkOut(act, { bookingId, note });
    return redirect(paths.work.booking(bookingId), 303);
  });
}

export const meta: MetaFunction = (args) => titled(args, ({ work }) => work.checkOut.submit);

export default function CheckOut() {
  const words = useMessages().work.checkOut;
  const { id, resident } = useLoaderData<typeof loader>();
  const [form, fields] = useServerForm<typeof CheckOutForm>();
  return (
    <Page
      title={words.title(resident)}
      lead={words.lead}
      back={{ to: paths.work.booking(id), label: resident }}
      narrow
    >
      <Form form={form}>
        <TextArea field={fields.note} label={words.note} hint={words.hint} rows={3} minLength={2} />
        <SubmitButton>{words.submit}</SubmitButton>
      </Form>
    </Page>
  );
}
