import { and, eq, ne } from "drizzle-orm";
import type { Act, Manager } from "#app/domain/act.ts";
import { storeFile } from "#app/domain/files/store.server.ts";
import type { Upload } from "#app/domain/files/upload.ts";
import { record } from "#app/domain/record.server.ts";
import { Refusal } from "#app/domain/refusal.ts";
import type { Id } from "#app/values/id.ts";
import { type Day, dayOf } from "#app/values/time.ts";
import { db } from "#db/client.server.ts";
import { one } from "#db/rows.ts";
import { organizationDocuments } from "#db/schema/organization-documents.ts";
import { type DocumentKind, type Grade, MOST_DOCUMENTS } from "./document.ts";
import { lockOrganization } from "./lock.server.ts";

export type DocumentDraft = {
  kind: DocumentKind;
  /** Of a grade's certificate alone, which also has a last day. */
  grade: Grade | null;
  expiresOn: Day | null;
  upload: Upload;
};

/** An organization shows a document, which waits for the operator to read it. */
export async function addDocument(
  act: Act<Manager>,
  { kind, grade, expiresOn, upload }: DocumentDraft,
): Promise<Id<"organization_document">> {
  const { organizationId, userId: addedBy } = act.by;
  return await db.transaction(async (tx) => {
    await lockOrganization(tx, organizationId);
    if (expiresOn && expiresOn < dayOf(act.at)) throw new Refusal("document.expired");
    const shown = and(
      eq(organizationDocuments.organizationId, organizationId),
      ne(organizationDocuments.state, "removed"),
    );
    if ((await tx.$count(organizationDocuments, shown)) >= MOST_DOCUMENTS) {
      throw new Refusal("document.too_many");
    }
    const fileId = await storeFile(tx, act, upload);
    const values = { organizationId, kind, grade, expiresOn, fileId, addedAt: act.at, addedBy };
    const { id } = one(await tx.insert(organizationDocuments).values(values).returning());
    const added = { name: "organization.document_added", organizationId, documentId: id } as const;
    await record(tx, act, null, { ...added, kind });
    return id;
  });
}
