import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { Form, SubmitButton, useServerForm } from "#app/components/form.tsx";
import { Page } from "#app/components/page.tsx";
import { removeCertificate } from "#app/domain/organizations/add-certificate.server.ts";
import { listOwnStaff } from "#app/domain/organizations/certificate-queries.server.ts";
import { submit } from "#app/http/forms.server.ts";
import { idParam, notFound } from "#app/http/params.server.ts";
import { requireManager } from "#app/http/session.server.ts";
import { useMessages } from "#app/i18n/messages.ts";
import { titled } from "#app/i18n/titled.ts";
import { paths } from "#app/paths.ts";
import { dayOf } from "#app/values/time.ts";

const RemovalForm = z.object({});

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { by, at } = await requireManager(request);
  const staff = await listOwnStaff(by, dayOf(at));
  const person = staff.find(({ id }) => id === params.workerId) ?? notFound();
  const { kind } = person.certificates.find(({ id }) => id === params.certificateId) ?? notFound();
  return { name: person.name, kind };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const act = await requireManager(request);
  const workerId = idParam<"worker">(params.workerId);
  const certificateId = idParam<"worker_certificate">(params.certificateId);
  return submit(request, RemovalForm, async () => {
    await removeCertificate(act, { workerId, certificateId });
    return redirect(paths.organization.certificates, 303);
  });
}

export const meta: MetaFunction = (args) =>
  titled(args, ({ certificates }) => certificates.staff.remove);

export default function CertificateRemoval() {
  const { staff: words } = useMessages().certificates;
  const { name, kind } = useLoaderData<typeof loader>();
  const [form] = useServerForm<typeof RemovalForm>();
  return (
    <Page
      title={words.removeOf(name, words.kinds[kind])}
      back={{ to: paths.organization.certificates }}
      narrow
    >
      <Form form={form}>
        <p>{words.removalLead}</p>
        <SubmitButton kind="danger">{words.remove}</SubmitButton>
      </Form>
    </Page>
  );
}
