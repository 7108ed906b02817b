import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { LinkButton } from "#app/components/button.tsx";
import { Notice } from "#app/components/notice.tsx";
import { StaffCertificates } from "#app/components/organizations/staff-certificates.tsx";
import { Suspensions } from "#app/components/organizations/suspensions.tsx";
import { Actions, Page, Section } from "#app/components/page.tsx";
import { StatusTag } from "#app/components/status-tag.tsx";
import { listStaffToRead } from "#app/domain/organizations/certificate-queries.server.ts";
import { proofOf } from "#app/domain/organizations/document.ts";
import { listDocumentsToRead } from "#app/domain/organizations/document-queries.server.ts";
import type { OrganizationKind } from "#app/domain/organizations/organization.ts";
import { findOrganizationToCheck } from "#app/domain/organizations/queries.server.ts";
import { listSuspensions } from "#app/domain/organizations/suspension.server.ts";
import { idParam, notFound } from "#app/http/params.server.ts";
import { requireOperator } from "#app/http/session.server.ts";
import { useMessages } from "#app/i18n/messages.ts";
import { titled } from "#app/i18n/titled.ts";
import { paths } from "#app/paths.ts";
import { dayOf } from "#app/values/time.ts";
import { CheckedDocuments } from "./documents/checked-documents.tsx";
import { OrganizationFacts } from "./organization-facts.tsx";
import { standingMarks } from "./standing-marks.ts";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { by, at } = await requireOperator(request);
  const id = idParam<"organization">(params.organizationId);
  const today = dayOf(at);
  const [organization, documents, suspensions, staff] = await Promise.all([
    findOrganizationToCheck(by, id),
    listDocumentsToRead(by, id),
    listSuspensions(id),
    listStaffToRead(by, id, today),
  ]);
  return { ...(organization ?? notFound()), documents, suspensions, staff, today };
}

export const meta: MetaFunction<typeof loader> = (args) =>
  titled(args, ({ organizations }, found) => found?.name ?? organizations.platform.home.title);

export default function OrganizationToCheck() {
  const { organizations, certificates, suspensions: words } = useMessages();
  const { standing: standings, platform } = organizations;
  const organization = useLoaderData<typeof loader>();
  const { id, standing, rejectedReason, documents, today, suspension, suspensions, staff } =
    organization;
  return (
    <Page
      title={organization.name}
      back={{ to: paths.platform.organizations }}
      status={<StatusTag kind={standingMarks[standing]}>{standings[standing]}</StatusTag>}
    >
      <OrganizationFacts organization={organization} />
      {standing === "verified" && <Notice kind="success">{platform.check.decided}</Notice>}
      {standing === "rejected" && (
        <Notice kind="info" title={platform.check.rejected}>
          <p>{rejectedReason}</p>
        </Notice>
      )}
      <Section title={certificates.platform.documents} note={certificates.platform.documentsNote}>
        <CheckedDocuments organizationId={id} documents={documents} today={today} />
      </Section>
      <Section title={certificates.staff.title}>
        <StaffCertificates
          staff={staff}
          today={today}
          empty={certificates.platform.staffEmpty}
          fileOf={(certificateId) => paths.platform.certificateFile(id, certificateId)}
        />
      </Section>
      {standing !== "verified" && <Decision organization={organization} />}
      <Suspensions suspensions={suspensions} />
      {standing === "verified" && (
        <Actions>
          {suspension ? (
            <LinkButton to={paths.platform.suspensionLifting(id)}>{words.lift}</LinkButton>
          ) : (
            <LinkButton kind="danger" to={paths.platform.suspension(id)}>
              {words.suspend}
            </LinkButton>
          )}
        </Actions>
      )}
    </Page>
  );
}

type Decided = {
  id: string;
  kind: OrganizationKind;
  standing: string;
  documents: { kind: string }[];
};

function Decision({ organization: { id, kind, standing, documents } }: { organization: Decided }) {
  const { organizations, certificates } = useMessages();
  const { check } = organizations.platform;
  const registered = documents.some((document) => document.kind === proofOf[kind]);
  return (
    <Section title={check.howTo}>
      <p>{check.steps[kind]}</p>
      {!registered && <Notice kind="waiting">{certificates.platform.missing[kind]}</Notice>}
      <Actions>
        {registered && (
          <LinkButton kind="main" to={paths.platform.verification(id)}>
            {check.verify}
          </LinkButton>
        )}
        {standing === "waiting" && (
          <LinkButton kind="danger" to={paths.platform.rejection(id)}>
            {check.reject}
          </LinkButton>
        )}
      </Actions>
    </Section>
  );
}
