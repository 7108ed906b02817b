import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { KeyFacts } from "#app/components/facts.tsx";
import { Form, SubmitButton, useServerForm } from "#app/components/form.tsx";
import { Notice } from "#app/components/notice.tsx";
import { Page } from "#app/components/page.tsx";
import { readAddress } from "#app/domain/bookings/read-address.server.ts";
import { findWork } from "#app/domain/bookings/work-queries.server.ts";
import { submit } from "#app/http/forms.server.ts";
import { idParam, notFound } from "#app/http/params.server.ts";
import { requireWorker } from "#app/http/session.server.ts";
import { useMessages } from "#app/i18n/messages.ts";
import { titled } from "#app/i18n/titled.ts";
import { paths } from "#app/paths.ts";

const ReadingForm = z.object({});

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { by } = await requireWorker(request);
  return (await findWork(by, idParam(params.bookingId))) ?? notFound();
}

/** What was read stands in the answer to the post alone: it has no address at which it could be found again. */
export async function action({ request, params }: ActionFunctionArgs) {
  const act = await requireWorker(request);
  const bookingId = idParam<"booking">(params.bookingId);
  return submit(request, ReadingForm, async () => ({
    read: await readAddress(act, { bookingId }),
  }));
}

export const meta: MetaFunction = (args) => titled(args, ({ work }) => work.address.title);

export default function Address() {
  const words = useMessages().work.address;
  const { id, resident } = useLoaderData<typeof loader>();
  const [form] = useServerForm<typeof ReadingForm>();
  const answer = useActionData<typeof action>();
  return (
    <Page title={words.title} back={{ to: paths.work.booking(id), label: resident }} narrow>
      {answer && "read" in answer ? (
        <>
          <Notice kind="info">{words.lead}</Notice>
          <ReadFacts {...answer.read} />
        </>
      ) : (
        <Form form={form}>
          <p>{words.confirm}</p>
          <SubmitButton>{words.show}</SubmitButton>
        </Form>
      )}
    </Page>
  );
}

type Read = Awaited<ReturnType<typeof readAddress>>;

function ReadFacts({ address, phone, note }: Read) {
  const words = useMessages().work.address;
  const { mode } = useLoaderData<typeof loader>();
  const call = phone && <a href={`tel:${phone}`}>{phone}</a>;
  return (
    <KeyFacts
      facts={[
        { label: words.address, value: mode === "seat" ? words.site : (address ?? words.none) },
        { label: words.phone, value: call ?? words.none },
        { label: words.note, value: note ?? words.none },
      ]}
    />
  );
}
