import { and, eq, isNull, lte } from "drizzle-orm";
import { databaseNow } from "#app/domain/clock.server.ts";
import { writeToOrganization } from "#app/domain/mail/write.server.ts";
import { addDays, dayOf } from "#app/values/time.ts";
import { db } from "#db/client.server.ts";
import { organizationDocuments } from "#db/schema/organization-documents.ts";
import { workers } from "#db/schema/organizations.ts";
import { workerCertificates } from "#db/schema/worker-certificates.ts";
import { REMIND_DAYS } from "./document.ts";

/** Tells organizations by mail, once a document, that one of theirs expires within the month; answers how many were told of. */
export async function remindOfDocuments(): Promise<number> {
  return await db.transaction(async (tx) => {
    const at = await databaseNow(tx);
    const expiring = await tx
      .update(organizationDocuments)
      .set({ remindedAt: at })
      .where(
        and(
          eq(organizationDocuments.state, "accepted"),
          isNull(organizationDocuments.remindedAt),
          lte(organizationDocuments.expiresOn, addDays(dayOf(at), REMIND_DAYS)),
        ),
      )
      .returning();
    for (const { id, organizationId, kind, expiresOn } of expiring) {
      if (!expiresOn) continue;
      const letter = { kind: "document.expiring", about: { kind, expiresOn } } as const;
      await writeToOrganization(tx, organizationId, { key: `expiring:${id}`, at, letter });
    }
    return expiring.length;
  });
}

/** The same of the certificates of those who deliver. */
export async function remindOfCertificates(): Promise<number> {
  return await db.transaction(async (tx) => {
    const at = await databaseNow(tx);
    const expiring = await tx
      .update(workerCertificates)
      .set({ remindedAt: at })
      .from(workers)
      .where(
        and(
          eq(workers.id, workerCertificates.workerId),
          workers.active,
          isNull(workerCertificates.removedAt),
          isNull(workerCertificates.remindedAt),
          lte(workerCertificates.expiresOn, addDays(dayOf(at), REMIND_DAYS)),
        ),
      )
      .returning({
        id: workerCertificates.id,
        kind: workerCertificates.kind,
        expiresOn: workerCertificates.expiresOn,
        worker: workers.name,
        organizationId: workers.organizationId,
      });
    for (const { id, organizationId, worker, kind, expiresOn } of expiring) {
      if (!expiresOn) continue;
      const letter = { kind: "certificate.expiring", about: { worker, kind, expiresOn } } as const;
      await writeToOrganization(tx, organizationId, { key: `expiring:${id}`, at, letter });
    }
    return expiring.length;
  });
}
