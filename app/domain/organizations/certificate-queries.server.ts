import { and, asc, count, countDistinct, eq, isNull, sql } from "drizzle-orm";
import type { Act, Manager, Operator } from "#app/domain/act.ts";
import { readFile, type StoredFile } from "#app/domain/files/read.server.ts";
import { record } from "#app/domain/record.server.ts";
import { unsealText } from "#app/domain/residents/sealed-fields.server.ts";
import type { Id } from "#app/values/id.ts";
import type { Day } from "#app/values/time.ts";
import { db } from "#db/client.server.ts";
import { files } from "#db/schema/files.ts";
import { workers } from "#db/schema/organizations.ts";
import { offers, offerWorkers } from "#db/schema/services.ts";
import { workerCertificates } from "#db/schema/worker-certificates.ts";
import { warningsOf } from "./certificate.ts";

/** Everybody who delivers for the manager's organization, with her certificates and what is wrong with those she needs. */
export const listOwnStaff = (by: Manager, today: Day) => listStaff(by.organizationId, today);

/** The same of any organization, for the operator. */
export const listStaffToRead = (_by: Operator, organizationId: Id<"organization">, today: Day) =>
  listStaff(organizationId, today);

async function listStaff(organizationId: Id<"organization">, today: Day) {
  const [people, delivered, held] = await Promise.all([
    db
      .select({ id: workers.id, name: workers.name })
      .from(workers)
      .where(and(eq(workers.organizationId, organizationId), workers.active))
      .orderBy(asc(workers.name), asc(workers.id)),
    db
      .selectDistinct({ workerId: offerWorkers.workerId, serviceType: offers.serviceType })
      .from(offerWorkers)
      .innerJoin(offers, eq(offers.id, offerWorkers.offerId))
      .where(eq(offers.organizationId, organizationId)),
    db
      .select({
        id: workerCertificates.id,
        workerId: workerCertificates.workerId,
        kind: workerCertificates.kind,
        numberSealed: workerCertificates.numberSealed,
        expiresOn: workerCertificates.expiresOn,
        fileName: files.name,
        scan: files.scan,
      })
      .from(workerCertificates)
      .innerJoin(workers, eq(workers.id, workerCertificates.workerId))
      .leftJoin(files, eq(files.id, workerCertificates.fileId))
      .where(and(eq(workers.organizationId, organizationId), isNull(workerCertificates.removedAt)))
      .orderBy(asc(workerCertificates.id)),
  ]);
  return people.map((person) => {
    const certificates = held
      .filter(({ workerId }) => workerId === person.id)
      .map(({ numberSealed, ...rest }) => ({ ...rest, number: unsealText(numberSealed) }));
    const types = delivered
      .filter(({ workerId }) => workerId === person.id)
      .map(({ serviceType }) => serviceType);
    return { ...person, certificates, warnings: warningsOf(types, certificates, today) };
  });
}

/** What everybody may know: how many deliver, and how many of them hold a certificate of a kind that is valid on the day. */
export async function countStaff(organizationId: Id<"organization">, today: Day) {
  const own = and(eq(workers.organizationId, organizationId), workers.active);
  const valid = and(
    own,
    isNull(workerCertificates.removedAt),
    sql`coalesce(${workerCertificates.expiresOn} >= ${today}, true)`,
  );
  const [[all], kinds] = await Promise.all([
    db.select({ people: count() }).from(workers).where(own),
    db
      .select({ kind: workerCertificates.kind, people: countDistinct(workerCertificates.workerId) })
      .from(workerCertificates)
      .innerJoin(workers, eq(workers.id, workerCertificates.workerId))
      .where(valid)
      .groupBy(workerCertificates.kind)
      .orderBy(workerCertificates.kind),
  ]);
  return { people: all?.people ?? 0, kinds };
}

/** The file of a certificate of the reader's own organization. */
export const readOwnCertificate = (by: Manager, certificateId: Id<"worker_certificate">) =>
  readCertificate(by.organizationId, certificateId);

/** The operator reads the file of a certificate, which is on record. */
export async function openCertificate(
  act: Act<Operator>,
  organizationId: Id<"organization">,
  certificateId: Id<"worker_certificate">,
): Promise<StoredFile | undefined> {
  const file = await readCertificate(organizationId, certificateId);
  if (!file) return undefined;
  await db.transaction((tx) =>
    record(tx, act, null, { name: "worker.certificate_opened", certificateId }),
  );
  return file;
}

async function readCertificate(
  organizationId: Id<"organization">,
  certificateId: Id<"worker_certificate">,
) {
  const [found] = await db
    .select({ fileId: workerCertificates.fileId })
    .from(workerCertificates)
    .innerJoin(workers, eq(workers.id, workerCertificates.workerId))
    .where(
      and(
        eq(workerCertificates.id, certificateId),
        eq(workers.organizationId, organizationId),
        isNull(workerCertificates.removedAt),
      ),
    );
  return found?.fileId ? await readFile(found.fileId) : undefined;
}
