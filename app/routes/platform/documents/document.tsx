import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { LinkButton } from "#app/components/button.tsx";
import { KeyFacts } from "#app/components/facts.tsx";
import { Form, SubmitButton, useServerForm } from "#app/components/form.tsx";
import { Expires } from "#app/components/organizations/document-table.tsx";
import { Actions, Page } from "#app/components/page.tsx";
import { StatusTag } from "#app/components/status-tag.tsx";
import { acceptDocument } from "#app/domain/organizations/check-document.server.ts";
import { submit } from "#app/http/forms.server.ts";
import { requireOperator } from "#app/http/session.server.ts";
import { useMessages } from "#app/i18n/messages.ts";
import { titled } from "#app/i18n/titled.ts";
import { paths } from "#app/paths.ts";
import { documentIn, findCheckedDocument } from "./find-document.server.ts";

const AcceptanceForm = z.object({});

export async function loader({ request, params }: LoaderFunctionArgs) {
  const act = await requireOperator(request);
  return await findCheckedDocument(act, params);
}

export async function action({ request, params }: ActionFunctionArgs) {
  const act = await requireOperator(request);
  const of = documentIn(params);
  return submit(request, AcceptanceForm, async () => {
    await acceptDocument(act, of);
    return redirect(paths.platform.organization(of.organizationId), 303);
  });
}

export const meta: MetaFunction = (args) =>
  titled(args, ({ certificates }) => certificates.platform.check);

export default function CheckDocument() {
  const { platform, kinds, list, scan: scans, grade: grades } = useMessages().certificates;
  const { id, organizationId, organization, kind, grade, expiresOn, openedAt, today, ...file } =
    useLoaderData<typeof loader>();
  const [form] = useServerForm<typeof AcceptanceForm>();
  return (
    <Page
      title={platform.title(kinds[kind])}
      lead={organization}
      back={{ to: paths.platform.organization(organizationId), label: organization }}
      status={
        <StatusTag kind={openedAt ? "done" : "waiting"}>
          {openedAt ? platform.read : platform.unread}
        </StatusTag>
      }
      narrow
    >
      <KeyFacts
        facts={[
          { label: list.kind, value: kinds[kind] },
          { label: grades.label, value: grade && grades.of(grade) },
          { label: list.expires, value: <Expires today={today} expiresOn={expiresOn} /> },
          { label: list.file, value: `${file.fileName} ${scans[file.scan]}` },
          { label: platform.digest, value: <code>{file.digest}</code> },
        ]}
      />
      <Actions>
        <LinkButton to={paths.platform.documentFile(organizationId, id)}>
          {platform.open}
        </LinkButton>
      </Actions>
      <Form form={form}>
        <p>{platform.acceptWords}</p>
        {grade && <p>{platform.gradeWords(grades.of(grade))}</p>}
        <SubmitButton>{platform.accept}</SubmitButton>
      </Form>
      <Actions>
        <LinkButton kind="danger" to={paths.platform.documentRejection(organizationId, id)}>
          {platform.reject}
        </LinkButton>
      </Actions>
    </Page>
  );
}
