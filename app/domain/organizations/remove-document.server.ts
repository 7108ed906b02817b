import { eq } from "drizzle-orm";
import type { Act, Manager } from "#app/domain/act.ts";
import { step } from "#app/domain/lifecycle.ts";
import { record } from "#app/domain/record.server.ts";
import type { Id } from "#app/values/id.ts";
import { db } from "#db/client.server.ts";
import { organizationDocuments } from "#db/schema/organization-documents.ts";
import { documentLifecycle } from "./document.ts";
import { lockOrganization } from "./lock.server.ts";
import { lockDocument } from "./lock-document.server.ts";

/** An organization takes back a document that was not accepted. */
export async function removeDocument(act: Act<Manager>, documentId: Id<"organization_document">) {
  const { organizationId } = act.by;
  await db.transaction(async (tx) => {
    await lockOrganization(tx, organizationId);
    const document = await lockDocument(tx, { organizationId, documentId });
    const state = step(documentLifecycle, document.state, "remove");
    await tx
      .update(organizationDocuments)
      .set({ state })
      .where(eq(organizationDocuments.id, documentId));
    await record(tx, act, null, {
      name: "organization.document_removed",
      organizationId,
      documentId,
    });
  });
}
