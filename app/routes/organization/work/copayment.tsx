import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { RadioGroup } from "#app/components/choices.tsx";
import { Form, SubmitButton, useServerForm } from "#app/components/form.tsx";
import { Notice } from "#app/components/notice.tsx";
import { Page } from "#app/components/page.tsx";
import { findWork } from "#app/domain/bookings/work-queries.server.ts";
import { copaymentMethods } from "#app/domain/payments/copayment.ts";
import { takeCopayment } from "#app/domain/payments/take-copayment.server.ts";
import { submit } from "#app/http/forms.server.ts";
import { idParam, notFound } from "#app/http/params.server.ts";
import { requireWorker } from "#app/http/session.server.ts";
import { useFormat, useMessages } from "#app/i18n/messages.ts";
import { titled } from "#app/i18n/titled.ts";
import { paths } from "#app/paths.ts";

const CopaymentForm = z.object({ method: z.enum(copaymentMethods) });

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { by } = await requireWorker(request);
  return (await findWork(by, idParam(params.bookingId))) ?? notFound();
}

export async function action({ request, params }: ActionFunctionArgs) {
  const act = await requireWorker(request);
  const bookingId = idParam<"booking">(params.bookingId);
  return submit(request, CopaymentForm, async ({ method }) => {
    await takeCopayment(act, { bookingId, method });
    return redirect(paths.work.booking(bookingId), 303);
  });
}

export const meta: MetaFunction = (args) => titled(args, ({ work }) => work.copayment.submit);

export default function Copayment() {
  const words = useMessages().work.copayment;
  const format = useFormat();
  const { id, resident, residentShare } = useLoaderData<typeof loader>();
  const [form, fields] = useServerForm<typeof CopaymentForm>();
  return (
    <Page
      title={words.title(resident)}
      lead={words.lead(format.money(residentShare))}
      back={{ to: paths.work.booking(id), label: resident }}
      narrow
    >
      <Form form={form}>
        <RadioGroup
          field={fields.method}
          label={words.method}
          options={copaymentMethods.map((value) => ({ value, label: words.methods[value] }))}
        />
        <SubmitButton>{words.submit}</SubmitButton>
      </Form>
      <Notice kind="info">{words.online}</Notice>
    </Page>
  );
}
