import { eq } from "drizzle-orm";
import type { Act, Operator } from "#app/domain/act.ts";
import { step } from "#app/domain/lifecycle.ts";
import { announce } from "#app/domain/publish-notice.server.ts";
import { record } from "#app/domain/record.server.ts";
import { Refusal } from "#app/domain/refusal.ts";
import { dayOf } from "#app/values/time.ts";
import { db, type Tx } from "#db/client.server.ts";
import { organizationDocuments } from "#db/schema/organization-documents.ts";
import { documentLifecycle } from "./document.ts";
import { lockOrganization } from "./lock.server.ts";
import { type DocumentOf, lockDocument } from "./lock-document.server.ts";

/** The operator has read a document and finds it right: from now on it counts, a grade publicly. */
export async function acceptDocument(act: Act<Operator>, of: DocumentOf) {
  await db.transaction(async (tx) => {
    await lockOrganization(tx, of.organizationId);
    await acceptOne(tx, act, of);
    await announce(tx);
  });
}

/** The operator finds a document wrong, for a reason that the organization reads. */
export async function rejectDocument(act: Act<Operator>, of: DocumentOf, reason: string) {
  await db.transaction(async (tx) => {
    await lockOrganization(tx, of.organizationId);
    const document = await lockDocument(tx, of);
    const state = step(documentLifecycle, document.state, "reject");
    await tx
      .update(organizationDocuments)
      .set({ state, rejectedReason: reason, checkedAt: act.at, checkedBy: act.by.userId })
      .where(eq(organizationDocuments.id, document.id));
    const { kind } = document;
    await record(tx, act, null, { name: "organization.document_rejected", ...of, kind, reason });
  });
}

/** One document of a locked organization becomes accepted; refused while nobody has read it, and once it has expired. */
export async function acceptOne(tx: Tx, act: Act<Operator>, of: DocumentOf) {
  const document = await lockDocument(tx, of);
  const state = step(documentLifecycle, document.state, "accept");
  const { id, kind, openedAt, expiresOn } = document;
  if (!openedAt) throw new Refusal("document.unread");
  if (expiresOn && expiresOn < dayOf(act.at)) throw new Refusal("document.expired");
  await tx
    .update(organizationDocuments)
    .set({ state, checkedAt: act.at, checkedBy: act.by.userId })
    .where(eq(organizationDocuments.id, id));
  await record(tx, act, null, { name: "organization.document_accepted", ...of, kind });
}
