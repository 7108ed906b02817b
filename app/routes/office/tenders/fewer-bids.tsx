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
import { WhileOpen } from "#app/components/moved-on.tsx";
import { Page } from "#app/components/page.tsx";
import { acceptFewerBids } from "#app/domain/tenders/accept-fewer-bids.server.ts";
import { isFinalRound } from "#app/domain/tenders/method.ts";
import { findOpening } from "#app/domain/tenders/opening-queries.server.ts";
import { submit } from "#app/http/forms.server.ts";
import { idParam, notFound } from "#app/http/params.server.ts";
import { requireOffice } from "#app/http/session.server.ts";
import { useFormat, useMessages } from "#app/i18n/messages.ts";
import { titled } from "#app/i18n/titled.ts";
import { paths } from "#app/paths.ts";

const FewerBidsForm = z.object({ reason: z.string().trim().min(5).max(500) });

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { by } = await requireOffice(request, "officer");
  const opening = (await findOpening(by, idParam(params.tenderId))) ?? notFound();
  const { id, title, status, submitted, opened, minimumBids } = opening;
  const talking = status === "evaluating" && !isFinalRound(opening);
  const left = opened.filter(({ state }) => state === "opened").length;
  const open = talking || (status === "closed" && submitted !== undefined);
  return { id, title, talking, count: submitted ?? left, minimumBids, open };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const act = await requireOffice(request, "officer");
  const tenderId = idParam<"tender">(params.tenderId);
  return submit(request, FewerBidsForm, async ({ reason }) => {
    await acceptFewerBids(act, { tenderId, reason });
    return redirect(paths.office.tender(tenderId), 303);
  });
}

export const meta: MetaFunction = (args) => titled(args, ({ openings }) => openings.fewer.title);

export default function AcceptFewerBids() {
  const { fewer } = useMessages().openings;
  const { id, title, talking, open } = useLoaderData<typeof loader>();
  const from = talking ? paths.office.talks(id) : paths.office.failure(id);
  return (
    <Page title={fewer.title} lead={title} back={{ to: from }} narrow>
      <WhileOpen open={open} to={paths.office.opening(id)}>
        <Why />
      </WhileOpen>
    </Page>
  );
}

function Why() {
  const { fewer } = useMessages().openings;
  const format = useFormat();
  const { talking, count, minimumBids } = useLoaderData<typeof loader>();
  const counts = [format.count(count, "bid"), format.count(minimumBids, "bid")] as const;
  const [form, fields] = useServerForm<typeof FewerBidsForm>();
  return (
    <Form form={form}>
      <p>{talking ? fewer.left(...counts) : fewer.words(...counts)}</p>
      <TextArea
        field={fields.reason}
        label={fewer.reason}
        hint={fewer.reasonHint}
        maxLength={500}
      />
      <SubmitButton>{talking ? fewer.goOn : fewer.submit}</SubmitButton>
    </Form>
  );
}
