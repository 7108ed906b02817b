import type { Manager, Operator } from "#app/domain/act.ts";
import { databaseNow } from "#app/domain/clock.server.ts";
import { checkUpload, type Upload } from "#app/domain/files/upload.ts";
import { addDocument, type DocumentDraft } from "#app/domain/organizations/add-document.server.ts";
import { acceptDocument } from "#app/domain/organizations/check-document.server.ts";
import { openDocument } from "#app/domain/organizations/read-document.server.ts";

const drawing = "BT /F 24 Tf 60 150 Td (SPECIMEN) Tj ET";

/** One page that says that it is none of the real ones. */
const specimen = `%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 280 320]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>endobj
4 0 obj<</Length ${drawing.length}>>stream
${drawing}
endstream endobj
5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj
trailer<</Root 1 0 R>>
%%EOF
`;

/** A PDF that nobody scanned. */
export const makeUpload = (name = "证书.pdf"): Upload => ({
  ...checkUpload(name, new TextEncoder().encode(specimen)),
  scan: "none",
});

/** A document that waits for the operator: the certificate of registration unless told otherwise. */
export async function makeDocument(by: Manager, draft: Partial<DocumentDraft> = {}) {
  const usual = { kind: "registration", grade: null, expiresOn: null } as const;
  const act = { by, at: await databaseNow() };
  const documentId = await addDocument(act, { ...usual, upload: makeUpload(), ...draft });
  return { organizationId: by.organizationId, documentId };
}

/** The same, read and accepted. */
export async function makeAcceptedDocument(
  by: Manager,
  operator: Operator,
  draft: Partial<DocumentDraft> = {},
) {
  const document = await makeDocument(by, draft);
  const act = { by: operator, at: await databaseNow() };
  await openDocument(act, document);
  await acceptDocument(act, document);
  return document;
}
