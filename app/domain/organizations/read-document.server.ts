import { and, eq, sql } from "drizzle-orm";
import type { Act, Manager, Operator } from "#app/domain/act.ts";
import { readFile, type StoredFile } from "#app/domain/files/read.server.ts";
import { record } from "#app/domain/record.server.ts";
import type { Id } from "#app/values/id.ts";
import { db } from "#db/client.server.ts";
import { organizationDocuments } from "#db/schema/organization-documents.ts";
import type { DocumentOf } from "./lock-document.server.ts";

/** The reader's own organization's document. */
export async function readOwnDocument(
  { organizationId }: Manager,
  documentId: Id<"organization_document">,
): Promise<StoredFile | undefined> {
  const [found] = await db
    .select({ fileId: organizationDocuments.fileId })
    .from(organizationDocuments)
    .where(documentOf(organizationId, documentId));
  return found && (await readFile(found.fileId));
}

/** The operator reads a document, which is on record; only then may it be accepted. */
export async function openDocument(
  act: Act<Operator>,
  of: DocumentOf,
): Promise<StoredFile | undefined> {
  const { organizationId, documentId } = of;
  return await db.transaction(async (tx) => {
    const [opened] = await tx
      .update(organizationDocuments)
      .set({
        openedAt: sql`coalesce(${organizationDocuments.openedAt}, ${act.at.toISOString()}::timestamptz)`,
      })
      .where(documentOf(organizationId, documentId))
      .returning({ fileId: organizationDocuments.fileId });
    if (!opened) return undefined;
    await record(tx, act, null, { name: "organization.document_opened", ...of });
    return await readFile(opened.fileId, tx);
  });
}

const documentOf = (organizationId: Id<"organization">, documentId: Id<"organization_document">) =>
  and(
    eq(organizationDocuments.id, documentId),
    eq(organizationDocuments.organizationId, organizationId),
  );
