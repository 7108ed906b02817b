import { and, asc, eq, isNotNull, type SQL } from "drizzle-orm";
import type { OfficeStaff } from "#app/domain/act.ts";
import { readFile, type StoredFile } from "#app/domain/files/read.server.ts";
import type { Id } from "#app/values/id.ts";
import { db } from "#db/client.server.ts";
import { tenderEvidence } from "#db/schema/evidence.ts";
import { files } from "#db/schema/files.ts";
import { tenders } from "#db/schema/tenders.ts";
import type { EvidenceOf } from "./evidence.server.ts";

/** The evidence of the office's tender, in the order in which it came. */
export const listOwnEvidence = ({ officeId }: OfficeStaff, tenderId: Id<"tender">) =>
  listEvidence(tenderId, eq(tenders.officeId, officeId));

/** The evidence of a published tender, for everybody. */
export const listPublishedEvidence = (tenderId: Id<"tender">) =>
  listEvidence(tenderId, isNotNull(tenders.publishedAt));

export type ListedEvidence = Awaited<ReturnType<typeof listPublishedEvidence>>[number];

const listEvidence = (tenderId: Id<"tender">, visible: SQL) =>
  db
    .select({
      id: tenderEvidence.id,
      title: tenderEvidence.title,
      fileName: files.name,
      size: files.size,
      digest: files.digest,
      addedAt: tenderEvidence.addedAt,
    })
    .from(tenderEvidence)
    .innerJoin(tenders, eq(tenders.id, tenderEvidence.tenderId))
    .innerJoin(files, eq(files.id, tenderEvidence.fileId))
    .where(and(eq(tenderEvidence.tenderId, tenderId), visible))
    .orderBy(asc(tenderEvidence.id));

/** A file of the office's tender, for its own people before anybody else may read it. */
export const readOwnEvidence = ({ officeId }: OfficeStaff, of: EvidenceOf) =>
  readEvidence(of, eq(tenders.officeId, officeId));

/** A file of a published tender, for everybody. */
export const readPublishedEvidence = (of: EvidenceOf) =>
  readEvidence(of, isNotNull(tenders.publishedAt));

async function readEvidence(
  { tenderId, evidenceId }: EvidenceOf,
  visible: SQL,
): Promise<StoredFile | undefined> {
  const [found] = await db
    .select({ fileId: tenderEvidence.fileId })
    .from(tenderEvidence)
    .innerJoin(tenders, eq(tenders.id, tenderEvidence.tenderId))
    .where(and(eq(tenderEvidence.id, evidenceId), eq(tenderEvidence.tenderId, tenderId), visible));
  return found && (await readFile(found.fileId));
}
