import { sql } from "drizzle-orm";
import { index, pgEnum, pgTable } from "drizzle-orm/pg-core";
import { certificateKinds } from "#app/domain/organizations/certificate.ts";
import { users } from "./accounts.ts";
import { bytes, calendarDay, id, instant, primaryId } from "./columns.ts";
import { files } from "./files.ts";
import { workers } from "./organizations.ts";

export const certificateKind = pgEnum("worker_certificate_kind", certificateKinds);

/** What somebody who delivers holds. Read by her organization and the operator alone; the public sees counts. */
export const workerCertificates = pgTable(
  "worker_certificates",
  {
    id: primaryId<"worker_certificate">(),
    workerId: id<"worker">()
      .notNull()
      .references(() => workers.id),
    kind: certificateKind().notNull(),
    /** Often an ID number in disguise. */
    numberSealed: bytes().notNull(),
    /** The last day on which it is valid. */
    expiresOn: calendarDay(),
    fileId: id<"file">().references(() => files.id),
    addedAt: instant().notNull(),
    addedBy: id<"user">()
      .notNull()
      .references(() => users.id),
    removedAt: instant(),
    remindedAt: instant(),
  },
  (certificate) => [
    index("worker_certificates_of_worker")
      .on(certificate.workerId)
      .where(sql`${certificate.removedAt} is null`),
    index("worker_certificates_expiring")
      .on(certificate.expiresOn)
      .where(sql`${certificate.removedAt} is null and ${certificate.remindedAt} is null`),
  ],
);
