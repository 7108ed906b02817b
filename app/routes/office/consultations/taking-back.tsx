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
import { takeDraftBack } from "#app/domain/consultations/take-back.server.ts";
import { findProblems } from "#app/domain/tenders/office-queries.server.ts";
import { submit } from "#app/http/forms.server.ts";
import { idParam, notFound } from "#app/http/params.server.ts";
import { requireOffice } from "#app/http/session.server.ts";
import { useMessages } from "#app/i18n/messages.ts";
import { titled } from "#app/i18n/titled.ts";
import { paths } from "#app/paths.ts";

const TakingBackForm = z.object({ reason: z.string().trim().min(5).max(1000) });

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { by } = await requireOffice(request, "officer");
  const tenderId = idParam<"tender">(params.tenderId);
  const { status } = (await findProblems(by, tenderId)) ?? notFound();
  return { id: tenderId, open: status === "consulting" };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const act = await requireOffice(request, "officer");
  const tenderId = idParam<"tender">(params.tenderId);
  return submit(request, TakingBackForm, async ({ reason }) => {
    await takeDraftBack(act, { tenderId, reason });
    return redirect(paths.office.tender(tenderId), 303);
  });
}

export const meta: MetaFunction = (args) =>
  titled(args, ({ consultation }) => consultation.office.takeBack);

export default function TakingBack() {
  const { office: words } = useMessages().consultation;
  const { id, open } = useLoaderData<typeof loader>();
  const [form, fields] = useServerForm<typeof TakingBackForm>();
  return (
    <Page
      title={words.takeBack}
      lead={words.takeBackLead}
      back={{ to: paths.office.tender(id) }}
      narrow
    >
      <WhileOpen open={open} to={paths.office.tender(id)}>
        <Form form={form}>
          <TextArea
            field={fields.reason}
            label={words.reason}
            hint={words.reasonHint}
            minLength={5}
            maxLength={1000}
          />
          <SubmitButton>{words.takeBackSubmit}</SubmitButton>
        </Form>
      </WhileOpen>
    </Page>
  );
}
