import { addCertificate } from "#app/domain/organizations/add-certificate.server.ts";
import { certificateKinds } from "#app/domain/organizations/certificate.ts";
import { openDocument } from "#app/domain/organizations/read-document.server.ts";
import { suspendOrganization } from "#app/domain/organizations/suspend.server.ts";
import { paths } from "#app/paths.ts";
import { actOf, makeManager, makeOperator, makeWorker } from "#db/seed/factories/accounts.ts";
import { makeAcceptedDocument, makeDocument, makeUpload } from "#db/seed/factories/documents.ts";
import type { FormRow } from "./form-row.ts";

const { platform, organization } = paths;
const file = (content: BlobPart, name: string) => new File([content], name);
const pdf = file(new Uint8Array(makeUpload().bytes), "证书.pdf");

/** A document that the operator has read, and one that she has accepted. */
async function read() {
  const operator = await makeOperator();
  const manager = await makeManager();
  const waiting = await makeDocument(manager);
  await openDocument(await actOf(operator), waiting);
  const accepted = await makeAcceptedDocument(await makeManager(), operator);
  return { who: operator.userId, manager, waiting, accepted };
}

/** An organization that is suspended, and one that is not. */
async function suspended() {
  const operator = await makeOperator();
  const { organizationId } = await makeManager();
  const wish = { organizationId, reason: "挪用老人押金，经街道核实。", pausesServices: false };
  await suspendOrganization(await actOf(operator), wish);
  const { organizationId: otherId } = await makeManager();
  return { who: operator.userId, organizationId, otherId };
}

export const certificateRows: FormRow[] = [
  {
    route: "routes/organization/documents/new.tsx",
    asks: ["kind", "file"],
    wrong: {
      "a grade without its number": [{ kind: "grade", grade: "" }, "grade"],
      "an empty file": [{ file: file("", "证书.pdf") }],
      "a program": [{ file: file("MZ\u0090\u0000", "证书.exe") }],
      "a program that says it is a PDF": [{ file: file("MZ\u0090\u0000", "证书.pdf") }],
      "a word instead of a file": [{ file: "证书.pdf" }],
    },
    setting: async () => {
      const { userId: who } = await makeManager();
      const right = { kind: "registration", grade: "", file: pdf };
      return { who, right, address: organization.newDocument };
    },
  },
  {
    route: "routes/organization/documents/removal.tsx",
    setting: async () => {
      const { manager, waiting } = await read();
      const { userId: stranger } = await makeManager();
      const address = organization.documentRemoval(waiting.documentId);
      return { who: manager.userId, stranger, address };
    },
  },
  {
    route: "routes/organization/certificates/new.tsx",
    asks: ["workerId", "kind", "number"],
    wrong: {
      "an empty file": [{ file: file("", "证书.pdf") }],
      "a program that says it is a PDF": [{ file: file("MZ\u0090\u0000", "证书.pdf") }],
    },
    setting: async () => {
      const { organizationId, userId: who } = await makeManager();
      await makeWorker(organizationId);
      return { who, right: { file: pdf }, address: organization.newCertificate };
    },
  },
  {
    route: "routes/organization/certificates/removal.tsx",
    setting: async () => {
      const manager = await makeManager();
      const { workerId } = await makeWorker(manager.organizationId);
      const { userId: stranger } = await makeManager();
      const certificateId = await addCertificate(await actOf(manager), {
        ...{ workerId, kind: certificateKinds[0], number: "3301-2026-0001" },
        ...{ expiresOn: null, upload: null },
      });
      const address = organization.certificateRemoval(workerId, certificateId);
      return { who: manager.userId, stranger, address };
    },
  },
  {
    route: "routes/platform/documents/document.tsx",
    setting: async () => {
      const { who, waiting, accepted } = await read();
      const late = platform.document(accepted.organizationId, accepted.documentId);
      return { who, late, address: platform.document(waiting.organizationId, waiting.documentId) };
    },
  },
  {
    route: "routes/platform/documents/rejection.tsx",
    asks: ["reason"],
    setting: async () => {
      const { who, waiting, accepted } = await read();
      const late = platform.documentRejection(accepted.organizationId, accepted.documentId);
      const address = platform.documentRejection(waiting.organizationId, waiting.documentId);
      return { who, late, address };
    },
  },
  {
    route: "routes/platform/suspensions/suspension.tsx",
    asks: ["reason", "services"],
    setting: async () => {
      const { who, organizationId, otherId } = await suspended();
      const late = platform.suspension(organizationId);
      return { who, late, address: platform.suspension(otherId) };
    },
  },
  {
    route: "routes/platform/suspensions/lifting.tsx",
    asks: ["reason"],
    setting: async () => {
      const { who, organizationId, otherId } = await suspended();
      const late = platform.suspensionLifting(otherId);
      return { who, late, address: platform.suspensionLifting(organizationId) };
    },
  },
];
