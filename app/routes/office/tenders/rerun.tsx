import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { Form, SubmitButton, useServerForm } from "#app/components/form.tsx";
import { MovedOn } from "#app/components/moved-on.tsx";
import { Page } from "#app/components/page.tsx";
import { findEnded } from "#app/domain/tenders/next-rank-queries.server.ts";
import { rerunTender } from "#app/domain/tenders/rerun.server.ts";
import { submit } from "#app/http/forms.server.ts";
import { idParam, notFound } from "#app/http/params.server.ts";
import { requireOffice } from "#app/http/session.server.ts";
import { useFormat, useMessages } from "#app/i18n/messages.ts";
import { titled } from "#app/i18n/titled.ts";
import { paths } from "#app/paths.ts";

const RerunForm = z.object({});

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { by } = await requireOffice(request, "officer");
  return (await findEnded(by, idParam(params.tenderId))) ?? notFound();
}

export async function action({ request, params }: ActionFunctionArgs) {
  const act = await requireOffice(request, "officer");
  const tenderId = idParam<"tender">(params.tenderId);
  return submit(request, RerunForm, async () => {
    return redirect(paths.office.editTender(await rerunTender(act, tenderId)), 303);
  });
}

export const meta: MetaFunction = (args) => titled(args, ({ nextRank }) => nextRank.rerun.title);

export default function Rerun() {
  const { rerun: words } = useMessages().nextRank;
  const { list } = useFormat();
  const { id, title, ended, barred } = useLoaderData<typeof loader>();
  const [form] = useServerForm<typeof RerunForm>();
  return (
    <Page title={words.title} lead={title} back={{ to: paths.office.tender(id) }} narrow>
      {ended ? (
        <>
          <p>{words.effect}</p>
          {barred.length > 0 && <p>{words.barred(list(barred))}</p>}
          <Form form={form}>
            <SubmitButton>{words.submit}</SubmitButton>
          </Form>
        </>
      ) : (
        <MovedOn to={paths.office.tender(id)} />
      )}
    </Page>
  );
}
