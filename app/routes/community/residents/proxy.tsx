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
import { findNeighbour } from "#app/domain/residents/neighbours.server.ts";
import { startProxySession } from "#app/domain/residents/proxy.server.ts";
import { submit } from "#app/http/forms.server.ts";
import { idParam, notFound } from "#app/http/params.server.ts";
import { requireCommunityWorker } from "#app/http/session.server.ts";
import { useMessages } from "#app/i18n/messages.ts";
import { titled } from "#app/i18n/titled.ts";
import { paths } from "#app/paths.ts";

const ProxyForm = z.object({ reason: z.string().trim().min(4).max(100) });

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { by } = await requireCommunityWorker(request);
  const { id, name } = (await findNeighbour(by, idParam(params.residentId))) ?? notFound();
  return { id, name };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const act = await requireCommunityWorker(request);
  const residentId = idParam<"resident">(params.residentId);
  return submit(request, ProxyForm, async ({ reason }) => {
    await startProxySession(act, { residentId, reason });
    return redirect(paths.resident.home, 303);
  });
}

export const meta: MetaFunction<typeof loader> = (args) =>
  titled(args, ({ community }, resident) => community.proxy.title(resident?.name ?? ""));

export default function StartProxy() {
  const { proxy } = useMessages().community;
  const { id, name } = useLoaderData<typeof loader>();
  const [form, fields] = useServerForm<typeof ProxyForm>();
  return (
    <Page
      title={proxy.title(name)}
      lead={proxy.lead}
      back={{ to: paths.community.resident(id), label: name }}
      narrow
    >
      <Form form={form}>
        <TextField
          field={fields.reason}
          label={proxy.reason}
          hint={proxy.reasonHint}
          minLength={4}
          maxLength={100}
        />
        <SubmitButton>{proxy.submit}</SubmitButton>
      </Form>
    </Page>
  );
}
