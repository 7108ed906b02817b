import { and, asc, eq, inArray } from "drizzle-orm";
import type { Act, Operator } from "#app/domain/act.ts";
import { announce } from "#app/domain/publish-notice.server.ts";
import { record } from "#app/domain/record.server.ts";
import { Refusal } from "#app/domain/refusal.ts";
import type { Id } from "#app/values/id.ts";
import { db, type Tx } from "#db/client.server.ts";
import { organizationDocuments } from "#db/schema/organization-documents.ts";
import { organizations } from "#db/schema/organizations.ts";
import { acceptOne } from "./check-document.server.ts";
import { proofOf } from "./document.ts";
import { lockOrganization } from "./lock.server.ts";

export type Verification = {
  organizationId: Id<"organization">;
  /** The documents that the operator was shown as waiting; accepted with the organization. */
  documents: readonly Id<"organization_document">[];
};

/**
 * The operator has checked the organization and read its documents: from now on it is listed publicly and may bid.
 * Refused without the proof that its kind has to show, and when the documents are no longer those that she was shown.
 */
export async function verifyOrganization(
  act: Act<Operator>,
  { organizationId, documents: shown }: Verification,
) {
  await db.transaction(async (tx) => {
    const { standing, kind: ofKind } = await lockOrganization(tx, organizationId);
    if (standing === "verified") throw new Refusal("lifecycle.not_now");
    const documents = await listLive(tx, organizationId);
    if (!documents.some(({ kind }) => kind === proofOf[ofKind])) {
      throw new Refusal(ofKind === "team" ? "organization.no_roll" : "organization.no_certificate");
    }
    const waiting = documents.filter(({ state }) => state === "waiting").map(({ id }) => id);
    if (waiting.length !== shown.length || !waiting.every((id) => shown.includes(id))) {
      throw new Refusal("organization.documents_changed");
    }
    for (const documentId of waiting) await acceptOne(tx, act, { organizationId, documentId });
    await tx
      .update(organizations)
      .set({ verifiedAt: act.at, verifiedBy: act.by.userId, rejectedReason: null })
      .where(eq(organizations.id, organizationId));
    await record(tx, act, null, { name: "organization.verified", organizationId });
    await announce(tx);
  });
}

const listLive = (tx: Tx, organizationId: Id<"organization">) =>
  tx
    .select({
      id: organizationDocuments.id,
      kind: organizationDocuments.kind,
      state: organizationDocuments.state,
    })
    .from(organizationDocuments)
    .where(
      and(
        eq(organizationDocuments.organizationId, organizationId),
        inArray(organizationDocuments.state, ["waiting", "accepted"]),
      ),
    )
    .orderBy(asc(organizationDocuments.id));
