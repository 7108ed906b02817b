import type { Id } from "#app/values/id.ts";
import type { CertificateKind } from "./certificate.ts";
import type { DocumentKind } from "./document.ts";

type Of = { organizationId: Id<"organization"> };
type DocumentEvent = Of & { documentId: Id<"organization_document"> };
type CertificateEvent = { certificateId: Id<"worker_certificate"> };
type SearchEvent = { searchId: Id<"saved_search"> };

/** What an organization shows of itself, and what the operator decides about it. */
export type OrganizationEvent =
  | ({ name: "organization.registered" } & Of)
  | ({ name: "organization.corrected" } & Of)
  | ({ name: "organization.verified" } & Of)
  | ({ name: "organization.rejected"; reason: string } & Of)
  | ({ name: "organization.suspended"; reason: string; pausesServices: boolean } & Of)
  | ({ name: "organization.suspension_lifted"; reason: string } & Of)
  | ({ name: "organization.document_added"; kind: DocumentKind } & DocumentEvent)
  | ({ name: "organization.document_removed" } & DocumentEvent)
  | ({ name: "organization.document_opened" } & DocumentEvent)
  | ({ name: "organization.document_accepted"; kind: DocumentKind } & DocumentEvent)
  | ({
      name: "organization.document_rejected";
      kind: DocumentKind;
      reason: string;
    } & DocumentEvent)
  | ({
      name: "worker.certificate_added";
      workerId: Id<"worker">;
      kind: CertificateKind;
    } & CertificateEvent)
  | ({ name: "worker.certificate_removed"; workerId: Id<"worker"> } & CertificateEvent)
  | ({ name: "worker.certificate_opened" } & CertificateEvent)
  | ({ name: "search.saved" } & SearchEvent)
  | ({ name: "search.removed" } & SearchEvent)
  | ({ name: "search.notices_set"; notify: boolean } & SearchEvent);
