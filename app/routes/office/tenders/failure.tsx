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
import { LinkList, Page } from "#app/components/page.tsx";
import { failForTooFewBids } from "#app/domain/tenders/fail.server.ts";
import { findOpening } from "#app/domain/tenders/opening-queries.server.ts";
import { submit } from "#app/http/forms.server.ts";
import { idParam, notFound } from "#app/http/params.server.ts";
import { requireOffice } from "#app/http/session.server.ts";
import { useFormat, useMessages } from "#app/i18n/messages.ts";
import { titled } from "#app/i18n/titled.ts";
import { paths } from "#app/paths.ts";

const FailureForm = z.object({ reason: z.string().trim().min(5).max(500) });

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { by } = await requireOffice(request, "officer");
  const opening = (await findOpening(by, idParam(params.tenderId))) ?? notFound();
  const { id, title, status, submitted, minimumBids, reducedBids } = opening;
  const open = status === "closed" && submitted !== undefined;
  const fewer = open && reducedBids !== null && submitted >= reducedBids && submitted < minimumBids;
  return { id, title, submitted: submitted ?? 0, minimumBids, fewer, open };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const act = await requireOffice(request, "officer");
  const tenderId = idParam<"tender">(params.tenderId);
  return submit(request, FailureForm, async ({ reason }) => {
    await failForTooFewBids(act, { tenderId, reason });
    return redirect(paths.office.tender(tenderId), 303);
  });
}

export const meta: MetaFunction = (args) => titled(args, ({ openings }) => openings.failure.title);

export default function FailTender() {
  const { failure } = useMessages().openings;
  const { id, title, fewer, open } = useLoaderData<typeof loader>();
  return (
    <Page title={failure.title} lead={title} back={{ to: paths.office.opening(id) }} narrow>
      <WhileOpen open={open} to={paths.office.opening(id)}>
        <Why />
      </WhileOpen>
      {fewer && <LinkList links={[{ to: paths.office.fewerBids(id), label: failure.fewer }]} />}
    </Page>
  );
}

function Why() {
  const { failure } = useMessages().openings;
  const format = useFormat();
  const { submitted, minimumBids } = useLoaderData<typeof loader>();
  const usual = failure.usual(format.count(submitted, "bid"), format.count(minimumBids, "bid"));
  const [form, fields] = useServerForm<typeof FailureForm>({ defaultValue: { reason: usual } });
  return (
    <Form form={form}>
      <p>{failure.words}</p>
      <TextArea
        field={fields.reason}
        label={failure.reason}
        hint={failure.reasonHint}
        maxLength={500}
      />
      <SubmitButton kind="danger">{failure.submit}</SubmitButton>
    </Form>
  );
}
