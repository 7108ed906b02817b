import { and, eq } from "drizzle-orm";
import { Refusal } from "#app/domain/refusal.ts";
import type { Id } from "#app/values/id.ts";
import type { Tx } from "#db/client.server.ts";
import { organizationDocuments } from "#db/schema/organization-documents.ts";

/** Which document of which organization. */
export type DocumentOf = {
  organizationId: Id<"organization">;
  documentId: Id<"organization_document">;
};

/** A document of the organization named, locked; its organization is locked first by whoever decides about both. */
export async function lockDocument(tx: Tx, { organizationId, documentId }: DocumentOf) {
  const [document] = await tx
    .select()
    .from(organizationDocuments)
    .where(
      and(
        eq(organizationDocuments.id, documentId),
        eq(organizationDocuments.organizationId, organizationId),
      ),
    )
    .for("update");
  if (!document) throw new Refusal("not_found");
  return document;
}
