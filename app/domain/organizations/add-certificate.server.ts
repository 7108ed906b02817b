import { and, eq, isNull } from "drizzle-orm";
import type { Act, Manager } from "#app/domain/act.ts";
import { storeFile } from "#app/domain/files/store.server.ts";
import type { Upload } from "#app/domain/files/upload.ts";
import { record } from "#app/domain/record.server.ts";
import { Refusal } from "#app/domain/refusal.ts";
import { sealText } from "#app/domain/residents/sealed-fields.server.ts";
import type { Id } from "#app/values/id.ts";
import type { Day } from "#app/values/time.ts";
import { db } from "#db/client.server.ts";
import { one } from "#db/rows.ts";
import { workerCertificates } from "#db/schema/worker-certificates.ts";
import { type CertificateKind, MOST_CERTIFICATES } from "./certificate.ts";
import { lockWorker } from "./lock-worker.server.ts";

export type CertificateDraft = {
  workerId: Id<"worker">;
  kind: CertificateKind;
  number: string;
  expiresOn: Day | null;
  upload: Upload | null;
};

/** Notes what a worker holds; one that has expired may be noted too, and warns. */
export async function addCertificate(act: Act<Manager>, draft: CertificateDraft) {
  const { workerId, kind, number, expiresOn, upload } = draft;
  return await db.transaction(async (tx) => {
    await lockWorker(tx, act.by, workerId);
    const held = and(
      eq(workerCertificates.workerId, workerId),
      isNull(workerCertificates.removedAt),
    );
    if ((await tx.$count(workerCertificates, held)) >= MOST_CERTIFICATES) {
      throw new Refusal("certificate.too_many");
    }
    const fileId = upload && (await storeFile(tx, act, upload));
    const added = { addedAt: act.at, addedBy: act.by.userId };
    const values = { workerId, kind, expiresOn, fileId, numberSealed: sealText(number), ...added };
    const { id } = one(await tx.insert(workerCertificates).values(values).returning());
    await record(tx, act, null, {
      name: "worker.certificate_added",
      workerId,
      certificateId: id,
      kind,
    });
    return id;
  });
}

/** The certificate no longer counts for the worker. */
export async function removeCertificate(
  act: Act<Manager>,
  { workerId, certificateId }: { workerId: Id<"worker">; certificateId: Id<"worker_certificate"> },
) {
  await db.transaction(async (tx) => {
    await lockWorker(tx, act.by, workerId);
    const removed = await tx
      .update(workerCertificates)
      .set({ removedAt: act.at })
      .where(
        and(
          eq(workerCertificates.id, certificateId),
          eq(workerCertificates.workerId, workerId),
          isNull(workerCertificates.removedAt),
        ),
      )
      .returning();
    if (removed.length === 0) throw new Refusal("not_found");
    await record(tx, act, null, { name: "worker.certificate_removed", workerId, certificateId });
  });
}
